import { numberOfText } from "./coordinate-text.ts";

/** Which cells of a row hold what; counted from 0. */
export interface Columns {
  readonly first: number;
  readonly second: number;
  /** Whether the head says that `first` is the easting and `second` the northing. */
  readonly axesStated: boolean;
  /** Cells that change where a new ring begins: plot, ring number. */
  readonly keys: readonly number[];
  /** Whether the first key is the name of a plot. */
  readonly named: boolean;
}

const EASTING = /^(lon|lng|long|longitude|easting|e|.*经度.*|东坐标|横坐标)$/i;
const NORTHING = /^(lat|latitude|northing|n|.*纬度.*|北坐标|纵坐标)$/i;
// in Chinese surveying X is the northing, elsewhere the easting: these heads say where, not which
const X = /^(x|x坐标|坐标x|x\(m\)|x[(（].*)$/i;
const Y = /^(y|y坐标|坐标y|y\(m\)|y[(（].*)$/i;
const PLOT = /^(地块.*|宗地.*|polygon.*|plot.*|parcel.*|area|名称|name)$/i;
const RING = /^(圈号|环号|ring.*|part.*)$/i;

/** The columns of corner points, by their head or by what the rows hold; null where no two columns are numbers. */
export function findColumns(rows: readonly (readonly string[])[]): Columns | null {
  const [head = []] = rows;
  return columnsOfHead(head.map((cell) => cell.trim())) ?? columnsOfRows(rows);
}

function columnsOfHead(head: readonly string[]): Columns | null {
  if (head.some((cell) => numberOfText(cell) !== null)) return null;
  const at = (pattern: RegExp) => head.findIndex((cell) => pattern.test(cell));
  const [plot, ring] = [at(PLOT), at(RING)];
  const keys = [plot, ring].filter((column) => column >= 0);
  const named = plot >= 0;
  const [easting, northing] = [at(EASTING), at(NORTHING)];
  if (easting >= 0 && northing >= 0)
    return { first: easting, second: northing, axesStated: true, keys, named };
  const [x, y] = [at(X), at(Y)];
  return x >= 0 && y >= 0 ? { first: x, second: y, axesStated: false, keys, named } : null;
}

function columnsOfRows(rows: readonly (readonly string[])[]): Columns | null {
  const body = rows.filter((cells) => cells.filter((cell) => numberOfText(cell) !== null).length >= 2);
  if (body.length === 0) return null;
  const labels = hasLabel(body) ? 1 : 0;
  // point, ring, X, Y: a small whole number before the coordinates counts rings
  const ringed = body.every((cells) => cells.length >= labels + 3 && /^\d{1,3}$/.test(cells[labels] ?? ""));
  const first = labels + (ringed ? 1 : 0);
  return { first, second: first + 1, axesStated: false, keys: ringed ? [labels] : [], named: false };
}

// the first cell names the point: J1, or whole numbers counted up while two coordinates follow
function hasLabel(body: readonly (readonly string[])[]): boolean {
  const firsts = body.map(([cell = ""]) => cell);
  if (firsts.every((cell) => numberOfText(cell) === null)) return true;
  return body.every(([cell = "", ...rest]) => rest.length >= 2 && /^\d{1,4}$/.test(cell));
}
