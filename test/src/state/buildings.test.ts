import { beforeEach, expect, test } from "vitest";
import {
  BUILDING_COLUMNS,
  type BuildingColumn,
  columnsByteLength,
  HIDDEN_E7,
} from "../../../server/contract/building-columns.ts";
import { COLOURINGS } from "../../../src/cartography/colourings/registry.ts";
import { INITIAL_STATE } from "../../../src/state/app-state.ts";
import { toggleGroup } from "../../../src/state/appearance.ts";
import { followBuildingOverlay } from "../../../src/state/building-overlay.ts";
import {
  type Buildings,
  buildingsFrom,
  countByClass,
  selectBuildingClasses,
} from "../../../src/state/buildings.ts";
import { setOverlay } from "../../../src/state/overlays.ts";
import { useApp } from "../../../src/state/store.ts";

type Row = Partial<Record<BuildingColumn | "lon" | "lat", number>> | null;

// a house, a tower of unknown height in metres, one that may not be seen, a part of the tower
const ROWS: readonly Row[] = [
  { lon: 106.5, lat: 29.5, floors: 3, heightM: 9, footprintSqm: 314.159265, yearBuilt: 1985, inSums: 1 },
  { lon: 106.6, lat: 29.6, floors: 30, footprintSqm: 400, yearBuilt: 2015, inSums: 1 },
  null,
  { lon: 106.6, lat: 29.6, footprintSqm: 50, inSums: 0 },
];

// the bytes of the contract, written by hand
function bytesOf(rows: readonly Row[]): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(columnsByteLength(rows.length)));
  view.setUint32(0, rows.length, true);
  rows.forEach((row, ordinal) => {
    const at = (column: number) => 4 + 4 * (column * rows.length + ordinal);
    view.setInt32(at(0), row ? Math.round(row.lon! * 1e7) : HIDDEN_E7, true);
    view.setInt32(at(1), row ? Math.round(row.lat! * 1e7) : HIDDEN_E7, true);
    BUILDING_COLUMNS.forEach((name, column) => {
      view.setFloat32(at(2 + column), row?.[name] ?? Number.NaN, true);
    });
  });
  return view.buffer;
}

const read = (): Buildings => buildingsFrom(bytesOf(ROWS));
const loaded = () => ({ status: "done", params: { district: "d", version: 1 }, result: read() }) as const;

beforeEach(() => useApp.setState(INITIAL_STATE, true));

test("buildings are read with their places, and one that may not be seen has none", () => {
  const { count, positions, columns } = read();
  expect(count).toBe(4);
  expect([...positions.slice(0, 6)]).toEqual([106.5, 29.5, 106.6, 29.6, Number.NaN, Number.NaN]);
  expect([...columns.floors]).toEqual([3, 30, Number.NaN, Number.NaN]);
});

test("counts of the legend leave out parts of buildings and what may not be seen, and keep to the view", () => {
  const buildings = read();
  // height classes: 3 floors in the first, 30 in the sixth, unknown the seventh
  const classes = Uint8Array.of(0, 5, 6, 6);
  expect(countByClass(6, { classes, buildings, extent: null })).toEqual([1, 0, 0, 0, 0, 1, 0]);
  const around = [106.4, 29.4, 106.5, 29.5] as [number, number, number, number];
  expect(countByClass(6, { classes, buildings, extent: around })).toEqual([1, 0, 0, 0, 0, 0, 0]);
});

test("minutes have no class while they are asked for, and the unreachable is far, not unknown", () => {
  useApp.setState({ colouring: "minutes", buildings: loaded() });
  expect(selectBuildingClasses(useApp.getState())).toBeNull();
  const walk = { direction: "both", at: "wedT10:00", flat: false, fares: "avoid", upstairs: "none" } as const;
  const params = { district: "d", category: "clinic", persona: "adult", ...walk } as const;
  useApp.setState({ reach: { status: "done", params, result: Int16Array.of(300, -1, -2, 301) } });
  expect([...selectBuildingClasses(useApp.getState())!]).toEqual([0, 4, 5, 1]);
});

test("points stand for buildings where a theme is read, columns where the map is tilted, nothing over 3D terrain", () => {
  const stop = followBuildingOverlay();
  useApp.setState({ buildings: loaded() });
  expect(useApp.getState().overlays).toEqual({});
  useApp.setState({ colouring: "age" });
  const points = useApp.getState().overlays.buildings!;
  expect(points.kind).toBe("points");
  // π r² = 314.159… m²
  expect(points.kind === "points" && points.radiiM[0]).toBeCloseTo(10, 5);
  useApp.setState({ view: { lon: 106.5, lat: 29.5, zoom: 12, bearing: 0, pitch: 45 } });
  const columns = useApp.getState().overlays.buildings!;
  // a building whose height is unknown lies flat
  expect(columns.kind === "columns" && [...columns.heightsM]).toEqual([9, 0, 0, 0]);
  toggleGroup("terrain");
  expect(useApp.getState().overlays).toEqual({});
  stop();
});

test("a class pointed at keeps its colour, the others fade", () => {
  const stop = followBuildingOverlay();
  useApp.setState({ buildings: loaded(), litClass: 0 });
  const { colours } = useApp.getState().overlays.buildings!;
  const hex = [...colours.slice(0, 3)].map((each) => each.toString(16).padStart(2, "0")).join("");
  expect(`#${hex}`).toBe(COLOURINGS.height.classes[0]!.light);
  expect(colours[3]).toBe(255);
  expect(colours[7]).toBeLessThan(64);
  stop();
});

test("an overlay of an analysis stands beside those of others and is taken away by its name", () => {
  const points = {
    kind: "points",
    positions: Float64Array.of(106.5, 29.5),
    colours: Uint8Array.of(1, 2, 3, 4),
    radiiM: Float32Array.of(5),
    zooms: [0, 24],
  } as const;
  setOverlay("gap", points);
  setOverlay("other", points);
  setOverlay("gap", null);
  expect(useApp.getState().overlays).toEqual({ other: points });
});
