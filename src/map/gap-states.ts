import type { Map as MapLibreMap } from "maplibre-gl";
import type { GapAnswer } from "../state/app-state.ts";
import { selectGapAnswer } from "../state/gap-question.ts";
import { useApp } from "../state/store.ts";
import { GAP_STATE } from "./gap-layers.ts";

const BUILDINGS = { source: "building", sourceLayer: "building" } as const;

/** Marks the buildings that lack something, by ordinal, as feature states; returns how to stop. */
export function followGapStates(map: MapLibreMap): () => void {
  let laid: { readonly source: unknown; readonly answer: GapAnswer | null } = { source: null, answer: null };
  const mark = (answer: GapAnswer | null, lacks: boolean) => {
    for (const id of answer?.result.buildings.ordinals ?? [])
      map.setFeatureState({ ...BUILDINGS, id }, { [GAP_STATE]: lacks });
  };
  const lay = () => {
    const answer = selectGapAnswer(useApp.getState());
    const source = map.getSource(BUILDINGS.source);
    if (!source || (laid.source === source && laid.answer === answer)) return;
    // the states of others stay as they are; a source made anew has none
    if (laid.source === source) mark(laid.answer, false);
    laid = { source, answer };
    mark(answer, true);
  };
  map.on("styledata", lay);
  const stop = useApp.subscribe((state, before) => {
    if (selectGapAnswer(state) !== selectGapAnswer(before)) lay();
  });
  return () => {
    map.off("styledata", lay);
    stop();
  };
}
