import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import type { RiverfrontSegment } from "../../server/contract/riverfront-access.ts";
import { bankColour } from "../cartography/riverfront-classes.ts";
import type { Brush, RiverfrontOverlay, StyleInput } from "./style-input.ts";

type Features = GeoJSON.Feature[];

function bankFeatures({ answer, segment }: RiverfrontOverlay, dark: boolean): Features {
  const { persona } = answer.inputs;
  return answer.result.segments.map((each: RiverfrontSegment): GeoJSON.Feature => {
    const walk = each.walks.find((one) => one.persona === persona);
    const isKnown = walk?.unreachable != null;
    return {
      type: "Feature",
      geometry: each.shape as GeoJSON.Geometry,
      properties: {
        id: each.id,
        colour: bankColour(walk?.medianSeconds ?? null, isKnown, dark),
        picked: each.id === segment,
      },
    };
  });
}

function accessFeatures({ answer, segment }: RiverfrontOverlay): Features {
  return answer.result.segments.flatMap(({ id, accessPoints }) =>
    accessPoints.map(
      (at): GeoJSON.Feature => ({
        type: "Feature",
        geometry: { type: "Point", coordinates: [...at] },
        properties: { picked: id === segment },
      }),
    ),
  );
}

const collection = (features: Features): GeoJSONSourceSpecification => ({
  type: "geojson",
  data: { type: "FeatureCollection", features },
});

export function riverfrontSources({
  riverfront,
  dark,
}: StyleInput): Record<string, GeoJSONSourceSpecification> {
  if (riverfront === null) return {};
  return {
    "riverfront-bank": collection(bankFeatures(riverfront, dark)),
    "riverfront-access": collection(accessFeatures(riverfront)),
  };
}

/** The banks by how long those near walk to them, the places where one gets down, and the segment picked. */
export function riverfrontLayers({ input, palette }: Brush): LayerSpecification[] {
  if (input.riverfront === null) return [];
  const isPicked: ExpressionSpecification = ["get", "picked"];
  return [
    {
      id: "riverfront-bank-picked",
      type: "line",
      source: "riverfront-bank",
      filter: ["==", isPicked, true],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": palette.selected, "line-width": 13, "line-opacity": 0.85 },
    },
    {
      id: "riverfront-bank-halo",
      type: "line",
      source: "riverfront-bank",
      layout: { "line-cap": "butt", "line-join": "round" },
      paint: { "line-color": palette.halo, "line-width": 9 },
    },
    {
      id: "riverfront-bank",
      type: "line",
      source: "riverfront-bank",
      layout: { "line-cap": "butt", "line-join": "round" },
      paint: { "line-color": ["get", "colour"], "line-width": 6 },
    },
    {
      id: "riverfront-access",
      type: "circle",
      source: "riverfront-access",
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 12, 3, 15, 5.5],
        "circle-color": palette.halo,
        "circle-stroke-color": ["case", isPicked, palette.selected, palette.text],
        "circle-stroke-width": 2,
      },
    },
  ];
}
