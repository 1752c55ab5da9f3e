import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import type { Finding } from "../../server/contract/findings.ts";
import { severityColour } from "../cartography/finding-colours.ts";
import { type Brush, type FindingOverlay, type StyleInput, TEXT_FONT } from "./style-input.ts";

const collection = (features: GeoJSON.Feature[]): GeoJSONSourceSpecification => ({
  type: "geojson",
  data: { type: "FeatureCollection", features },
});

const point = (at: readonly number[], properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [...at] },
  properties,
});

function dots({ items, lit, levels }: FindingOverlay, dark: boolean): GeoJSON.Feature[] {
  return items.flatMap(({ id, title, place, severity, state }) => {
    if (place === null) return [];
    const level = levels.indexOf(severity);
    // what is in order again is an open ring
    const properties = { id, title, level, isDone: state === "improved", isLit: id === lit };
    return [point(place, { ...properties, colour: severityColour(level, dark) })];
  });
}

const chains = ({ items, linked }: FindingOverlay): GeoJSON.Feature[] =>
  items.flatMap(({ place, projects }: Finding) =>
    place === null || !linked
      ? []
      : projects.map(
          (project): GeoJSON.Feature => ({
            type: "Feature",
            geometry: { type: "LineString", coordinates: [[...place], [...project.place]] },
            properties: {},
          }),
        ),
  );

function projects({ items, linked }: FindingOverlay): GeoJSON.Feature[] {
  if (!linked) return [];
  const known = new Map(items.flatMap((item) => item.projects).map((project) => [project.id, project]));
  return [...known.values()].map(({ id, place, nameZh, nameEn }) =>
    point(place, { id, nameZh, ...(nameEn === null ? {} : { nameEn }) }),
  );
}

/** Findings at a point each, and the lines to the projects that take them up. */
export function findingSources({ findings, dark }: StyleInput): Record<string, GeoJSONSourceSpecification> {
  if (findings === null) return {};
  return {
    findings: collection(dots(findings, dark)),
    "finding-chains": collection(chains(findings)),
    "finding-projects": collection(projects(findings)),
  };
}

/** The findings of the list, or those of a chain with its projects. */
export function findingLayers({ input, palette, name }: Brush): LayerSpecification[] {
  if (input.findings === null) return [];
  const isLit: ExpressionSpecification = ["get", "isLit"];
  const isDone: ExpressionSpecification = ["get", "isDone"];
  const colour: ExpressionSpecification = ["get", "colour"];
  const label = { "text-font": TEXT_FONT, "text-size": 12, "text-max-width": 10, "text-optional": true };
  return [
    {
      id: "finding-chain",
      type: "line",
      source: "finding-chains",
      paint: { "line-color": palette.project, "line-width": 2, "line-dasharray": [2, 1.5] },
    },
    {
      id: "finding-project",
      type: "circle",
      source: "finding-projects",
      paint: {
        "circle-color": palette.project,
        "circle-radius": 7,
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": 2,
      },
    },
    {
      id: "finding-project-name",
      type: "symbol",
      source: "finding-projects",
      minzoom: 12,
      layout: { ...label, "text-field": name, "text-offset": [0, 1], "text-anchor": "top" },
      paint: { "text-color": palette.project, "text-halo-color": palette.halo, "text-halo-width": 1.6 },
    },
    {
      id: "finding",
      type: "circle",
      source: "findings",
      layout: { "circle-sort-key": ["-", 0, ["get", "level"]] },
      paint: {
        "circle-color": ["case", isDone, palette.halo, colour],
        "circle-radius": ["case", isLit, 10, ["match", ["get", "level"], 0, 7.5, 1, 6, 5]],
        "circle-stroke-color": ["case", isLit, palette.selected, isDone, colour, palette.halo],
        "circle-stroke-width": ["case", isLit, 3, isDone, 3, 1.8],
      },
    },
    {
      id: "finding-name",
      type: "symbol",
      source: "findings",
      minzoom: 15,
      layout: { ...label, "text-field": ["get", "title"], "text-offset": [0, 1.1], "text-anchor": "top" },
      paint: { "text-color": palette.text, "text-halo-color": palette.halo, "text-halo-width": 1.6 },
    },
  ];
}
