import type { Map as MapLibreMap, PointLike } from "maplibre-gl";
import type { FeatureRef } from "../state/selection-state.ts";

// which layers of the style can be clicked, and the layer of the service each shows; what is small comes first
const PICKED: readonly (readonly [prefix: string, layer: string])[] = [
  ["finding", "finding"],
  ["finding-project", "project"],
  ["ledger-point", "building"],
  ["ledger-face", "zone"],
  ["facility-lit", "facility"],
  ["facility", "facility"],
  ["landmark", "landmark"],
  ["metro-station", "metro-station"],
  ["metro-entrance", "metro-entrance"],
  ["lift", "walk-edge"],
  ["cableway", "walk-edge"],
  ["acquisition-plot", "acquisition-plot"],
  ["project", "project"],
  ["project-area", "project"],
  ["project-line", "project"],
  ["walkway", "walkway"],
  ["riverfront-segment", "riverfront-segment"],
  ["metro-line", "metro-line"],
  ["stairs", "road"],
  ["escalator", "road"],
  ["bridge-", "road"],
  ["street-", "road"],
  ["footway", "road"],
  ["tunnel-", "road"],
  ["railway", "road"],
  ["building", "building"],
  ["building-standing", "building"],
  ["zone-face-renewal-district", "zone"],
  ["zone-face-core", "zone"],
  ["zone-face-wing", "zone"],
  ["zone-face-belt", "zone"],
  ["zone-face-area", "zone"],
  ["green", "green"],
  ["water", "water"],
  ["lake", "water"],
  ["zone-face-community", "zone"],
  ["zone-face-subdistrict", "zone"],
  ["land-use", "land-use"],
  ["zone-face-district", "zone"],
];

function rankOf(styleLayer: string): number {
  return PICKED.findIndex(([prefix]) =>
    prefix.endsWith("-")
      ? styleLayer.startsWith(prefix)
      : styleLayer === prefix || styleLayer === `${prefix}-name`,
  );
}

/** A finger is wider than a line. */
const REACH_PX = 4;
const MAX_PICKED = 8;

/** What lies at a point of the screen, of the given layers of the style or of all, the smallest thing first, each once. */
export function pick(
  map: MapLibreMap,
  { x, y }: { readonly x: number; readonly y: number },
  layers?: string[],
): FeatureRef[] {
  const box: [PointLike, PointLike] = [
    [x - REACH_PX, y - REACH_PX],
    [x + REACH_PX, y + REACH_PX],
  ];
  const found = map
    .queryRenderedFeatures(box, layers ? { layers } : {})
    .map((feature) => ({ rank: rankOf(feature.layer.id), id: feature.properties.id as unknown }))
    .filter((hit): hit is { rank: number; id: string } => hit.rank >= 0 && typeof hit.id === "string")
    .sort((a, b) => a.rank - b.rank);
  const refs = new Map(
    found.map(({ rank, id }) => [`${PICKED[rank]![1]}/${id}`, { layer: PICKED[rank]![1], id }]),
  );
  return [...refs.values()].slice(0, MAX_PICKED);
}

/** The thing of a layer of the service at a point of the screen, the smallest first; null where none lies. Only what shows such is looked through. */
export function pickOf(
  map: MapLibreMap,
  { x, y }: { readonly x: number; readonly y: number },
  layer: "project" | "finding",
): string | null {
  const layers = map.getLayersOrder().filter((id) => PICKED[rankOf(id)]?.[1] === layer);
  if (layers.length === 0) return null;
  return pick(map, { x, y }, layers)[0]?.id ?? null;
}

/** The number of the cell at a point of the screen; null where none lies. */
export function pickCell(
  map: MapLibreMap,
  { x, y }: { readonly x: number; readonly y: number },
): number | null {
  if (!map.getLayer("minutes-cell")) return null;
  const [cell] = map.queryRenderedFeatures([x, y], { layers: ["minutes-cell"] });
  return typeof cell?.id === "number" ? cell.id : null;
}
