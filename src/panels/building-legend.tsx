import { useId } from "react";
import { useTranslation } from "react-i18next";
import { countByClass } from "../cartography/colourings/class-counts.ts";
import type { ColourClass } from "../cartography/colourings/colouring.ts";
import { COLOURING_NAMES, COLOURINGS, type ColouringName } from "../cartography/colourings/registry.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { selectIsDark } from "../state/appearance.ts";
import { selectReachCategory, setColouring, setReachCategory } from "../state/colouring.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";

/** What the colours of the buildings tell: a choice of themes, every class of the one chosen, and what is unknown. */
export function BuildingLegend() {
  const { t } = useTranslation();
  const id = useId();
  const name = useApp((state) => state.colouring);
  const isDark = useApp(selectIsDark);
  const { classes, unknown, title } = COLOURINGS[name];
  const counts = useCounts(name);
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
      <ul className="classes">
        {[...classes, unknown].map((each, at) => (
          <ClassKey key={each.label} of={each} isDark={isDark} buildings={counts?.[at] ?? null} />
        ))}
      </ul>
    </div>
  );
}

function useCounts(name: ColouringName): readonly number[] | null {
  const reach = useApp((state) => state.reach);
  if (name !== "minutes" || reach.status !== "done") return null;
  return countByClass(COLOURINGS.minutes, reach.result);
}

interface ClassKeyProps {
  readonly of: ColourClass;
  readonly isDark: boolean;
  readonly buildings: number | null;
}

function ClassKey({ of, isDark, buildings }: ClassKeyProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <li>
      <i style={{ background: isDark ? of.dark : of.light }} />
      <span>{of.label.includes(".") ? t(of.label) : of.label}</span>
      {buildings === null ? null : <b>{numbers.count(buildings)}</b>}
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
