import type {
  ExpressionSpecification,
  LayerSpecification,
  RasterDEMSourceSpecification,
  SourceSpecification,
  StyleSpecification,
} from "maplibre-gl";
import { PALETTES } from "../cartography/palette.ts";
import { representativePoint } from "../geometry/representative-point.ts";
import { buildingLayers, standingBuildings } from "./building-layers.ts";
import { catchmentBuildings, catchmentLayers, catchmentSources } from "./catchment-layers.ts";
import { cellLayers, cellSources, pickedCellLayers } from "./cell-layers.ts";
import { comparedLayers, comparedSources } from "./compared-areas.ts";
import { conflictLayers, conflictSources } from "./conflict-layers.ts";
import { facilityLabels, facilityLayers } from "./facility-layers.ts";
import { findingLayers, findingSources } from "./finding-layers.ts";
import { foundProjectLayers, foundProjectSources } from "./found-projects.ts";
import { gapBuildings, gapLayers, gapSources } from "./gap-layers.ts";
import { greenLabels, groundLayers, waterLabels } from "./ground-layers.ts";
import { ledgerLayers, ledgerSources } from "./ledger-layers.ts";
import { litBuildingLayers } from "./lit-buildings.ts";
import { metroLayers, stationLabels } from "./metro-layers.ts";
import { askedPlaceLayers, overlayLayers, overlaySources } from "./overlay-layers.ts";
import { parcelEdges } from "./parcel-layers.ts";
import { landmarkLayers, projectLayers } from "./place-layers.ts";
import { plotLayers, plotSources } from "./plot-layers.ts";
import { radiusBuildings, radiusLayers, radiusSources } from "./radius-layers.ts";
import { riverfrontLayers, riverfrontSources } from "./riverfront-layers.ts";
import { routeEndLayers, routeLayers, routeSources } from "./route-layers.ts";
import { streetLabels, streetLayers } from "./street-layers.ts";
import {
  streetBlockLayers,
  streetLineLayers,
  streetMarkLayers,
  streetOverlaySources,
} from "./street-overlay.ts";
import type { Brush, StyleInput } from "./style-input.ts";
import { liftLayers, walkwayLayers } from "./walkway-layers.ts";
import { fineZoneLabels, zoneEdges, zoneFaces, zoneLabels } from "./zone-layers.ts";

const TERRAIN_TILE_SIZE = 256;

/** The whole style of the map for a state of the page: sources, layers, overlays; pure. */
export function styleFor(input: StyleInput): StyleSpecification {
  const brush: Brush = {
    input,
    palette: PALETTES[input.dark ? "dark" : "light"],
    name: nameOf(input),
    lineName: nameOf({ ...input, bothNames: false }),
  };
  const sources: Record<string, SourceSpecification> = {
    ...tileSources(input),
    ...basemapSource(input),
    ...overlaySources(input),
    ...gapSources(input),
    ...routeSources(input),
    ...radiusSources(input),
    ...riverfrontSources(input),
    ...streetOverlaySources(input),
    ...cellSources(input),
    ...catchmentSources(input),
    ...ledgerSources(input),
    ...foundProjectSources(input),
    ...plotSources(input),
    ...findingSources(input),
    ...conflictSources(input),
    ...comparedSources(input),
    ...beyondRelief(input),
    ...outsideDistrict(input),
    "zone-names": zoneNames(input),
  };
  if (sources.terrain && input.shown.has("terrain")) {
    // of its own: shared with the shading, the mesh would be drawn from its coarser tiles; and without bounds, for beyond
    // them the mesh would fall to nought
    const { bounds: _, ...mesh } = sources.terrain as RasterDEMSourceSpecification;
    return { ...style(brush, { ...sources, [MESH]: mesh }), terrain: { source: MESH } };
  }
  return style(brush, sources);
}

const MESH = "terrain-mesh";

function style(brush: Brush, sources: Record<string, SourceSpecification>): StyleSpecification {
  // a layer the district has no data of has no source, and asks for no tiles
  const layers = layersFor(brush).filter((layer) => !("source" in layer) || String(layer.source) in sources);
  return { version: 8, sources, layers };
}

// from the ground up; of two names that would touch, the later one stays
function layersFor(brush: Brush): LayerSpecification[] {
  const basemap: LayerSpecification[] = [{ id: "basemap", type: "raster", source: "basemap" }];
  return [
    ...groundLayers(brush),
    ...basemap,
    ...streetBlockLayers(brush),
    ...buildingLayers(brush),
    ...gapBuildings(brush),
    ...radiusBuildings(brush),
    ...cellLayers(brush),
    ...catchmentBuildings(brush),
    ...streetLayers(brush),
    ...parcelEdges(brush),
    ...zoneFaces(brush),
    ...zoneEdges(brush),
    ...(brush.input.found === null ? projectLayers(brush) : []),
    ...ledgerLayers(brush),
    ...litBuildingLayers(brush),
    ...streetLineLayers(brush),
    ...walkwayLayers(brush),
    ...standingBuildings(brush),
    ...liftLayers(brush),
    ...gapLayers(brush),
    ...radiusLayers(brush),
    ...riverfrontLayers(brush),
    ...streetMarkLayers(brush),
    ...pickedCellLayers(brush),
    ...catchmentLayers(brush),
    ...overlayLayers(brush),
    ...routeLayers(brush),
    ...metroLayers(brush),
    ...facilityLayers(brush),
    ...facilityLabels(brush),
    ...fineZoneLabels(brush),
    ...streetLabels(brush),
    ...greenLabels(brush),
    // tilted, a river's name would stand on the towers before it
    ...(brush.input.tilted ? waterLabels(brush) : []),
    ...landmarkLayers(brush),
    ...stationLabels(brush),
    ...(brush.input.tilted ? [] : waterLabels(brush)),
    ...zoneLabels(brush),
    ...askedPlaceLayers(brush),
    ...routeEndLayers(brush),
    ...comparedLayers(brush),
    ...foundProjectLayers(brush),
    ...conflictLayers(brush),
    ...plotLayers(brush),
    ...findingLayers(brush),
  ];
}

/** The name of a feature for a reader: in the reader's language where there is one, else in the other; the other beneath by choice. */
function nameOf({ language, bothNames }: StyleInput): ExpressionSpecification {
  const [first, second] = language === "en" ? ["nameEn", "nameZh"] : ["nameZh", "nameEn"];
  const name: ExpressionSpecification = ["coalesce", ["get", first], ["get", second], ""];
  if (!bothNames) return name;
  const isTwice: ExpressionSpecification = [
    "all",
    ["has", first],
    ["has", second],
    ["!=", ["get", first], ["get", second]],
  ];
  const beneath = ["format", ["get", first], {}, "\n", {}, ["get", second], { "font-scale": 0.78 }];
  return ["case", isTwice, beneath, ["format", name, {}]] as unknown as ExpressionSpecification;
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
                // walking times come by ordinal
                ...(name === "building" ? { promoteId: "ordinal" } : {}),
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

// everything but the district itself
function outsideDistrict({ zones }: StyleInput): Record<string, SourceSpecification> {
  const district = zones.find(({ properties }) => properties.kind === "district")?.geometry as
    | GeoJSON.Polygon
    | GeoJSON.MultiPolygon
    | undefined;
  if (!district) return {};
  const polygons = district.type === "Polygon" ? [district.coordinates] : district.coordinates;
  const holes = polygons.flatMap(([outer]) => (outer ? [outer] : []));
  const geometry: GeoJSON.Polygon = { type: "Polygon", coordinates: [WORLD, ...holes] };
  return { "outside-district": { type: "geojson", data: { type: "Feature", geometry, properties: {} } } };
}

const WORLD = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
];

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
