import type { Extent } from "../../server/contract/geometry.ts";
import { withinShape } from "../geometry/within-shape.ts";
import type { AppState } from "./app-state.ts";
import type { Buildings } from "./buildings.ts";
import type { MinutesScope } from "./colouring-state.ts";
import { selectCatalogue } from "./session.ts";
import { selectAskedArea } from "./sheet.ts";
import { answerOfRun } from "./store.ts";

type Shape = GeoJSON.Polygon | GeoJSON.MultiPolygon;

/** The shape of the area asked about, a zone's or a drawn one; null where none is. */
export function selectAskedShape(state: AppState): Shape | null {
  const area = selectAskedArea(state);
  if (area === null || !("zone" in area)) return area as Shape | null;
  const zone = selectCatalogue(state)?.zones.find(({ id }) => id === area.zone);
  return (zone?.geometry as Shape | undefined) ?? null;
}

/** The scope that holds now: without an area it is the district. */
export function selectScope(state: AppState): MinutesScope {
  const { scope } = state.minutes;
  return scope === "area" && selectAskedShape(state) === null ? "district" : scope;
}

let last: { readonly inputs: readonly unknown[]; readonly isInside: Uint8Array } | null = null;

/** 1 for each building by ordinal that counts in the scope, by its point; null while the buildings are on their way. */
export function selectInside(state: AppState): Uint8Array | null {
  const buildings = answerOfRun(state.buildings);
  if (buildings === null) return null;
  const scope = selectScope(state);
  const within = scope === "view" ? state.viewExtent : scope === "area" ? selectAskedShape(state) : null;
  const inputs = [buildings, within];
  if (!last?.inputs.every((input, at) => input === inputs[at]))
    last = { inputs, isInside: insideOf(buildings, within) };
  return last.isInside;
}

function insideOf({ count, positions, columns }: Buildings, within: Extent | Shape | null): Uint8Array {
  const isWithin =
    within === null ? () => true : "type" in within ? withinShape(within) : withinExtent(within);
  return Uint8Array.from({ length: count }, (_, ordinal) =>
    columns.inSums[ordinal] === 1 && isWithin(positions[2 * ordinal]!, positions[2 * ordinal + 1]!) ? 1 : 0,
  );
}

const withinExtent =
  ([west, south, east, north]: Extent) =>
  (lon: number, lat: number) =>
    lon >= west && lon <= east && lat >= south && lat <= north;
