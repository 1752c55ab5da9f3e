import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { MAX_OWN_REQUIREMENTS, type OwnRequirement } from "../../server/contract/own-rule-set.ts";
import { decodeText } from "./text-encoding.ts";

/** A cell that cannot be: the line of the file it stands in (counted from 1), and what would be right. */
export interface RuleProblem {
  readonly line: number;
  /** The column as the file heads it, null where a whole line or the file is wrong. */
  readonly column: string | null;
  readonly value: string;
  readonly code: RuleProblemCode;
}
export type RuleProblemCode =
  | "not-text"
  | "not-a-table"
  | "quote"
  | "column-missing"
  | "empty"
  | "too-many"
  | "tier"
  | "category"
  | "required"
  | "distance"
  | "test"
  | "clause"
  | "twice";

/** What a file of rules holds: the rows that can be, and every cell that cannot. */
export interface RuleFile {
  readonly requirements: readonly OwnRequirement[];
  readonly problems: readonly RuleProblem[];
  readonly encoding: string;
}

interface Category {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
}

// the columns of life-circle-requirement.csv a person decides, as they are headed there or in Chinese
const HEADS = {
  tier: /^(tier|生活圈|层级|时限|分钟|生活圈[（(]?分钟[)）]?)$/i,
  category: /^(category|设施类别|设施代码|类别|设施|设施名称|项目)$/i,
  required: /^(required|要求|必配|配建要求|设置要求)$/i,
  distance: /^(distance_m|distance|距离|服务半径|步行距离|(距离|服务半径|步行距离)[（(]?(m|米)[)）]?)$/i,
  test: /^(test|判定|判定方式)$/i,
  clause: /^(clause|条文|条款|依据)$/i,
} as const;
type Column = keyof typeof HEADS;
const NEEDED: readonly Column[] = ["tier", "category", "required"];

const REQUIRED: Readonly<Record<string, OwnRequirement["required"]>> = {
  ...{ required: "required", "▲": "required", 必配: "required", 应配: "required", 是: "required" },
  ...{ "as-needed": "as-needed", "△": "as-needed", 按需: "as-needed", 宜配: "as-needed", 否: "as-needed" },
};
const TESTS: Readonly<Record<string, OwnRequirement["test"]>> = {
  ...{ walk: "walk", 步行: "walk", "": "walk" },
  ...{ capacity: "capacity", 容量: "capacity", 规模: "capacity", presence: "presence", 有无: "presence" },
};
const MAX_DISTANCE_M = 5000;
const MAX_CLAUSE = 200;
/** As much of a line that cannot be read is shown. */
const MAX_SHOWN = 80;

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a CSV of rules (UTF-8 or GB18030; comma, semicolon or tab; English or Chinese heads) row by row. A category is
 * given by its code or one of its names. Rows with a wrong cell are left out and told, all of them.
 */
export function readRuleFile(bytes: Uint8Array, categories: readonly Category[]): RuleFile {
  const { text, reading } = decodeText(bytes, null);
  const encoding = reading.encoding;
  const wrong = (problems: readonly RuleProblem[]): RuleFile => ({ requirements: [], problems, encoding });
  // a workbook or a picture: its bytes are no text, and are not shown as if they were
  if (text.includes("\0")) return wrong([problem(1, null, "", "not-text")]);
  const rows = parseRows(text);
  if (rows instanceof CsvError) return wrong([quoteProblem(rows, text)]);
  const [head, ...body] = rows;
  if (!head || body.length === 0)
    return wrong([problem(1, null, head?.record.join(" / ") ?? "", "not-a-table")]);
  const columns = columnsOf(head.record);
  const missing = NEEDED.filter((column) => columns[column] === undefined);
  if (missing.length > 0) {
    // the heads the file has stand in their place, for one of them is the column under another name
    const heads = head.record.join(" / ");
    return wrong(missing.map((column) => problem(head.info.lines, column, heads, "column-missing")));
  }
  if (body.length > MAX_OWN_REQUIREMENTS) return wrong([problem(1, null, String(body.length), "too-many")]);
  return { ...checkRows(body, { head: head.record, columns, categories }), encoding };
}

const problem = (line: number, column: string | null, value: string, code: RuleProblemCode): RuleProblem => ({
  ...{ line, column, value, code },
});

// a cell too many or too few is no fault: what cannot be read is a quotation mark without its other
function parseRows(text: string): Row[] | CsvError {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Row[];
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}

// one that is never closed runs to the end of the file: it is the last there is
function quoteProblem({ code, lines }: CsvError, text: string): RuleProblem {
  const isOpen = code === "CSV_QUOTE_NOT_CLOSED";
  const line = isOpen ? text.slice(0, text.lastIndexOf('"')).split("\n").length : Number(lines);
  return problem(line, null, (text.split(/\r?\n/)[line - 1] ?? "").slice(0, MAX_SHOWN), "quote");
}

// a semicolon may stand in a cell: the head says what parts the cells
function delimiterOf(text: string): string {
  const [head = ""] = text.split(/\r?\n/, 1);
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).sign;
}

type Columns = Partial<Record<Column, number>>;

function columnsOf(head: readonly string[]): Columns {
  const found = (Object.keys(HEADS) as Column[]).map(
    (column) => [column, head.findIndex((cell) => HEADS[column].test(cell.replace(/\s/g, "")))] as const,
  );
  return Object.fromEntries(found.filter(([, at]) => at >= 0));
}

interface Table {
  readonly head: readonly string[];
  readonly columns: Columns;
  readonly categories: readonly Category[];
}

function checkRows(body: readonly Row[], table: Table): Pick<RuleFile, "requirements" | "problems"> {
  const requirements: OwnRequirement[] = [];
  const problems: RuleProblem[] = [];
  const seen = new Set<string>();
  for (const { record, info } of body) {
    // rows of filled columns that hold nothing, as spreadsheets leave them
    if (record.every((cell) => cell === "")) continue;
    const { requirement, wrong } = checkRow(record, info.lines, table);
    problems.push(...wrong);
    if (!requirement) continue;
    const key = `${requirement.tier} ${requirement.category}`;
    if (seen.has(key)) {
      const at = table.columns.category!;
      problems.push(problem(info.lines, table.head[at]!, record[at] ?? "", "twice"));
    } else requirements.push(requirement);
    seen.add(key);
  }
  return { requirements, problems };
}

function checkRow(
  record: readonly string[],
  line: number,
  { head, columns, categories }: Table,
): { requirement: OwnRequirement | null; wrong: RuleProblem[] } {
  const wrong: RuleProblem[] = [];
  const cell = (column: Column) => (columns[column] === undefined ? "" : (record[columns[column]] ?? ""));
  const known = <Value>(column: Column, value: Value | null | undefined): Value | null => {
    if (value != null) return value;
    const text = cell(column);
    const isBlank = text === "" && NEEDED.includes(column);
    const name = head[columns[column] ?? -1] ?? column;
    wrong.push(problem(line, name, text, isBlank ? "empty" : (column as RuleProblemCode)));
    return null;
  };
  const tier = known("tier", tierOf(cell("tier")));
  const category = known("category", codeOf(cell("category"), categories));
  const required = known("required", REQUIRED[cell("required")]);
  const distance = known("distance", distanceOf(cell("distance")));
  const test = known("test", TESTS[cell("test")]);
  const clause = known("clause", cell("clause").length <= MAX_CLAUSE ? cell("clause") : null);
  if (tier === null || category === null || required === null) return { requirement: null, wrong };
  if (distance === null || test === null || clause === null) return { requirement: null, wrong };
  const distanceM = distance === "none" ? null : distance;
  return { requirement: { tier, category, required, distanceM, test, clause }, wrong };
}

function tierOf(text: string): OwnRequirement["tier"] | null {
  const minutes = Number(/^(\d+)\s*(分钟|分|min)?$/.exec(text)?.[1]);
  return minutes === 5 || minutes === 10 || minutes === 15 ? minutes : null;
}

const codeOf = (text: string, categories: readonly Category[]): string | undefined =>
  categories.find((each) =>
    [each.code, each.nameZh, each.nameEn].some((name) => name?.toLowerCase() === text.toLowerCase()),
  )?.code;

function distanceOf(text: string): number | "none" | null {
  if (text === "" || text === "-" || text === "—") return "none";
  const metres = Number(/^(\d+)\s*(m|米)?$/.exec(text)?.[1]);
  return metres >= 1 && metres <= MAX_DISTANCE_M ? metres : null;
}
