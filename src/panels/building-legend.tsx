import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { ColourClass } from "../cartography/colourings/colouring.ts";
import { COLOURING_NAMES, COLOURINGS, type ColouringName } from "../cartography/colourings/registry.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { selectIsDark } from "../state/appearance.ts";
import { countByClass, selectBuildingClasses } from "../state/buildings.ts";
import {
  selectReachCategory,
  setColouring,
  setCountsInView,
  setLitClass,
  setReachCategory,
} from "../state/colouring.ts";
import { selectCatalogue } from "../state/session.ts";
import { answerOfRun, useApp } from "../state/store.ts";

/** What the colours of the buildings tell: a choice of themes, every class of the one chosen with how many are of it, and what is unknown. */
export function BuildingLegend() {
  const { t } = useTranslation();
  const id = useId();
  const name = useApp((state) => state.colouring);
  const isDark = useApp(selectIsDark);
  const { classes, unknown, title } = COLOURINGS[name];
  const counts = useCounts(classes.length);
  return (
    <div className="theme-legend">
      <label htmlFor={id}>{t("colouring.title")}</label>
      <select id={id} value={name} onChange={(event) => setColouring(event.target.value as ColouringName)}>
        {COLOURING_NAMES.map((each) => (
          <option key={each} value={each}>
            {t(`colouring.name.${each}`)}
          </option>
        ))}
      </select>
      {name === "minutes" ? <CategoryChoice /> : null}
      <p className="keys-title">{t(title)}</p>
      <ul className="classes" onMouseLeave={() => setLitClass(null)}>
        {[...classes, unknown].map((each, at) => (
          <ClassKey key={each.label} of={each} at={at} isDark={isDark} buildings={counts?.[at] ?? null} />
        ))}
      </ul>
      <CountsChoice />
    </div>
  );
}

// null while the buildings are on their way: an absent count is no zero
function useCounts(classCount: number): readonly number[] | null {
  const classes = useApp(selectBuildingClasses);
  const buildings = useApp((state) => answerOfRun(state.buildings));
  const extent = useApp((state) => (state.countsInView ? state.viewExtent : null));
  return classes && buildings && countByClass(classCount, { classes, buildings, extent });
}

function CountsChoice() {
  const { t } = useTranslation();
  const isInView = useApp((state) => state.countsInView);
  const choice = (inView: boolean, text: ReactNode) => (
    <button type="button" aria-pressed={isInView === inView} onClick={() => setCountsInView(inView)}>
      {text}
    </button>
  );
  return (
    <fieldset className="counts-choice">
      <legend className="unseen">{t("colouring.counts.label")}</legend>
      {choice(false, t("colouring.counts.district"))}
      {choice(true, t("colouring.counts.view"))}
      <span>{t("colouring.counts.unit")}</span>
    </fieldset>
  );
}

interface ClassKeyProps {
  readonly of: ColourClass;
  readonly at: number;
  readonly isDark: boolean;
  readonly buildings: number | null;
}

// pointed at, or reached by keyboard, a class alone keeps its colour on the map
function ClassKey({ of, at, isDark, buildings }: ClassKeyProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const isLit = useApp((state) => state.litClass === at);
  return (
    <li>
      <button
        type="button"
        aria-pressed={isLit}
        onMouseEnter={() => setLitClass(at)}
        onFocus={() => setLitClass(at)}
        onBlur={() => setLitClass(null)}
      >
        <i style={{ background: isDark ? of.dark : of.light }} />
        <span>{of.label.includes(".") ? t(of.label) : of.label}</span>
        <b>{buildings === null ? "" : numbers.count(buildings)}</b>
      </button>
    </li>
  );
}

function CategoryChoice() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  const chosen = useApp(selectReachCategory);
  const persona = useApp((state) => state.sheetParams.persona);
  const reach = useApp((state) => state.reach);
  if (chosen === null) return <p className="hint">{t("colouring.minutes.noFacilities")}</p>;
  return (
    <>
      <select
        aria-label={t("field.category")}
        value={chosen}
        onChange={(event) => setReachCategory(event.target.value)}
      >
        {categories
          .filter(({ facilities }) => facilities > 0)
          .map((each) => (
            <option key={each.code} value={each.code}>
              {nameIn(language, each)}
            </option>
          ))}
      </select>
      <p className="hint" role="status">
        {reach.status === "running" ? t("analyse.asking") : null}
        {reach.status === "failed" ? reach.failure.message : null}
        {reach.status === "done" ? t("colouring.minutes.whose", { persona: t(`persona.${persona}`) }) : null}
      </p>
    </>
  );
}
