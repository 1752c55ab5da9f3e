import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { CLAUSE_STATUSES, JURISDICTIONS } from "../contract/basis.ts";
import { StartupError } from "../startup-error.ts";

/** A cell that must hold something. */
export const textCell = z.string().min(1, "must not be empty");

/** A cell whose emptiness means "not given", read as null. */
export const optionalTextCell = z.string().transform((text) => (text === "" ? null : text));

/** A number in plain decimal notation; no exponent, no thousands separator. */
export const numberCell = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, "must be a number")
  .transform(Number);

export const integerCell = numberCell.pipe(z.number().int("must be a whole number"));

/** A number greater than zero. */
export const positiveCell = numberCell.pipe(z.number().gt(0, "must be greater than zero"));

export const positiveIntegerCell = positiveCell.pipe(z.number().int("must be a whole number"));

/** Like the given cell, but empty reads as null. */
export function orEmpty<Value>(cell: z.ZodType<Value, string>): z.ZodType<Value | null, string> {
  return z.union([z.literal("").transform(() => null), cell], { error: "must be empty or a valid value" });
}

export const booleanCell = z
  .enum(["true", "false"], { error: "must be true or false" })
  .transform((text) => text === "true");

/** A cell that holds one of some names. */
export const oneOf = <const Names extends readonly string[]>(names: Names) =>
  z.enum(names, { error: `must be one of ${names.join(", ")}` });

/** Names parted by semicolons; empty = none. */
export const listCell = z.string().transform((text) => (text === "" ? [] : text.split(";")));

export const kebabCell = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be kebab-case");

/** The code of a category of facilities. */
export const categoryCell = z
  .string()
  .regex(/^[a-z]+\.[a-z0-9]+$/, "must be a category code such as edu.junior");

/** Whose a rule or a figure is. */
export const jurisdictionCell = oneOf(JURISDICTIONS);

/** Whether the clause has been read in the document itself. */
export const statusCell = z.enum(CLAUSE_STATUSES, { error: "must be verified or unverified" });

/** A day, or its year or month. */
export const dateCell = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "must be a date, or its year or month");

/** One checked row and the line of its file it ends on, for sentences about it. */
export interface CsvRow<Row> {
  readonly line: number;
  readonly row: Row;
}

/**
 * The rows of one UTF-8 CSV file with a header, checked cell by cell, in file order.
 * Throws StartupError "file:line: column: what is wrong" at the first bad row.
 */
export async function readCsvRows<Row>(
  directory: string,
  file: string,
  schema: z.ZodType<Row>,
): Promise<CsvRow<Row>[]> {
  return parseCsvRows(await readStandardsFile(directory, file), file, schema);
}

/** The text of one file of the standards; a missing one is a broken installation and stops with a sentence. */
export async function readStandardsFile(directory: string, file: string): Promise<string> {
  try {
    return await readFile(join(directory, file), "utf8");
  } catch {
    throw new StartupError(`${file} cannot be read; it belongs to the program, in geodata/standards.`);
  }
}

/** As readCsvRows, for text already read. */
export function parseCsvRows<Row>(text: string, file: string, schema: z.ZodType<Row>): CsvRow<Row>[] {
  return parseRecords(text, file).map(({ record, info }) => {
    const checked = schema.safeParse(record);
    if (checked.success) return { line: info.lines, row: checked.data };
    const issue = checked.error.issues[0];
    const column = issue?.path.join(".");
    throw wrongRow(file, info.lines, `${column ? `${column}: ` : ""}${issue?.message ?? "is wrong"}`);
  });
}

/** The failure that names a row of a file of the standards. */
export function wrongRow(file: string, line: number, reason: string): StartupError {
  return new StartupError(`${file}:${line}: ${reason}`);
}

interface ParsedRecord {
  readonly record: Record<string, string>;
  readonly info: { readonly lines: number };
}

function parseRecords(text: string, file: string): ParsedRecord[] {
  try {
    // with `info` each record comes with the line it ends on, which the types do not say
    return parse(text, {
      bom: true,
      columns: true,
      info: true,
      skip_empty_lines: true,
    }) as unknown as ParsedRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new StartupError(`${file}: ${error.message}.`);
  }
}
