import { CsvError, parse } from "csv-parse/sync";
import {
  ITEM_COLUMNS,
  ITEM_STATES,
  ItemBody,
  type ItemColumn,
  type ItemRow,
  MAX_IMPORT_ROWS,
} from "../contract/programme-items.ts";
import { invalidParameter } from "../errors.ts";

type Problem = ItemRow["problems"][number];
/** A row of a file as it was read: what it says where nothing of it is wrong. */
export interface ReadRow {
  readonly line: number;
  readonly title: string;
  readonly item: ItemBody | null;
  readonly problems: readonly Problem[];
}

/** What names in a file stand for: lists by code and name, projects by id, code and name. */
export interface Known {
  readonly lists: ReadonlyMap<string, string>;
  readonly projects: ReadonlyMap<string, string>;
}

type Cells = Partial<Record<ItemColumn, string>>;
const COLUMN_NAMES = Object.keys(ITEM_COLUMNS) as ItemColumn[];
const STATE_NAMES: Readonly<Record<string, (typeof ITEM_STATES)[number]>> = {
  未启动: "not-begun",
  推进中: "under-way",
  已完成: "done",
  长期坚持: "kept-up",
  已取消: "dropped",
};
/** The first day of the serial numbers of a spreadsheet, as days since 1970. */
const SERIAL_EPOCH_DAYS = 25_569;
const DAY_MS = 86_400_000;

interface Line {
  readonly line: number;
  readonly cells: Cells;
}

/** The cells of a file by column, with their lines; throws invalid-parameter where it is no table or lacks a column. */
export function readLines(csv: string): Line[] {
  const records = parsed(csv);
  const header = records[0]?.record.map((cell) => cell.trim()) ?? [];
  const columns = header.map((name) =>
    COLUMN_NAMES.find((each) => each === name || ITEM_COLUMNS[each] === name),
  );
  const missing = (["list", "title"] as const).filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    const wanted = missing.map((name) => ITEM_COLUMNS[name]).join("、");
    throw invalidParameter("csv", header.join(","), `a table whose first row has the columns ${wanted}`);
  }
  const strange = header.filter((name, at) => name !== "" && columns[at] === undefined);
  if (strange.length > 0) {
    const names = Object.values(ITEM_COLUMNS).join("、");
    throw invalidParameter("csv", strange.join(","), `left out: the columns are ${names}`);
  }
  const rows = records.slice(1);
  if (rows.length === 0 || rows.length > MAX_IMPORT_ROWS)
    throw invalidParameter("csv", `${rows.length} rows`, `1 to ${MAX_IMPORT_ROWS} rows below the header`);
  return rows.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(
      columns.flatMap((name, at) => (name === undefined ? [] : [[name, (record[at] ?? "").trim()]])),
    ),
  }));
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function parsed(csv: string): Parsed[] {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true };
    return parse(csv, options) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw invalidParameter("csv", error.message, "a CSV table, quotes closed");
  }
}

/** What each line says as an item, or what is wrong with it; an item given twice is wrong the second time. */
export function readItems(lines: readonly Line[], known: Known, source: string): ReadRow[] {
  const seen = new Map<string, number>();
  return lines.map(({ line, cells }) => {
    const row = readItem(cells, known, source);
    const title = cells.title ?? "";
    const key = `${row.item?.list} ${title}`;
    const before = row.item === null ? undefined : seen.get(key);
    if (row.item !== null && before === undefined) seen.set(key, line);
    if (before === undefined) return { line, title, ...row };
    const twice = problem("duplicate", "title", title, `a title not given before (line ${before})`);
    return { line, title, item: null, problems: [twice] };
  });
}

const problem = (code: string, column: ItemColumn, value: string, expected: string): Problem => ({
  ...{ code, value: value.slice(0, 100), expected },
  column: ITEM_COLUMNS[column],
});

function readItem(cells: Cells, known: Known, source: string): Pick<ReadRow, "item" | "problems"> {
  const deadline = dateOf(cells.deadline ?? "");
  const state = stateOf(cells.state ?? "");
  const names = (cells.projects ?? "").split(/[;；、,，]/).flatMap((name) => name.trim() || []);
  const problems = [
    ...problemsOfNames(cells, names, known),
    ...(state === null
      ? [problem("unknown-state", "state", cells.state ?? "", Object.keys(STATE_NAMES).join("、"))]
      : []),
    ...(deadline.wrong === null
      ? []
      : [problem("wrong-date", "deadline", cells.deadline ?? "", deadline.wrong)]),
  ];
  if (problems.length > 0) return { item: null, problems };
  const checked = ItemBody.safeParse({
    ...{ list: known.lists.get(cells.list ?? ""), title: cells.title, state, deadline: deadline.day },
    leadDepartment: cells.leadDepartment || null,
    projects: [...new Set(names.map((name) => known.projects.get(name)))],
    source: cells.source || source,
  });
  if (checked.success) return { item: checked.data, problems };
  const [issue] = checked.error.issues;
  const column = (issue?.path[0] ?? "title") as ItemColumn;
  return { item: null, problems: [problem("wrong-cell", column, cells[column] ?? "", issue?.message ?? "")] };
}

function problemsOfNames({ list = "" }: Cells, projects: readonly string[], known: Known): Problem[] {
  const lists = [...known.lists.keys()].filter((name) => /\p{Script=Han}/u.test(name)).join("、");
  return [
    ...(known.lists.has(list) ? [] : [problem("unknown-list", "list", list, lists)]),
    ...projects
      .filter((name) => !known.projects.has(name))
      .map((name) => problem("unknown-project", "projects", name, "编号、名称或 id")),
  ];
}

function stateOf(text: string): string | null {
  const state = text === "" ? "not-begun" : (STATE_NAMES[text] ?? text);
  return (ITEM_STATES as readonly string[]).includes(state) ? state : null;
}

interface ReadDate {
  readonly day: string | null;
  /** What would be right; null = nothing is wrong. */
  readonly wrong: string | null;
}

// 2027-12-31, 2027/12/31, 2027.12.31 or 2027年12月31日; a serial number is refused with the day it seems to mean
function dateOf(text: string): ReadDate {
  if (text === "") return { day: null, wrong: null };
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const meant = new Date((Math.floor(Number(text)) - SERIAL_EPOCH_DAYS) * DAY_MS);
    return { day: null, wrong: meant.toISOString().slice(0, 10) };
  }
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const day = `${year}-${month?.padStart(2, "0")}-${date?.padStart(2, "0")}`;
  const time = Date.parse(day);
  const isDay = year !== undefined && Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
  return isDay ? { day, wrong: null } : { day: null, wrong: "2027-12-31" };
}
