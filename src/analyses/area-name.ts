import type { TFunction } from "i18next";
import { nameIn } from "../locale/name-text.ts";
import type { AppState } from "../state/app-state.ts";
import type { AskedArea } from "../state/drawing-state.ts";
import { selectKeptName } from "../state/kept-name.ts";
import { selectZone } from "../state/selection.ts";

/** What a reader calls an area: the name of its zone, the one it is kept under, or that it was drawn. */
export function areaName(state: AppState, area: AskedArea | null, t: TFunction): string {
  const zone = area !== null && "zone" in area ? selectZone(state, area.zone) : null;
  const name = zone ? nameIn(state.language, zone.properties) : selectKeptName(state, area);
  if (name !== null) return name;
  return area !== null && "zone" in area ? area.zone : t("analyse.drawn");
}
