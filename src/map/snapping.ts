import { type MapGeoJSONFeature, type Map as MapLibreMap, Marker } from "maplibre-gl";
import type { SnapToCustom } from "terra-draw";
import { polygonsOf } from "../geometry/area-text.ts";
import type { LonLat } from "../geometry/lon-lat.ts";
import { selectDrawn } from "../state/drawing.ts";
import { useApp } from "../state/store.ts";

interface Pixel {
  readonly x: number;
  readonly y: number;
}
interface Place {
  readonly at: LonLat;
  readonly kind: "corner" | "edge";
}

/** Finds the corner or edge under the pointer and shows where it is. */
export interface Snapper {
  readonly snap: SnapToCustom;
  hide(): void;
  remove(): void;
}

/** What can be snapped to, by the start of the style layer's id. */
const SNAPPED = [
  "building",
  "zone",
  "land-use",
  "parcel",
  "green",
  "water",
  "project-area",
  "preview-edge",
  "service",
  "local",
  "collector",
  "arterial",
  "footway",
  "street-",
];
const CORNER_PX = 12;
const EDGE_PX = 8;

/** Snaps to the corners, and else the edges, of what the map shows and of the drawn area. */
export function createSnapper(map: MapLibreMap): Snapper {
  const element = document.createElement("div");
  element.className = "snap-sign";
  const sign = new Marker({ element });
  const hide = () => sign.remove();
  const snap: SnapToCustom = ({ containerX, containerY }) => {
    if (!useApp.getState().pen.snaps) {
      hide();
      return undefined;
    }
    const pointer = { x: containerX, y: containerY };
    const place = nearestPlace(map, pointer, linesAround(map, pointer));
    if (place === null) {
      hide();
      return undefined;
    }
    element.dataset.kind = place.kind;
    sign.setLngLat([place.at[0], place.at[1]]).addTo(map);
    return [round(place.at[0]), round(place.at[1])];
  };
  return { snap, hide, remove: hide };
}

const round = (degrees: number) => Number(degrees.toFixed(6)) + 0;

interface Line {
  readonly points: readonly LonLat[];
  /** Whether a side is none of the thing itself. */
  readonly isCutOff: (from: LonLat, to: LonLat) => boolean;
}

function linesAround(map: MapLibreMap, { x, y }: Pixel): Line[] {
  const box: [[number, number], [number, number]] = [
    [x - CORNER_PX, y - CORNER_PX],
    [x + CORNER_PX, y + CORNER_PX],
  ];
  const layers = map
    .getLayersOrder()
    .filter((id) => SNAPPED.some((start) => id.startsWith(start)) && map.getLayer(id)?.type !== "symbol");
  const found = map.queryRenderedFeatures(box, { layers }).flatMap(linesOf);
  return [...found, ...ownLines()];
}

// while its own corners are moved the drawn area is nothing to snap to
function ownLines(): Line[] {
  const state = useApp.getState();
  const drawn = state.tool === "draw" ? selectDrawn(state) : null;
  const rings = drawn ? polygonsOf(drawn).flat() : [];
  return rings.map((ring) => ({ points: ring as unknown as LonLat[], isCutOff: () => false }));
}

function linesOf(feature: MapGeoJSONFeature): Line[] {
  const isCutOff = edgeOfTile(feature);
  return pathsOf(feature.geometry).map((points) => ({ points, isCutOff }));
}

function pathsOf(geometry: GeoJSON.Geometry): LonLat[][] {
  switch (geometry.type) {
    case "LineString":
      return [geometry.coordinates as unknown as LonLat[]];
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates as unknown as LonLat[][];
    case "MultiPolygon":
      return geometry.coordinates.flat() as unknown as LonLat[][];
    default:
      return [];
  }
}

// a tile holds things only up to a little beyond its edge: sides that lie out there were made by the cutting
function edgeOfTile(feature: MapGeoJSONFeature): Line["isCutOff"] {
  const { _z: z, _x: column, _y: row } = feature;
  const across = ([lon]: LonLat) => ((lon + 180) / 360) * 2 ** z - column;
  const down = ([, lat]: LonLat) => {
    const radians = (lat * Math.PI) / 180;
    return ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z - row;
  };
  const isBeyond = (a: number, b: number) => (a < 0 && b < 0) || (a > 1 && b > 1);
  return (from, to) => isBeyond(across(from), across(to)) || isBeyond(down(from), down(to));
}

interface Candidate extends Place {
  readonly px: number;
}

// a corner within reach is meant before any edge
function nearestPlace(map: MapLibreMap, pointer: Pixel, lines: readonly Line[]): Place | null {
  const reach = extentAround(map, pointer);
  const candidates = lines.flatMap(({ points, isCutOff }) =>
    sidesOf(points)
      .filter(([from, to]) => !isOutside(reach, from, to) && !isCutOff(from, to))
      .flatMap((side) => placesOn(map, pointer, side)),
  );
  const rank = ({ kind, px }: Candidate) => (kind === "corner" ? px : px + CORNER_PX);
  candidates.sort((one, other) => rank(one) - rank(other));
  return candidates[0] ?? null;
}

type Side = readonly [from: LonLat, to: LonLat];
const sidesOf = (points: readonly LonLat[]): Side[] =>
  points.slice(1).map((to, index) => [points[index]!, to]);

// what of a side lies within reach of the pointer: its ends, and the nearest place on it
function placesOn(map: MapLibreMap, pointer: Pixel, [from, to]: Side): Candidate[] {
  const [a, b] = [map.project([from[0], from[1]]), map.project([to[0], to[1]])];
  const foot = footOf(pointer, a, b);
  const { lng, lat } = map.unproject([foot.x, foot.y]);
  const places: Candidate[] = [
    { kind: "corner", at: from, px: distance(a, pointer) },
    { kind: "corner", at: to, px: distance(b, pointer) },
    { kind: "edge", at: [lng, lat], px: distance(foot, pointer) },
  ];
  return places.filter(({ kind, px }) => px <= (kind === "corner" ? CORNER_PX : EDGE_PX));
}

// west, south, east, north of what lies within reach of the pointer, whichever way the map is turned
function extentAround(map: MapLibreMap, { x, y }: Pixel): readonly [number, number, number, number] {
  const corners = [
    [x - CORNER_PX, y - CORNER_PX],
    [x + CORNER_PX, y - CORNER_PX],
    [x - CORNER_PX, y + CORNER_PX],
    [x + CORNER_PX, y + CORNER_PX],
  ].map(([px, py]) => map.unproject([px!, py!]));
  const [lons, lats] = [corners.map(({ lng }) => lng), corners.map(({ lat }) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

function isOutside([west, south, east, north]: readonly number[], from: LonLat, to: LonLat): boolean {
  return (
    Math.max(from[0], to[0]) < west! ||
    Math.min(from[0], to[0]) > east! ||
    Math.max(from[1], to[1]) < south! ||
    Math.min(from[1], to[1]) > north!
  );
}

const distance = (a: Pixel, b: Pixel) => Math.hypot(a.x - b.x, a.y - b.y);

function footOf(p: Pixel, a: Pixel, b: Pixel): Pixel {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared));
  return { x: a.x + share * dx, y: a.y + share * dy };
}
