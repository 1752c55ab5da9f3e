import {
  ITEM_COLUMNS,
  ITEM_STATES,
  ItemBody,
  type ItemColumn,
  type ItemFile,
  type ItemRow,
  MAX_IMPORT_ROWS,
} from "../contract/programme-items.ts";
import { wrongFile } from "../errors.ts";
import { boundOfIssue, type IssueFacts } from "../issue-bound.ts";
import { dayIn, seenBefore, shownCell, textOfCell } from "../tables/cells.ts";
import { HEADING_ROWS, requireRows, type TableColumn, tableOf } from "../tables/match-headings.ts";
import { linesOfText, readLines } from "../tables/read-lines.ts";

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
const STATE_NAMES: Readonly<Record<string, (typeof ITEM_STATES)[number]>> = {
  未启动: "not-begun",
  推进中: "under-way",
  已完成: "done",
  长期坚持: "kept-up",
  已取消: "dropped",
};
const COLUMNS = (Object.keys(ITEM_COLUMNS) as ItemColumn[]).map(
  (key): TableColumn<ItemColumn> => ({
    ...{ key, headings: [ITEM_COLUMNS[key], key] },
    required: key === "list" || key === "title",
  }),
);

const ROOM = { columns: COLUMNS.length, rows: HEADING_ROWS + MAX_IMPORT_ROWS };

interface ItemLine {
  readonly line: number;
  readonly cells: Cells;
}

/** The cells of a file by column, with their lines; throws invalid-parameter where it is no table or lacks a column. */
export async function readItemLines({ csv = "", xlsx }: Pick<ItemFile, "csv" | "xlsx">): Promise<ItemLine[]> {
  const lines =
    xlsx === undefined
      ? { lines: linesOfText(csv), merges: [] }
      : await readLines(Buffer.from(xlsx, "base64"), ROOM);
  const table = tableOf(lines, COLUMNS);
  requireRows(table, MAX_IMPORT_ROWS);
  const { rows, ignored } = table;
  if (ignored.length > 0) {
    const names = COLUMNS.map(({ headings }) => headings[0]).join("、");
    throw wrongFile("unknown-column", ignored.join("、"), `without other columns than ${names}`, { names });
  }
  return rows.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(COLUMNS.map(({ key }) => [key, textOfCell(cells[key])])) as Cells,
  }));
}

/** What each line says as an item, or what is wrong with it; an item given twice is wrong the second time. */
export function readItems(lines: readonly ItemLine[], known: Known, source: string): ReadRow[] {
  const seen = seenBefore();
  return lines.map(({ line, cells }) => {
    const row = readItem(cells, known, source);
    const title = cells.title ?? "";
    const key = `${row.item?.list} ${title}`;
    const before = row.item === null ? null : seen(key, String(line));
    if (before === null) return { line, title, ...row };
    const twice = problem("duplicate", "title", title, `a title not given before (line ${before})`);
    return { line, title, item: null, problems: [twice] };
  });
}

const problem = (code: string, column: ItemColumn, value: string, expected: string): Problem => ({
  ...{ code, value: shownCell(value) ?? "", expected },
  column: ITEM_COLUMNS[column],
});

function readItem(cells: Cells, known: Known, source: string): Pick<ReadRow, "item" | "problems"> {
  const deadline = dayIn(cells.deadline ?? "", "2027-12-31");
  const state = stateOf(cells.state ?? "");
  const names = (cells.projects ?? "").split(/[;；、,，]/).flatMap((name) => name.trim() || []);
  const problems = [
    ...problemsOfNames(cells, names, known),
    ...(state === null
      ? [problem("unknown-state", "state", cells.state ?? "", Object.keys(STATE_NAMES).join("、"))]
      : []),
    ...(deadline.expected === null
      ? []
      : [problem("wrong-date", "deadline", cells.deadline ?? "", deadline.expected)]),
  ];
  if (problems.length > 0) return { item: null, problems };
  const checked = ItemBody.safeParse({
    ...{ list: known.lists.get(cells.list ?? ""), title: cells.title, state, deadline: deadline.day },
    leadDepartment: cells.leadDepartment || null,
    projects: [...new Set(names.map((name) => known.projects.get(name)))],
    source: cells.source || source,
  });
  if (checked.success) return { item: checked.data, problems };
  // all else was looked at before: what is left is a text that is not given or too long
  const issue = checked.error.issues[0]!;
  const column = issue.path[0] as ItemColumn;
  const { longest } = boundOfIssue(issue as IssueFacts);
  const code = longest === undefined ? "empty-cell" : "too-long";
  return { item: null, problems: [problem(code, column, cells[column] ?? "", longest ?? "")] };
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
