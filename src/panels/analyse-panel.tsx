import { Fragment, Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useShallow } from "zustand/react/shallow";
import type { AppState } from "../state/app-state.ts";
import {
  QUESTION_GROUPS,
  QUESTION_NAMES,
  type QuestionGroup,
  type QuestionName,
} from "../state/question-names.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { lazyPart } from "./lazy-part.tsx";
import { MenuHeading, QuestionRow, ToMenu } from "./question-menu.tsx";
import { QUESTIONS } from "./questions.ts";
import { followSheetInSight } from "./sheet-in-sight.ts";
import { preloadSheet, SheetRun } from "./sheet-run.tsx";
import { headingOf, rowOf } from "./show-question.ts";

const ImportPreview = lazyPart(async () => ({
  default: (await import("./import-preview.tsx")).ImportPreview,
}));
const AreaTools = lazyPart(async () => ({ default: (await import("./area-tools.tsx")).AreaTools }));

/** Draw an area or choose a zone, and ask of it or of the whole district; what is answered comes first. */
export function AnalysePanel() {
  const { t } = useTranslation();
  const tool = useApp((state) => state.tool);
  const isDropped = useApp((state) => state.dropped.status !== "none");
  const isAnyAsked = useApp(selectIsAnyAsked);
  useEffect(() => {
    if (tool === "draw") preloadSheet();
  }, [tool]);
  // with another question asked the sheet is not what is looked at
  useEffect(() => followSheetInSight((state) => selectAsked(state).length === 0), []);
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

const selectAsked = (state: AppState): QuestionName[] =>
  QUESTION_NAMES.filter((name) => QUESTIONS[name].isAsked(state));
// minutes on the map may be on before anything is asked, by the legend
const selectIsAnyAsked = (state: AppState): boolean =>
  state.area !== null ||
  selectAsked(state).some((name) => name !== "minutes" || state.openedQuestion === "minutes");

/*
 A question asked on purpose stands before the sheet, which comes by itself with an area; then the menu, with the one
 opened in its place. By its key each part stays the same while its place changes.
*/
function Questions() {
  const asked = useApp(useShallow(selectAsked));
  const hasAny = useApp(selectIsAnyAsked);
  const hasArea = useApp((state) => state.area !== null);
  const opened = useApp((state) => state.openedQuestion);
  useNewlyAsked(asked, opened);
  const groups = Object.entries(QUESTION_GROUPS) as [QuestionGroup, readonly QuestionName[]][];
  const parts = [
    hasAny ? <ToMenu key="to-menu" /> : null,
    ...asked.map((name) => <Part key={name} name={name} />),
    hasArea ? <SheetRun key="sheet" /> : null,
    hasAny ? <MenuHeading key="menu" /> : null,
    ...groups.flatMap(([group, names]) => {
      const others = names.filter((name) => !asked.includes(name));
      if (others.length === 0) return [];
      return [
        <GroupHeading key={`group:${group}`} group={group} />,
        ...others.map((name) =>
          name === opened ? <Part key={name} name={name} /> : <QuestionRow key={`row:${name}`} name={name} />,
        ),
      ];
    }),
  ];
  return <Fragment>{parts}</Fragment>;
}

// one that was opened in the menu moves up to those that are asked: its head stays in sight; nor is the focus lost
function useNewlyAsked(asked: readonly QuestionName[], opened: QuestionName | null): void {
  const before = useRef(asked);
  useEffect(() => {
    const isNew = opened !== null && asked.includes(opened) && !before.current.includes(opened);
    const closed = before.current.find((name) => !asked.includes(name));
    before.current = asked;
    if (isNew) headingOf(opened)?.scrollIntoView({ block: "start" });
    const changed = isNew ? opened : closed;
    // the button that was pressed is gone: who walks by keyboard goes on from the head, or from the row in the menu
    if (changed === undefined || document.activeElement !== document.body) return;
    (headingOf(changed) ?? rowOf(changed))?.focus({ preventScroll: isNew });
  }, [asked, opened]);
}

function Part({ name }: { readonly name: QuestionName }) {
  const { Part: Shown } = QUESTIONS[name];
  return <Shown />;
}

function GroupHeading({ group }: { readonly group: QuestionGroup }) {
  const { t } = useTranslation();
  return <h3 className="question-group">{t(`questions.group.${group}`)}</h3>;
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
  return state.area === null ? selectIsAnyAsked(state) : answerOfRun(state.sheet) !== null;
}
