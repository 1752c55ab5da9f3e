import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { LonLat } from "./plane.ts";

const file = (name: string) => new URL(`../control/${name}`, import.meta.url);

/** One row of a control table: column → text. */
export type ControlRow = Readonly<Record<string, string>>;

/** The rows of geodata/control/NAME.csv. */
export function controlRows(name: string): ControlRow[] {
  return parse(readFileSync(file(`${name}.csv`), "utf8"), { columns: true, skip_empty_lines: true });
}

/** The number in a cell; throws where there is none, naming the table's row. */
export function numberIn(row: ControlRow, column: string): number {
  const value = Number(row[column]);
  if (row[column] === undefined || row[column] === "" || !Number.isFinite(value)) {
    throw new Error(`${column} of ${row.name_zh ?? row.id ?? JSON.stringify(row)} is not a number`);
  }
  return value;
}

/** The place of a row with the columns lon and lat. */
export function placeOf(row: ControlRow): LonLat {
  return [numberIn(row, "lon"), numberIn(row, "lat")];
}

/** The place of a text such as "106.5 29.5"; throws where it is none. */
export function placeIn(text: string): LonLat {
  const [lon, lat] = text.trim().split(" ").map(Number);
  if (!Number.isFinite(lon) || !Number.isFinite(lat))
    throw new Error(`${text} is neither a name nor a place`);
  return [lon!, lat!];
}

/** The places of a cell such as "106.5 29.5;106.6 29.6". */
export function lineIn(row: ControlRow, column: string): LonLat[] {
  return row[column]!.split(";").map(placeIn);
}

/** The lines of outline.geojson by their id: river midlines, banks and the boundary on land. */
export function outlineLines(): ReadonlyMap<string, LonLat[]> {
  const { features } = JSON.parse(readFileSync(file("outline.geojson"), "utf8")) as {
    features: { properties: { id: string }; geometry: { coordinates: LonLat[] } }[];
  };
  return new Map(features.map(({ properties, geometry }) => [properties.id, geometry.coordinates]));
}
