import type { SigningStage } from "../contract/acquisition-plots.ts";
import {
  HOUSEHOLD_COLUMNS,
  type HouseholdBody,
  type HouseholdColumn,
  type HouseholdFileReport,
} from "../contract/households.ts";
import { today } from "../dispatch/month.ts";
import { dayIn, seenBefore, textOfCell } from "../tables/cells.ts";
import {
  HEADING_ROWS,
  requireRows,
  type TableColumn,
  type TableRow,
  tableOf,
} from "../tables/match-headings.ts";
import { readLines } from "../tables/read-lines.ts";

type Problem = HouseholdFileReport["rows"][number]["problems"][number];
const COLUMNS = Object.keys(HOUSEHOLD_COLUMNS) as HouseholdColumn[];
const REQUIRED: readonly HouseholdColumn[] = ["number", "kind"];
const KINDS: Readonly<Record<string, HouseholdBody["kind"]>> = {
  ...{ 住宅: "dwelling", 非住宅: "non-dwelling", 非居住: "non-dwelling", 商铺: "shop" },
  ...{ dwelling: "dwelling", "non-dwelling": "non-dwelling", shop: "shop" },
};
/** Most rows a file may have. */
const MAX_ROWS = 5000;

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
  const columns: TableColumn[] = [
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
  const room = { columns: columns.length, rows: HEADING_ROWS + MAX_ROWS };
  const table = tableOf(await readLines(bytes, room), columns);
  requireRows(table, MAX_ROWS);
  const seen = seenBefore();
  return table.rows.map((row) => {
    const read = readRow(row, { given: table.found, stages });
    const before = read.number === "" ? null : seen(read.number, String(row.line));
    if (before === null) return read;
    const twice = problem("duplicate", HOUSEHOLD_COLUMNS.number, read.number, before);
    return { ...read, body: null, problems: [...read.problems, twice] };
  });
}

const problem = (code: string, column: string, value: string, expected: string): Problem => ({
  ...{ code, column, value: value.slice(0, 100), expected },
});

interface Reading {
  readonly given: readonly string[];
  readonly stages: readonly SigningStage[];
}

function readRow({ line, cells }: TableRow, { given, stages }: Reading): ReadHousehold {
  const problems: Problem[] = [];
  const cell = (key: string) => textOfCell(cells[key]);
  const number = cell("number").normalize("NFKC");
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
      const { day, expected } = dayIn(cell(code), "2026-03-01");
      if (expected !== null) wrong(nameZh, cell(code), "wrong-date", expected);
      if (day !== null && day > today()) wrong(nameZh, cell(code), "future-date", today());
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
