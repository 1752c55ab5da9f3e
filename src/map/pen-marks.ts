import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import { PALETTES } from "../cartography/palette.ts";
import { polygonsOf } from "../geometry/area-text.ts";
import { closedRing } from "../geometry/closed-ring.ts";
import type { LonLat } from "../geometry/lon-lat.ts";
import type { Ring } from "../geometry/position.ts";
import { ringCrossing } from "../geometry/ring-crossing.ts";
import { sideLengths } from "../geometry/shape-measure.ts";
import { numberText } from "../locale/number-text.ts";
import type { AppState } from "../state/app-state.ts";
import { selectIsDark } from "../state/appearance.ts";
import { selectDrawn } from "../state/drawing.ts";
import { useApp } from "../state/store.ts";
import { lineAlong } from "../state/street-legs.ts";
import { TEXT_FONT } from "./style-input.ts";

/** Like all of the pen's, so that a change of style keeps it. */
const SOURCE = "td-marks";
/** More sides than these are not written beside the line: the numbers would hide it. */
const MAX_LABELS = 40;

/** Shows beside a drawn shape what it measures: lengths of sides, the way along streets, where it crosses itself; returns how to stop. */
export function followMarks(map: MapLibreMap): () => void {
  const show = (state: AppState) => {
    if (!map.getSource(SOURCE)) addLayers(map);
    map.getSource<GeoJSONSource>(SOURCE)?.setData(marksOf(state));
    colour(map, state);
  };
  const stop = useApp.subscribe((state, before) => {
    if (WATCHED.some((key) => state[key] !== before[key])) show(state);
  });
  show(useApp.getState());
  return stop;
}

const WATCHED = [
  "sketch",
  "stroke",
  "legs",
  "area",
  "tool",
  "mode",
  "language",
  "theme",
  "systemDark",
] as const;

function addLayers(map: MapLibreMap): void {
  map.addSource(SOURCE, { type: "geojson", data: { type: "FeatureCollection", features: [] } });
  for (const layer of LAYERS) map.addLayer(layer);
}

const LAYERS: readonly LayerSpecification[] = [
  {
    id: `${SOURCE}-line`,
    type: "line",
    source: SOURCE,
    filter: ["==", ["get", "kind"], "line"],
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-width": 3, "line-dasharray": [2.4, 1.4] },
  },
  {
    id: `${SOURCE}-corner`,
    type: "circle",
    source: SOURCE,
    filter: ["==", ["get", "kind"], "corner"],
    paint: { "circle-radius": 4, "circle-stroke-width": 2 },
  },
  {
    id: `${SOURCE}-side`,
    type: "symbol",
    source: SOURCE,
    filter: ["==", ["get", "kind"], "side"],
    layout: {
      "text-field": ["get", "text"],
      "text-font": TEXT_FONT,
      "text-size": 12,
      "text-padding": 3,
      // beside the line: the handle to add a corner lies on its middle
      "text-variable-anchor": ["bottom", "top", "left", "right"],
      "text-radial-offset": 0.7,
    },
    paint: { "text-halo-width": 1.8 },
  },
  {
    id: `${SOURCE}-crossing`,
    type: "circle",
    source: SOURCE,
    filter: ["==", ["get", "kind"], "crossing"],
    paint: { "circle-radius": 10, "circle-opacity": 0.25, "circle-stroke-width": 2.6 },
  },
];

function colour(map: MapLibreMap, state: AppState): void {
  const { asked, halo } = PALETTES[selectIsDark(state) ? "dark" : "light"];
  map.setPaintProperty(`${SOURCE}-line`, "line-color", asked);
  map.setPaintProperty(`${SOURCE}-corner`, "circle-color", halo);
  map.setPaintProperty(`${SOURCE}-corner`, "circle-stroke-color", asked);
  map.setPaintProperty(`${SOURCE}-side`, "text-color", asked);
  map.setPaintProperty(`${SOURCE}-side`, "text-halo-color", halo);
  map.setPaintProperty(`${SOURCE}-crossing`, "circle-color", asked);
  map.setPaintProperty(`${SOURCE}-crossing`, "circle-stroke-color", asked);
}

/** The marks of a state: plain features, each with its kind. */
export function marksOf(state: AppState): GeoJSON.FeatureCollection {
  if (state.mode !== "analyse" && state.tool !== "draw") return { type: "FeatureCollection", features: [] };
  const rings = markedRings(state);
  const crossing = ringCrossing(rings);
  return {
    type: "FeatureCollection",
    features: [
      ...sketchMarks(state),
      ...sideMarks(state, rings, crossing),
      ...(crossing ? [mark("crossing", { type: "Point", coordinates: [...crossing] })] : []),
    ],
  };
}

const mark = (kind: string, geometry: GeoJSON.Geometry, text = ""): GeoJSON.Feature => ({
  type: "Feature",
  geometry,
  properties: { kind, text },
});

// what is drawn now, else the area as it lies under the pen
function markedRings(state: AppState): readonly Ring[] {
  const { tool, stroke, sketch } = state;
  if (tool === "draw") {
    const ring = sketch?.shape === "streets" ? null : closedRing(stroke?.ring ?? []);
    return ring ? [ring] : [];
  }
  const drawn = selectDrawn(state);
  return drawn ? (polygonsOf(drawn).flat() as unknown as Ring[]) : [];
}

// the way along streets, and whatever was left unfinished
function sketchMarks({ sketch, legs, tool }: AppState): GeoJSON.Feature[] {
  if (!sketch || (tool === "draw" && sketch.shape !== "streets")) return [];
  const { corners, shape } = sketch;
  const line = shape === "streets" ? lineAlong(corners, legs) : corners;
  return [
    ...(line.length < 2
      ? []
      : [mark("line", { type: "LineString", coordinates: line.map((corner) => [...corner]) })]),
    ...(tool === "draw"
      ? []
      : corners.map((corner) => mark("corner", { type: "Point", coordinates: [...corner] }))),
  ];
}

function sideMarks(state: AppState, rings: readonly Ring[], crossing: Crossing): GeoJSON.Feature[] {
  const { language, tool, stroke, pen } = state;
  // the straight sides between corners along streets are no sides of the shape
  const isMeasured = tool === "edit" || (tool === "draw" && pen.shape !== "streets");
  if (!isMeasured) return [];
  // two corners make no ring yet, but a length
  const lines = rings.length > 0 || !stroke ? rings : [stroke.ring.slice(0, 2)];
  const sides = lines.reduce((sum, line) => sum + line.length - 1, 0);
  if (sides > MAX_LABELS) return [];
  const { length } = numberText(language);
  return lines.flatMap((line) =>
    sideLengths(line).flatMap((sideM, index) => {
      const [from, to] = [line[index]!, line[index + 1]!];
      const at = labelPlace([from[0], from[1]], [to[0], to[1]], crossing);
      return sideM > 0 ? [mark("side", { type: "Point", coordinates: at }, length(sideM))] : [];
    }),
  );
}

type Crossing = ReturnType<typeof ringCrossing>;
/** How near the middle of a side, as a share of it, the outline may cross itself before the length is written elsewhere. */
const CROWDED_SHARE = 0.2;

// the middle, or where the outline crosses itself there the quarter, so that not all is written at one spot
function labelPlace(from: LonLat, to: LonLat, crossing: Crossing): number[] {
  const along = (share: number) => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  const middle = along(0.5) as [number, number];
  if (crossing === null) return middle;
  const away = (at: LonLat) => Math.hypot(at[0] - middle[0], at[1] - middle[1]);
  const isCrowded = away([crossing[0], crossing[1]]) < CROWDED_SHARE * 2 * away(from);
  return isCrowded ? along(0.25) : middle;
}
