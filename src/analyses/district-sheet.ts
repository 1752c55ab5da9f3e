import { useEffect } from "react";
import { askKeptSheet, selectDistrictQuestion, selectKeptAnswer } from "../state/kept-sheets.ts";
import { selectZone } from "../state/selection.ts";
import { selectAskedArea } from "../state/sheet.ts";
import type { SheetAnswer } from "../state/sheet-state.ts";
import { useApp } from "../state/store.ts";

/** Whether the area asked about is the whole district. */
export function useIsDistrict(): boolean {
  return useApp((state) => {
    const area = selectAskedArea(state);
    return area !== null && "zone" in area && selectZone(state, area.zone)?.properties.kind === "district";
  });
}

/** The sheet of the whole district, to be read beside that of an area; null until it is there. */
export function useDistrictSheet(): SheetAnswer | null {
  const question = useApp(selectDistrictQuestion);
  useEffect(() => {
    if (question !== null) void askKeptSheet(question);
  }, [question]);
  return useApp((state) => selectKeptAnswer(state, question));
}
