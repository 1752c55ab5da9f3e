import { useTranslation } from "react-i18next";
import { useNumbers } from "../locale/use-numbers.ts";
import type { MinutesRange } from "../state/colouring-state.ts";
import { setRange } from "../state/minutes.ts";
import { countInRange, MINUTES } from "../state/minutes-histogram.ts";
import { useApp } from "../state/store.ts";
import type { Minutes } from "./use-minutes.ts";

/** The minutes lit alone as two numbers, and how many walk so long: what the chart does by dragging. */
export function RangeFields({ minutes }: { readonly minutes: Minutes }) {
  const { t } = useTranslation();
  const range = useApp((state) => state.minutes.range);
  const { from, to } = range ?? { from: 0, to: null };
  const whole = (text: string) => Math.min(MINUTES, Math.max(0, Math.round(Number(text))));
  return (
    <fieldset className="minutes-range-fields">
      <legend className="unseen">{t("minutesView.rangeLegend")}</legend>
      <label>
        {t("minutesView.from")}
        <input
          type="number"
          min={0}
          max={MINUTES}
          value={from}
          onChange={({ target }) => setRange({ from: whole(target.value), to })}
        />
      </label>
      <label>
        {t("minutesView.to")}
        <input
          type="number"
          min={1}
          max={MINUTES}
          value={to ?? ""}
          placeholder={t("minutesView.noEnd")}
          onChange={({ target }) => setRange({ from, to: target.value === "" ? null : whole(target.value) })}
        />
        {t("minutesView.minute")}
      </label>
      <button type="button" className="quiet" disabled={range === null} onClick={() => setRange(null)}>
        {t("minutesView.clear")}
      </button>
      <p role="status">
        {range === null ? (
          <span className="hint">{t("minutesView.brushHint")}</span>
        ) : (
          <RangeCount minutes={minutes} range={range} />
        )}
      </p>
    </fieldset>
  );
}

function RangeCount({ minutes, range }: { readonly minutes: Minutes; readonly range: MinutesRange }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const unit = useApp((state) => state.minutes.unit);
  const { first, beside, by } = minutes;
  const { weight, buildings } = countInRange(first, range);
  const text = (of: number) => numbers.counted(of, t(`minutesView.unitOf.${by}`));
  const said = t(`minutesView.chosenRange.${by}`, {
    range:
      range.to === null ? t("minutesView.rangeOver", { ...range }) : t("minutesView.range", { ...range }),
    count: text(weight),
    buildings: numbers.count(buildings),
    share: numbers.share(first.total > 0 ? weight / first.total : null),
  });
  const ofCells = unit === "building" ? null : <small>{t("minutesView.litCells")}</small>;
  if (!beside) {
    return (
      <>
        <b>{said}</b> {ofCells}
      </>
    );
  }
  const other = countInRange(beside, range);
  return (
    <>
      <b>{said}</b> {t("minutesView.beside")} {text(other.weight)} {ofCells}
    </>
  );
}
