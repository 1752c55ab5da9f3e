import type { SigningStage } from "../contract/acquisition-plots.ts";
import {
  HOUSEHOLD_COLUMNS,
  type HouseholdBody,
  type HouseholdColumn,
  type HouseholdFileReport,
} from "../contract/households.ts";
import { today } from "../dispatch/month.ts";
import { openSheet } from "../dispatch/open-sheet.ts";
import { wrongFile } from "../errors.ts";
import {
  type ImportColumn,
  type ReadTable,
  readTable,
  type TextRow,
  tableOf,
} from "../findings/import-table.ts";

type Problem = HouseholdFileReport["rows"][number]["problems"][number];
const COLUMNS = Object.keys(HOUSEHOLD_COLUMNS) as HouseholdColumn[];
const REQUIRED: readonly HouseholdColumn[] = ["number", "kind"];
const KINDS: Readonly<Record<string, HouseholdBody["kind"]>> = {
  ...{ 住宅: "dwelling", 非住宅: "non-dwelling", 非居住: "non-dwelling", 商铺: "shop" },
  ...{ dwelling: "dwelling", "non-dwelling": "non-dwelling", shop: "shop" },
};
const ZIP_MARK = 0x50_4b;
/** The first day of the serial numbers of a spreadsheet, as days since 1970. */
const SERIAL_EPOCH_DAYS = 25_569;
const DAY_MS = 86_400_000;

/** A row of a file as it was read; what a column that is not in the file would say is left open. */
export interface ReadHousehold {
  readonly line: number;
  readonly number: string;
  readonly body: Partial<HouseholdBody> | null;
  readonly problems: readonly Problem[];
}

/** The rows of a CSV or XLSX file of households; throws unsupported-format, invalid-parameter where it is no such table. */
export async function readHouseholdFile(
  bytes: Buffer,
  stages: readonly SigningStage[],
): Promise<ReadHousehold[]> {
  const columns: ImportColumn[] = [
    ...COLUMNS.map((key) => ({
      key,
      headings: [HOUSEHOLD_COLUMNS[key], key],
      required: REQUIRED.includes(key),
    })),
    ...stages.map(({ code, nameZh, nameEn }) => ({
      key: code,
      headings: [nameZh, nameEn, code],
      required: false,
    })),
  ];
  const table =
    bytes.length > 1 && bytes.readUInt16BE(0) === ZIP_MARK
      ? await ofSheet(bytes, columns)
      : readTable(bytes, columns);
  const [missing] = table.faults;
  if (missing)
    throw wrongFile("missing-column", missing.value, `a table with the column ${missing.expected}`, {
      column: missing.expected,
    });
  if (table.rows.length === 0) throw wrongFile("no-rows", "no rows", "rows below the headings");
  const given = columns.filter(({ key }) => table.found.includes(key)).map(({ key }) => key);
  const seen = new Map<string, number>();
  return table.rows.map((row) => {
    const read = readRow(row, { given, stages });
    const before = seen.get(read.number);
    if (before === undefined) seen.set(read.number, row.line);
    if (before === undefined || read.number === "") return read;
    const twice = problem("duplicate", HOUSEHOLD_COLUMNS.number, read.number, String(before));
    return { ...read, body: null, problems: [...read.problems, twice] };
  });
}

async function ofSheet(bytes: Buffer, columns: readonly ImportColumn[]): Promise<ReadTable> {
  const { rows, merges } = await openSheet(bytes);
  if (merges.length > 0)
    throw wrongFile("merged", `${merges.length} merged cells`, "a table without merged cells", {
      merges: merges.length,
    });
  const text = (cell: unknown) =>
    cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null ? "" : String(cell).trim();
  return tableOf(
    rows
      .map((row, at) => ({ record: row.map(text), line: at + 1 }))
      .filter(({ record }) => record.some((cell) => cell !== "")),
    columns,
  );
}

const problem = (code: string, column: string, value: string, expected: string): Problem => ({
  ...{ code, column, value: value.slice(0, 100), expected },
});

interface Reading {
  readonly given: readonly string[];
  readonly stages: readonly SigningStage[];
}

function readRow({ line, cells }: TextRow, { given, stages }: Reading): ReadHousehold {
  const problems: Problem[] = [];
  const cell = (key: string) => cells[key] ?? "";
  const number = cell("number");
  const wrong = (column: string, value: string, code: string, expected: string) =>
    problems.push(problem(code, column, value, expected));
  if (number === "" || number.length > 60) wrong(HOUSEHOLD_COLUMNS.number, number, "wrong-number", "1–60");
  const kind = KINDS[cell("kind")];
  if (!kind) wrong(HOUSEHOLD_COLUMNS.kind, cell("kind"), "wrong-kind", "住宅、非住宅、商铺");
  const area = areaOf(cell("areaSqm"));
  if (area === undefined) wrong(HOUSEHOLD_COLUMNS.areaSqm, cell("areaSqm"), "wrong-area", "86.5");
  const longest = { tenure: 60, team: 100, note: 500 } as const;
  for (const key of ["tenure", "team", "note"] as const)
    if (cell(key).length > longest[key])
      wrong(HOUSEHOLD_COLUMNS[key], cell(key), "too-long", String(longest[key]));
  const reached = stages
    .filter(({ code }) => given.includes(code))
    .map(({ code, nameZh }) => {
      const { day, expected } = dayOf(cell(code));
      if (expected !== null) wrong(nameZh, cell(code), "wrong-date", expected);
      return [code, day] as const;
    });
  if (problems.length > 0) return { line, number, body: null, problems };
  const words = (key: "tenure" | "team" | "note") =>
    given.includes(key) ? { [key]: cell(key) || null } : {};
  return {
    ...{ line, number, problems },
    body: {
      ...{ number, kind: kind! },
      ...(given.includes("areaSqm") ? { areaSqm: area! } : {}),
      ...{ ...words("tenure"), ...words("team"), ...words("note") },
      // a stage that has a column and no day is not come to
      stages: Object.fromEntries(reached.flatMap(([code, day]) => (day === null ? [] : [[code, day]]))),
    },
  };
}

// undefined = none can be read
function areaOf(text: string): number | null | undefined {
  if (text === "") return null;
  const plain = text
    .normalize("NFKC")
    .replace(/,|m2$|㎡$|平方米$/g, "")
    .trim();
  const area = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  return area > 0 && area <= 1_000_000 ? area : undefined;
}

interface ReadDay {
  readonly day: string | null;
  /** What would be right; null = nothing is wrong. */
  readonly expected: string | null;
}

// 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日; a serial number is refused with the day it seems to mean
function dayOf(text: string): ReadDay {
  if (text === "") return { day: null, expected: null };
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const meant = new Date((Math.floor(Number(text)) - SERIAL_EPOCH_DAYS) * DAY_MS);
    return { day: null, expected: meant.toISOString().slice(0, 10) };
  }
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const day = `${year}-${month?.padStart(2, "0")}-${date?.padStart(2, "0")}`;
  const time = Date.parse(day);
  const isDay = year !== undefined && Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
  if (!isDay) return { day: null, expected: "2026-03-01" };
  return day > today() ? { day: null, expected: `≤ ${today()}` } : { day, expected: null };
}
