import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from "maplibre-gl";
import { PALETTES } from "../cartography/palette.ts";
import { representativePoint } from "../geometry/representative-point.ts";
import type { Language } from "../state/app-state.ts";
import { buildingLayers, standingBuildings } from "./building-layers.ts";
import { foundProjectLayers, foundProjectSources } from "./found-projects.ts";
import { groundLabels, groundLayers } from "./ground-layers.ts";
import { metroLayers } from "./metro-layers.ts";
import { overlayLayers, overlaySources } from "./overlay-layers.ts";
import { facilityLayers, projectLayers } from "./place-layers.ts";
import { streetLabels, streetLayers } from "./street-layers.ts";
import type { Brush, StyleInput } from "./style-input.ts";
import { liftLayers, walkwayLayers } from "./walkway-layers.ts";
import { zoneEdges, zoneFaces, zoneLabels } from "./zone-layers.ts";

const TERRAIN_TILE_SIZE = 256;

/** The whole style of the map for a state of the page: sources, layers, overlays; pure. */
export function styleFor(input: StyleInput): StyleSpecification {
  const brush: Brush = {
    input,
    palette: PALETTES[input.dark ? "dark" : "light"],
    name: nameIn(input.language),
  };
  const sources = {
    ...tileSources(input),
    ...basemapSource(input),
    ...overlaySources(input),
    ...foundProjectSources(input),
    ...beyondRelief(input),
    "zone-names": zoneNames(input),
  };
  // a layer the district has no data of has no source, and asks for no tiles
  const layers = layersFor(brush).filter((layer) => !("source" in layer) || String(layer.source) in sources);
  return { version: 8, sources, layers };
}

// from the ground up
function layersFor(brush: Brush): LayerSpecification[] {
  const basemap: LayerSpecification[] = [{ id: "basemap", type: "raster", source: "basemap" }];
  return [
    ...groundLayers(brush),
    ...basemap,
    ...zoneFaces(brush),
    ...buildingLayers(brush),
    ...streetLayers(brush),
    ...zoneEdges(brush),
    ...(brush.input.found === null ? projectLayers(brush) : []),
    ...walkwayLayers(brush),
    ...standingBuildings(brush),
    ...liftLayers(brush),
    ...overlayLayers(brush),
    ...metroLayers(brush),
    ...facilityLayers(brush),
    ...streetLabels(brush),
    ...groundLabels(brush),
    ...zoneLabels(brush),
    ...foundProjectLayers(brush),
  ];
}

/** The name of a feature for a reader: Chinese as it is; English where there is one, else Chinese. */
function nameIn(language: Language): ExpressionSpecification {
  return language === "en"
    ? ["coalesce", ["get", "nameEn"], ["get", "nameZh"], ""]
    : ["coalesce", ["get", "nameZh"], ["get", "nameEn"], ""];
}

/** One source per layer that has tiles; the version in the address lets the browser keep them for good. */
function tileSources({ layers, district, addressOf }: StyleInput): Record<string, SourceSpecification> {
  return Object.fromEntries(
    layers
      .filter(({ count }) => count > 0)
      .map(({ name, version, minZoom, maxZoom, extent, geometryType }) => {
        const query = { district, v: String(version) };
        const bounds = extent === null ? {} : { bounds: [...extent] as [number, number, number, number] };
        const source: SourceSpecification =
          geometryType === "raster"
            ? {
                type: "raster-dem",
                tiles: [addressOf("tiles/terrain/{z}/{x}/{y}.png", query)],
                encoding: "terrarium",
                tileSize: TERRAIN_TILE_SIZE,
                maxzoom: maxZoom,
                ...bounds,
              }
            : {
                type: "vector",
                tiles: [addressOf(`tiles/${name}/{z}/{x}/{y}.mvt`, query)],
                minzoom: minZoom,
                maxzoom: maxZoom,
                ...bounds,
              };
        return [name, source];
      }),
  );
}

// everything but the extent of the elevation model
function beyondRelief({ layers }: StyleInput): Record<string, SourceSpecification> {
  const extent = layers.find(({ name }) => name === "terrain")?.extent;
  if (!extent) return {};
  const ring = (west: number, south: number, east: number, north: number) => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const geometry: GeoJSON.Polygon = {
    type: "Polygon",
    coordinates: [ring(-180, -85, 180, 85), ring(...extent).reverse()],
  };
  return { "beyond-relief": { type: "geojson", data: { type: "Feature", geometry, properties: {} } } };
}

function basemapSource({ basemapUrl, shown }: StyleInput): Record<string, SourceSpecification> {
  if (basemapUrl === null || !shown.has("basemap")) return {};
  return { basemap: { type: "raster", tiles: [basemapUrl], tileSize: 256 } };
}

// names of zones stand at one point each: as tiles they would be written once per tile
function zoneNames({ zones }: StyleInput): SourceSpecification {
  const features = zones.flatMap((zone): GeoJSON.Feature[] => {
    const point = representativePoint(zone.geometry as GeoJSON.Geometry);
    if (point === null) return [];
    const { kind, nameZh, nameEn } = zone.properties;
    return [
      {
        type: "Feature",
        geometry: { type: "Point", coordinates: [...point] },
        properties: { kind, nameZh, ...(nameEn === null ? {} : { nameEn }) },
      },
    ];
  });
  return { type: "geojson", data: { type: "FeatureCollection", features } };
}
