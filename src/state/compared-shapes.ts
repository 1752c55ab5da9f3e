import { SERIES, type SeriesLetter } from "../cartography/series-colour.ts";
import type { AppState } from "./app-state.ts";
import type { AskedArea } from "./drawing-state.ts";
import { selectKeptName } from "./kept-name.ts";
import { selectZone } from "./selection.ts";

/** A compared area as the map shows it; a drawn one without a name has its letter alone. */
export interface ComparedShape {
  readonly letter: SeriesLetter;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly shape: GeoJSON.Geometry;
}

const NONE: readonly ComparedShape[] = [];
let last: { readonly of: readonly unknown[]; readonly shapes: readonly ComparedShape[] } | null = null;

/** The areas of the open comparison; the same array while none of them has changed. */
export function selectComparedShapes(state: AppState): readonly ComparedShape[] {
  if (!state.comparing || state.compared.length === 0) return NONE;
  const of = [state.compared, state.catalogue, state.namedAreas];
  if (last === null || of.some((each, at) => each !== last?.of[at])) last = { of, shapes: shapesOf(state) };
  return last.shapes;
}

function shapesOf(state: AppState): readonly ComparedShape[] {
  return state.compared.flatMap(({ area, name }, index): ComparedShape[] => {
    const letter = SERIES[index];
    const shape = shapeOfArea(state, area);
    if (letter === undefined || shape === null) return [];
    const zone = "zone" in area ? selectZone(state, area.zone)?.properties : null;
    const given = name ?? selectKeptName(state, area);
    return [{ letter, nameZh: given ?? zone?.nameZh ?? null, nameEn: given ?? zone?.nameEn ?? null, shape }];
  });
}

/** The shape of an area, drawn or that of its zone; null for a zone the district does not have. */
export function shapeOfArea(state: AppState, area: AskedArea): GeoJSON.Geometry | null {
  if (!("zone" in area)) return area;
  return (selectZone(state, area.zone)?.geometry as GeoJSON.Geometry | undefined) ?? null;
}
