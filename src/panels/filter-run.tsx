import "../look/filter.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { FilterField } from "../../server/contract/filter-count.ts";
import { nameIn } from "../locale/name-text.ts";
import { clearFilter, followFilter, readFilterFacts, takePreset } from "../state/filter.ts";
import { followFilterOverlay } from "../state/filter-overlay.ts";
import { selectOpenedBuilding } from "../state/filter-question.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { FeatureCard } from "./feature-card.tsx";
import { FilterAnswered, FilterFound } from "./filter-answered.tsx";
import { FilterForm } from "./filter-form.tsx";
import { Question } from "./question.tsx";

/** Ask for buildings by conditions: questions often asked, own conditions, the answer and which they are. */
export function FilterRun() {
  const { t } = useTranslation();
  const opened = useApp(selectOpenedBuilding);
  const facts = useApp((state) => state.filterFacts);
  const isAsked = useApp((state) => state.filter.conditions.length > 0);
  useEffect(followFilter, []);
  useEffect(followFilterOverlay, []);
  return (
    <Question
      name="filter"
      icon="filter"
      title={t("filter.title")}
      action={
        isAsked ? (
          <button type="button" className="quiet" onClick={clearFilter}>
            {t("filter.clear")}
          </button>
        ) : null
      }
    >
      {opened === null ? (
        <>
          {isAsked ? null : <p className="hint">{t("filter.hint")}</p>}
          {facts.status === "failed" ? (
            <FailureNote failure={facts.failure} onRetry={readFilterFacts} />
          ) : null}
          <FilterAnswered />
          {isAsked ? (
            <details className="filter-more">
              <summary>{t("filter.presets")}</summary>
              <Presets />
            </details>
          ) : (
            <Presets />
          )}
          <FilterForm />
          <FilterFound />
        </>
      ) : (
        <FeatureCard key={opened} />
      )}
    </Question>
  );
}

function Presets() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const presets = useApp((state) => answerOfRun(state.filterFacts)?.presets);
  const fields = useApp((state) => answerOfRun(state.filterFacts)?.fields);
  const asked = useApp((state) => JSON.stringify(state.filter.conditions));
  if (!presets) return null;
  // one can be asked all the same, and is then told that nothing is known
  const isUnknown = (name: FilterField) => fields?.find(({ field }) => field === name)?.known === 0;
  return (
    <fieldset className="filter-presets" aria-label={t("filter.presets")}>
      {presets.map((preset) => (
        <button
          key={preset.name}
          type="button"
          className="chip"
          data-unknown={preset.conditions.some(({ field, op }) => op !== "known" && isUnknown(field))}
          aria-pressed={JSON.stringify(preset.conditions) === asked}
          onClick={() => takePreset(preset)}
        >
          {nameIn(language, { nameZh: preset.titleZh, nameEn: preset.titleEn })}
        </button>
      ))}
    </fieldset>
  );
}
