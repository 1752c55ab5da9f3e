import type { TFunction } from "i18next";
import { nameIn } from "../locale/name-text.ts";
import type { AppState } from "../state/app-state.ts";
import { selectFilterArea } from "../state/filter-question.ts";
import { selectZone } from "../state/selection.ts";
import { selectDistrict } from "../state/session.ts";

/** The name of the place a question by conditions looks in: the district, a zone or the drawn area. */
export function filterPlace(state: AppState, t: TFunction): string {
  const area = selectFilterArea(state);
  if (area === null || !("zone" in area)) return t("analyse.drawn");
  const zone = selectZone(state, area.zone);
  const name = zone && nameIn(state.language, zone.properties);
  if (zone?.properties.kind !== "district") return name ?? area.zone;
  const district = selectDistrict(state);
  return t("filter.wholeDistrict", { district: (district && nameIn(state.language, district)) ?? name });
}
