import { Fragment, lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useShallow } from "zustand/react/shallow";
import type { AppState } from "../state/app-state.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { SheetRun } from "./sheet-run.tsx";
import { WalkRun } from "./walk-run.tsx";

const FilterRun = lazy(async () => ({ default: (await import("./filter-run.tsx")).FilterRun }));
const ImportPreview = lazy(async () => ({ default: (await import("./import-preview.tsx")).ImportPreview }));
const AreaTools = lazy(async () => ({ default: (await import("./area-tools.tsx")).AreaTools }));
const NamedAreas = lazy(async () => ({ default: (await import("./named-areas.tsx")).NamedAreas }));

const RadiusRun = lazy(async () => ({ default: (await import("./radius-run.tsx")).RadiusRun }));
const GapRun = lazy(async () => ({ default: (await import("./gap-run.tsx")).GapRun }));

/** Draw an area or choose a zone, and ask of it or of the whole district; what is answered comes first. */
export function AnalysePanel() {
  const { t } = useTranslation();
  const tool = useApp((state) => state.tool);
  const isDropped = useApp((state) => state.dropped.status !== "none");
  const isAnyAsked = useApp((state) => selectAsked(state).length > 0);
  return (
    <>
      {isAnyAsked || tool !== "none" || isDropped ? null : (
        <section className="invite">
          <h2>{t("analyse.title")}</h2>
          <p className="hint">{t("analyse.hint")}</p>
        </section>
      )}
      <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
        {isDropped ? <ImportPreview /> : null}
        <FoldedTools />
        {tool === "draw" ? null : <Questions />}
      </Suspense>
    </>
  );
}

const QUESTIONS = {
  sheet: SheetRun,
  filter: FilterRun,
  gap: GapRun,
  radius: RadiusRun,
  walk: WalkRun,
  "named-areas": NamedAreas,
} as const;
type QuestionName = keyof typeof QUESTIONS;

const TITLES = {
  filter: "filter.title",
  gap: "gap.title",
  radius: "radius.title",
  walk: "isochrone.title",
  "named-areas": "sheetPage.areas.title",
} as const;
const NAMES = Object.keys(TITLES) as (keyof typeof TITLES)[];

// a question asked on purpose stands before the sheet, which comes by itself with an area
function selectAsked({ filter, gap, radius, walk, area, tool }: AppState): QuestionName[] {
  const asked: [QuestionName, boolean][] = [
    ["filter", filter.conditions.length > 0],
    ["gap", gap.category !== null],
    ["radius", radius.analysis !== null],
    ["walk", walk.origin !== null || tool === "origin"],
    ["sheet", area !== null],
  ];
  return asked.filter(([, isAsked]) => isAsked).map(([name]) => name);
}

// by its key each part stays the same while its place changes
function Questions() {
  const asked = useApp(useShallow(selectAsked));
  const others = NAMES.filter((name) => !asked.includes(name));
  return (
    <>
      {asked.length > 0 ? <MoreQuestions names={others} /> : null}
      {[...asked, ...others].map((name) => {
        const Part = QUESTIONS[name];
        return (
          <Fragment key={name}>
            <Part />
          </Fragment>
        );
      })}
    </>
  );
}

// below a long answer the other questions would not be found
function MoreQuestions({ names }: { readonly names: typeof NAMES }) {
  const { t } = useTranslation();
  const go = (name: string) => {
    const title = document.querySelector<HTMLElement>(`.question[data-question="${name}"] h2`);
    title?.scrollIntoView({ block: "start" });
    title?.focus({ preventScroll: true });
  };
  return (
    <div className="asks" role="toolbar" aria-label={t("analyse.more")}>
      {names.map((name) => (
        <button key={name} type="button" className="chip" onClick={() => go(name)}>
          {t(TITLES[name])}
        </button>
      ))}
    </div>
  );
}

// once there is an answer it comes first, and the tools fold away
function FoldedTools() {
  const { t } = useTranslation();
  const isAnswered = useApp((state) => state.tool === "none" && isFolded(state));
  const hasArea = useApp((state) => state.area !== null);
  return (
    <details className="area-fold" data-answered={isAnswered} open={!isAnswered}>
      <summary>{t(hasArea ? "sheetPage.change" : "analyse.chooseArea")}</summary>
      <AreaTools />
    </details>
  );
}

// a sheet that failed leaves the tools open: the outline may be what is to be mended
function isFolded(state: AppState): boolean {
  if (state.dropped.status !== "none") return true;
  return state.area === null ? selectAsked(state).length > 0 : answerOfRun(state.sheet) !== null;
}
