import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import { selectLitOrdinals } from "../state/filter-question.ts";
import { useApp } from "../state/store.ts";
import type { Brush } from "./style-input.ts";

const BUILDINGS = { source: "building", sourceLayer: "building" } as const;
/** The feature state of a building found by a question. */
const LIT_STATE = "lit";

/** Whether a building was found by the question asked. */
export const IS_LIT: ExpressionSpecification = ["boolean", ["feature-state", LIT_STATE], false];

/** The buildings found, over all others; their edge keeps them in sight where a footprint is a speck. */
export function litBuildingLayers({ input, palette }: Brush): LayerSpecification[] {
  if (!input.lit) return [];
  const shared = {
    source: "building",
    "source-layer": "building",
    minzoom: 12,
    // layers alike but for their paint share their arrays, and MapLibre stumbles where one that looks at feature states is
    // taken out while a tile of them is on its way: this keeps the arrays apart
    filter: ["has", "ordinal"],
  } satisfies Partial<LayerSpecification>;
  return [
    {
      id: "building-lit",
      type: "fill",
      ...shared,
      paint: { "fill-color": palette.lit, "fill-opacity": ["case", IS_LIT, 0.95, 0] },
    },
    {
      id: "building-lit-edge",
      type: "line",
      ...shared,
      layout: { "line-join": "round" },
      paint: {
        // from far the edge is all one sees of a footprint
        "line-color": ["step", ["zoom"], palette.lit, 15, palette.litEdge],
        "line-width": ["interpolate", ["linear"], ["zoom"], 12, 1.1, 15, 1, 18, 1.8],
        "line-opacity": ["case", IS_LIT, 1, 0],
      },
    },
  ];
}

const NONE: readonly number[] = [];

/** Marks the buildings found by the store's question, by ordinal, as feature states; returns how to stop. */
export function followLitBuildings(map: MapLibreMap): () => void {
  let laid: { readonly source: unknown; readonly ordinals: readonly number[] } | null = null;
  const lay = () => {
    const ordinals = selectLitOrdinals(useApp.getState()) ?? NONE;
    const source = map.getSource(BUILDINGS.source);
    if (!source || (laid?.source === source && laid.ordinals === ordinals)) return;
    // a style made anew has a new source, without the states of the old one
    const before = laid?.source === source ? laid.ordinals : [];
    laid = { source, ordinals };
    for (const id of before) map.removeFeatureState({ ...BUILDINGS, id }, LIT_STATE);
    for (const id of ordinals) map.setFeatureState({ ...BUILDINGS, id }, { [LIT_STATE]: true });
  };
  map.on("styledata", lay);
  const stop = useApp.subscribe((state, before) => {
    if (selectLitOrdinals(state) !== selectLitOrdinals(before)) lay();
  });
  return () => {
    map.off("styledata", lay);
    stop();
  };
}
