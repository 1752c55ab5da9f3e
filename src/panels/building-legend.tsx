import { type ReactNode, Suspense, useId } from "react";
import { useTranslation } from "react-i18next";
import type { ColourClass } from "../cartography/colourings/colouring.ts";
import { COLOURINGS, type ColouringName } from "../cartography/colourings/registry.ts";
import { nameIn } from "../locale/name-text.ts";
import { timeText } from "../locale/time-text.ts";
import { countByClass, selectBuildingClasses } from "../state/buildings.ts";
import { selectReachCategory, setColouring, setCountsInView, setReachCategory } from "../state/colouring.ts";
import { selectHasCells, selectIsParted } from "../state/minutes-sight.ts";
import { offeredColourings } from "../state/offered-colourings.ts";
import { selectCatalogue } from "../state/session.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { ClassKeys } from "./class-keys.tsx";
import { lazyPart } from "./lazy-part.tsx";

const CellLegend = lazyPart(async () => ({ default: (await import("./cell-legend.tsx")).CellLegend }));

/** What the colours of the buildings tell: a choice of themes, every class of the one chosen with how many are of it, and what is unknown. */
export function BuildingLegend() {
  const { t } = useTranslation();
  const id = useId();
  const name = useApp((state) => state.colouring);
  const { classes, unknown, title } = COLOURINGS[name];
  const hasCells = useApp(selectHasCells);
  const offered = offeredColourings(useApp(selectCatalogue));
  const direction = useApp((state) => state.minutes.direction);
  const minutesTitle = { both: title, to: "colouring.unit.minutesTo", from: "colouring.unit.minutesFrom" }[
    direction
  ];
  return (
    <div className="theme-legend">
      <label htmlFor={id}>{t("colouring.title")}</label>
      <select id={id} value={name} onChange={(event) => setColouring(event.target.value as ColouringName)}>
        {offered.map((each) => (
          <option key={each} value={each}>
            {t(`colouring.name.${each}`)}
          </option>
        ))}
      </select>
      {name === "minutes" ? <CategoryChoice /> : null}
      {hasCells ? (
        <Suspense>
          <CellLegend />
        </Suspense>
      ) : (
        <>
          <p className="keys-title">{t(name === "minutes" ? minutesTitle : title)}</p>
          <BuildingKeys classes={[...classes, unknown]} />
          <CountsChoice />
        </>
      )}
    </div>
  );
}

function BuildingKeys({ classes }: { readonly classes: readonly ColourClass[] }) {
  const { t } = useTranslation();
  const counts = useCounts(classes.length - 1);
  const isLost = useApp(({ buildings }) => buildings.status === "failed");
  return (
    <>
      <ClassKeys classes={classes} counts={counts} isLost={isLost} />
      {isLost ? <p className="hint">{t("colouring.counts.lost")}</p> : null}
    </>
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

function CategoryChoice() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  const chosen = useApp(selectReachCategory);
  const persona = useApp((state) => state.sheetParams.persona);
  const reach = useApp((state) => state.reach);
  const { flat } = useApp((state) => state.minutes);
  const { at } = useApp((state) => state.conditions);
  const isParted = useApp(selectIsParted);
  const when = flat ? t("colouring.minutes.flat") : timeText(at, t);
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
        {reach.status === "done" && isParted ? `${t("minutesView.first")} ` : null}
        {reach.status === "done"
          ? t("colouring.minutes.whose", { persona: t(`persona.${persona}`), when })
          : null}
      </p>
    </>
  );
}
