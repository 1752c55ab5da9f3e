import { closedRing } from "../geometry/closed-ring.ts";
import { nestRings } from "../geometry/nest-rings.ts";
import type { Position, Ring } from "../geometry/position.ts";
import { type AreaFormat, type FileContent, type FileShape, type Refused, refused } from "./area-format.ts";
import { linesOf, numberOfText, type TextLine } from "./coordinate-text.ts";
import { type Columns, findColumns } from "./corner-columns.ts";
import { isLandSurvey, readLandSurvey } from "./land-survey-text.ts";
import { decodeText } from "./text-encoding.ts";

/**
 * Corner points 界址点 as text: one a row, with or without a head, a label and a ring number; comma, tab, semicolon or
 * blanks between. Degrees, degrees-minutes-seconds or metres; X may be the northing, its value tells.
 */
export const cornerPoints: AreaFormat = {
  async read({ bytes, encoding }): Promise<FileContent | Refused> {
    const { text, reading } = decodeText(bytes, encoding);
    const lines = linesOf(text);
    const content = isLandSurvey(lines) ? readLandSurvey(lines) : await readRows(lines);
    return content.valid ? { ...content, text: reading } : content;
  },
};

interface Row {
  readonly line: TextLine;
  readonly cells: readonly string[];
}

async function readRows(lines: readonly TextLine[]): Promise<Omit<FileContent, "text"> | Refused> {
  const written = lines.filter(({ text }) => text !== "" && !text.startsWith("#"));
  const split = await splitterOf(written);
  const rows = lines
    .filter(({ text }) => !text.startsWith("#"))
    .map((line): Row => ({ line, cells: split(line.text) }));
  const columns = findColumns(rows.filter(({ cells }) => cells.length > 0).map(({ cells }) => cells));
  if (columns === null) return refused("no-coordinates", { text: written[0]?.text.slice(0, 40) ?? "" });
  const body = rows.slice(rows.findIndex(({ cells }) => looksNumeric(cells, columns)));
  const rings = ringsOf(body, columns);
  if ("valid" in rings) return rings;
  const shapes = shapesOf(rings);
  if (shapes.length === 0)
    return refused("too-few-corners", { corners: body.filter(({ cells }) => cells.length > 0).length });
  return { valid: true, shapes, crs: null, axesStated: columns.axesStated, notes: [] };
}

/** How lines become cells, by the separator of the last line (the first may be a head). */
async function splitterOf(written: readonly TextLine[]): Promise<(line: string) => readonly string[]> {
  const last = written.at(-1)?.text ?? "";
  const delimiter = [",", "\t", ";"].find((each) => last.includes(each));
  if (delimiter === undefined) return (line) => (line === "" ? [] : line.split(/\s+/));
  const { parse } = await import("csv-parse/browser/esm/sync");
  return (line) => {
    const [cells = []] = parse(line, {
      delimiter,
      trim: true,
      relax_quotes: true,
      relax_column_count: true,
    }) as string[][];
    return cells.some((cell) => cell !== "") ? cells : [];
  };
}

// heads and titles above the first row that could be coordinates are passed over, nothing after it is
const looksNumeric = (cells: readonly string[], { first, second }: Columns) =>
  /\d/.test(cells[first] ?? "") && /\d/.test(cells[second] ?? "");

function positionOf(cells: readonly string[], { first, second }: Columns): Position | null {
  const [a, b] = [numberOfText(cells[first] ?? ""), numberOfText(cells[second] ?? "")];
  return a === null || b === null ? null : [a, b];
}

interface NamedRing {
  readonly name: string | null;
  readonly corners: Position[];
}

// a ring ends where its key changes, where a line is empty, or where its first corner comes again
function ringsOf(rows: readonly Row[], columns: Columns): NamedRing[] | Refused {
  const rings: NamedRing[] = [];
  let key: string | null = null;
  let open = false;
  for (const { line, cells } of rows) {
    if (cells.length === 0) {
      open = false;
      continue;
    }
    const corner = positionOf(cells, columns);
    if (corner === null) return refused("bad-row", { line: line.number, text: line.text.slice(0, 40) });
    const ownKey = columns.keys.map((column) => cells[column] ?? "").join(" · ");
    if (!open || ownKey !== key)
      rings.push({ name: columns.named ? (cells[columns.keys[0]!] ?? null) : null, corners: [] });
    const ring = rings.at(-1)!.corners;
    ring.push(corner);
    key = ownKey;
    open = ring.length < 4 || ring[0]![0] !== corner[0] || ring[0]![1] !== corner[1];
  }
  return rings;
}

// rings of one plot nest into one another; without a plot column all rings are of one
function shapesOf(rings: readonly NamedRing[]): FileShape[] {
  const names = new Set(rings.map(({ name }) => name));
  return [...names].flatMap((name) => {
    const own = rings.filter((ring) => ring.name === name);
    const closed = own
      .map(({ corners }) => closedRing(corners))
      .filter((ring): ring is Ring => ring !== null);
    return nestRings(closed).map((nested) => ({ name, rings: nested, gap: null }));
  });
}
