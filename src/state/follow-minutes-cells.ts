import type { ZoneFeature } from "../../server/contract/catalogue.ts";
import { type HexGrid, hexagonOf, hexagonRing } from "../geometry/hexagons.ts";
import { withinShape } from "../geometry/within-shape.ts";
import type { AppState } from "./app-state.ts";
import type { Buildings } from "./buildings.ts";
import { type CellFigures, type CellGround, type CellPlace, cellFigures } from "./minutes-cells.ts";
import { weightsOf } from "./minutes-histogram.ts";
import { selectHasCells } from "./minutes-sight.ts";
import { selectCatalogue } from "./session.ts";
import { answerOfRun, useApp } from "./store.ts";

/** Edge of a hexagon: 5.8 ha each, some two minutes' walk across. */
export const HEXAGON_EDGE_M = 150;

/** Keeps the cells with what their people walk, while cells are looked at; now and from now on, returns how to stop. */
export function followMinutesCells(): () => void {
  fold(useApp.getState());
  return useApp.subscribe(fold);
}

function fold(state: AppState): void {
  const minutesCells = cellsOf(state);
  if (minutesCells !== state.minutesCells) useApp.setState({ minutesCells });
}

let last: {
  readonly inputs: readonly unknown[];
  readonly cells: NonNullable<AppState["minutesCells"]>;
} | null = null;

// the same object while nothing of it has changed
function cellsOf(state: AppState): AppState["minutesCells"] {
  const buildings = answerOfRun(state.buildings);
  const zones = selectCatalogue(state)?.zones;
  const seconds = answerOfRun(state.reach);
  const { unit } = state.minutes;
  if (!selectHasCells(state) || unit === "building" || !buildings || !zones || !seconds) return null;
  const ground = groundOf(unit, buildings, zones);
  const besideSeconds = state.minutes.beside && answerOfRun(state.reachBeside);
  const inputs = [ground, seconds, besideSeconds];
  if (last?.inputs.every((input, at) => input === inputs[at])) return last.cells;
  const weights = weightsOf(buildings);
  const counted = { weights, isCounted: countedOf(buildings) };
  const figures = (of: Int16Array): CellFigures[] => cellFigures(ground, of, counted);
  const cells = {
    ground,
    by: weights.by,
    first: figures(seconds),
    beside: besideSeconds && figures(besideSeconds),
  };
  last = { inputs, cells };
  return cells;
}

const countedOf = ({ columns }: Buildings) => Uint8Array.from(columns.inSums, (each) => (each === 1 ? 1 : 0));

let lastGround: { readonly inputs: readonly unknown[]; readonly ground: CellGround } | null = null;

function groundOf(unit: CellGround["unit"], buildings: Buildings, zones: readonly ZoneFeature[]): CellGround {
  const inputs = [unit, buildings, zones];
  if (!lastGround?.inputs.every((input, at) => input === inputs[at])) {
    const ground = unit === "hexagon" ? hexagonsOf(buildings) : communitiesOf(buildings, zones);
    lastGround = { inputs, ground };
  }
  return lastGround.ground;
}

/** Buildings by hexagon, only those hexagons that hold any. */
export function hexagonsOf({ count, positions }: Buildings): CellGround {
  const first = positions.findIndex((each) => !Number.isNaN(each));
  // to whole degrees, so that buildings that come and go do not move the grid
  const grid: HexGrid = { edgeM: HEXAGON_EDGE_M, latitude: Math.round(positions[first + 1] ?? 0) };
  const numbers = new Map<string, number>();
  const cells: CellPlace[] = [];
  const cellOf = new Int32Array(count).fill(-1);
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const [lon, lat] = [positions[2 * ordinal]!, positions[2 * ordinal + 1]!];
    if (Number.isNaN(lon)) continue;
    const hex = hexagonOf(grid, lon, lat);
    const key = hex.join();
    const known = numbers.get(key);
    cellOf[ordinal] = known ?? cells.length;
    if (known !== undefined) continue;
    numbers.set(key, cells.length);
    const ring = hexagonRing(grid, hex).map(([x, y]) => [x, y]);
    cells.push({ zone: null, geometry: { type: "Polygon", coordinates: [ring] } });
  }
  return { unit: "hexagon", cellOf, cells };
}

/** Buildings by the community their point lies in. */
export function communitiesOf({ count, positions }: Buildings, zones: readonly ZoneFeature[]): CellGround {
  const communities = zones.filter(({ properties }) => properties.kind === "community");
  const shapes = communities.map(({ geometry }) => geometry as GeoJSON.Polygon | GeoJSON.MultiPolygon);
  const tests = shapes.map(withinShape);
  const cellOf = Int32Array.from({ length: count }, (_, ordinal) =>
    tests.findIndex((isWithin) => isWithin(positions[2 * ordinal]!, positions[2 * ordinal + 1]!)),
  );
  const cells = communities.map(({ id }, at) => ({ zone: id, geometry: shapes[at]! }));
  return { unit: "community", cellOf, cells };
}
