import type { TFunction } from "i18next";
import { nameIn } from "../locale/name-text.ts";
import type { NumberText } from "../locale/number-text.ts";
import type { AppState } from "../state/app-state.ts";
import type { CellFigures, MinutesCells } from "../state/minutes-cells.ts";
import { selectZone } from "../state/selection.ts";

interface Speech {
  readonly t: TFunction;
  readonly numbers: NumberText;
}

/** The median of a cell in words. */
export function medianText({ medianS }: CellFigures, { t, numbers }: Speech): string {
  return medianS === Number.POSITIVE_INFINITY ? t("minutesView.overHour") : numbers.minutes(medianS);
}

/** The name of the zone a cell is; null where it is none. */
export function cellName(state: AppState, { ground }: MinutesCells, at: number): string | null {
  const zone = ground.cells[at]?.zone;
  const known = zone ? selectZone(state, zone) : null;
  return known && nameIn(state.language, known.properties);
}
