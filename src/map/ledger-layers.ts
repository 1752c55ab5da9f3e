import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import { representativePoint } from "../geometry/representative-point.ts";
import type { Brush, LedgerOverlay, StyleInput } from "./style-input.ts";

const collection = (features: GeoJSON.Feature[]): GeoJSONSourceSpecification => ({
  type: "geojson",
  data: { type: "FeatureCollection", features },
});

/** What the open ledger lists: estates by their outline, buildings and idle assets by a point. */
export function ledgerSources({ ledger, zones }: StyleInput): Record<string, GeoJSONSourceSpecification> {
  if (ledger === null) return {};
  return {
    "ledger-face": collection(ledger.kind === "estates" ? estateFeatures(ledger, zones) : []),
    "ledger-point": collection(pointFeatures(ledger)),
  };
}

function estateFeatures(
  { items }: LedgerOverlay & { kind: "estates" },
  zones: StyleInput["zones"],
): GeoJSON.Feature[] {
  const shapes = new Map(zones.map(({ id, geometry }) => [id, geometry as GeoJSON.Geometry]));
  return items.flatMap(({ id, nameZh, nameEn }): GeoJSON.Feature[] => {
    const geometry = shapes.get(id);
    const properties = { id, nameZh, ...(nameEn === null ? {} : { nameEn }) };
    return geometry && representativePoint(geometry) ? [{ type: "Feature", geometry, properties }] : [];
  });
}

function pointFeatures(ledger: LedgerOverlay): GeoJSON.Feature[] {
  if (ledger.kind === "safety") return buildingFeatures(ledger);
  if (ledger.kind === "estates") return [];
  // an asset is no feature of a layer: it has no id to be picked by
  return ledger.items.map(({ lon, lat }) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: {},
  }));
}

const buildingFeatures = ({ items }: LedgerOverlay & { kind: "safety" }): GeoJSON.Feature[] =>
  items.map(({ id, dueState, extent: [west, south, east, north] }) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [(west + east) / 2, (south + north) / 2] },
    properties: { id, dueState },
  }));

/** The estates listed are filled, the buildings listed stand as dots: those overdue in the colour of what is wanting. */
export function ledgerLayers({ input, palette }: Brush): LayerSpecification[] {
  if (input.ledger === null) return [];
  const due: ExpressionSpecification = [
    "match",
    ["get", "dueState"],
    "overdue",
    input.dark ? "#f0906f" : "#b4472e",
    "soon",
    input.dark ? "#e0ac5f" : "#b3772b",
    palette.project,
  ];
  return [
    {
      id: "ledger-face",
      type: "fill",
      source: "ledger-face",
      paint: { "fill-color": palette.project, "fill-opacity": 0.32 },
    },
    {
      id: "ledger-edge",
      type: "line",
      source: "ledger-face",
      paint: { "line-color": palette.project, "line-width": 1.6 },
    },
    {
      id: "ledger-point",
      type: "circle",
      source: "ledger-point",
      paint: {
        "circle-color": due,
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 12, 3, 17, 8],
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": 1.2,
      },
    },
  ];
}
