import "../look/gap.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { nameIn } from "../locale/name-text.ts";
import { timeText } from "../locale/time-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { CELL_MEASURES, MINUTES_SCOPES } from "../state/colouring-state.ts";
import { setMinutes, setScope } from "../state/minutes.ts";
import { shareWithin } from "../state/minutes-histogram.ts";
import { selectAskedShape, selectScope } from "../state/minutes-inside.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { ComparePresets } from "./compare-presets.tsx";
import { CellAnswers, UnitChoice } from "./minutes-cells.tsx";
import { MinutesFigures } from "./minutes-figures.tsx";
import { MinutesHistogramChart } from "./minutes-histogram.tsx";
import { RangeFields } from "./minutes-range.tsx";
import { MinutesSides } from "./minutes-sides.tsx";
import { MinutesTable } from "./minutes-table.tsx";
import { Segments } from "./segments.tsx";
import { type Minutes, useFirstSide, useMinutes } from "./use-minutes.ts";

/** Walking minutes: who walks where, of what the map tells, how many walk how long, and one state beside another. */
export function MinutesView({ onCome }: { readonly onCome?: (() => void) | undefined }) {
  const { t } = useTranslation();
  const minutes = useMinutes();
  const hasCome = minutes !== null;
  useEffect(() => {
    if (hasCome) onCome?.();
  }, [hasCome, onCome]);
  const unit = useApp((state) => state.minutes.unit);
  return (
    <>
      <MinutesSides />
      <UnitChoice />
      {unit === "building" ? null : <MeasureChoice />}
      <ScopeChoice />
      {minutes === null ? <p className="hint">{t("app.loading")}</p> : <Answered minutes={minutes} />}
    </>
  );
}

function Answered({ minutes }: { readonly minutes: Minutes }) {
  const { t } = useTranslation();
  const says = useSays(minutes);
  const title = useTitle();
  const unit = useApp((state) => state.minutes.unit);
  const { first, by } = minutes;
  if (first.total === 0) {
    const isEmpty = first.offNetworkBuildings === 0 && first.buildings.every((each) => each === 0);
    return <p className="gap-nothing">{t(isEmpty ? "minutesView.noBuildings" : "minutesView.nobody")}</p>;
  }
  return (
    <>
      <MinutesFigures minutes={minutes} />
      <MinutesHistogramChart minutes={minutes} says={says} />
      <RangeFields minutes={minutes} />
      {minutes.beside ? null : <ComparePresets />}
      {unit === "building" ? null : <CellAnswers by={by} />}
      <MinutesTable minutes={minutes} title={title} />
    </>
  );
}

// the chart in words
function useSays({ first }: Minutes): string {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const category = useCategoryName();
  const share = (within: number) => numbers.share(shareWithin(first, within));
  return t("minutesView.chartSays", {
    category,
    five: share(5),
    ten: share(10),
    fifteen: share(15),
    median: first.medianS === null ? t("minutesView.overHour") : numbers.minutes(first.medianS),
  });
}

function useCategoryName(): string {
  const language = useApp((state) => state.language);
  const side = useFirstSide();
  const categories = useApp(selectCatalogue)?.categories ?? [];
  const found = categories.find(({ code }) => code === side?.category);
  return (found && nameIn(language, found)) ?? side?.category ?? "";
}

function useTitle(): string {
  const { t } = useTranslation();
  const category = useCategoryName();
  const side = useFirstSide();
  if (side === null) return t("minutesView.title");
  return [t("minutesView.title"), category, t(`persona.${side.persona}`), timeText(side.at, t)].join(" ");
}

function MeasureChoice() {
  const { t } = useTranslation();
  const measure = useApp((state) => state.minutes.measure);
  return (
    <Segments
      className="minutes-units"
      legend={t("minutesView.measure")}
      name="minutes-measure"
      values={CELL_MEASURES}
      textOf={(each) => t(`minutesView.measures.${each}`)}
      chosen={measure}
      onChoose={(each) => setMinutes({ measure: each })}
    />
  );
}

function ScopeChoice() {
  const { t } = useTranslation();
  const scope = useApp(selectScope);
  const hasArea = useApp((state) => selectAskedShape(state) !== null);
  return (
    <Segments
      className="minutes-units"
      legend={t("minutesView.scope")}
      name="minutes-scope"
      values={MINUTES_SCOPES}
      textOf={(each) => t(`minutesView.scopes.${each}`)}
      chosen={scope}
      onChoose={setScope}
      barredBy={(each) => (each === "area" && !hasArea ? t("minutesView.scopeNone") : null)}
    />
  );
}
