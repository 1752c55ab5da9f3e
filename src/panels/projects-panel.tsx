import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../locale/use-numbers.ts";
import {
  type AppState,
  LEDGERS,
  PROGRAMME_VIEWS,
  PROJECT_VIEWS,
  type ProjectAnswer,
} from "../state/app-state.ts";
import { showFindings } from "../state/findings.ts";
import { openLedger } from "../state/open-ledger.ts";
import { openFigures } from "../state/programme-figures.ts";
import {
  clearProjectChoice,
  projectsAgain,
  readMoreProjects,
  selectIsNarrowed,
  setProjectView,
} from "../state/projects.ts";
import { openProgrammeView } from "../state/signing.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { PlanPage } from "./plan-page.tsx";
import { ProjectFilters } from "./project-filters.tsx";
import { ProjectList } from "./project-list.tsx";
import { ProjectPage } from "./project-page.tsx";
import { Skeleton } from "./skeleton.tsx";

const ProjectBoard = lazy(async () => ({ default: (await import("./project-board.tsx")).ProjectBoard }));

const ProjectTimeline = lazy(async () => ({
  default: (await import("./project-timeline.tsx")).ProjectTimeline,
}));
const ProjectConflicts = lazy(async () => ({
  default: (await import("./project-conflicts.tsx")).ProjectConflicts,
}));
const MoneyView = lazy(async () => ({ default: (await import("./money-view.tsx")).MoneyView }));
const DispatchView = lazy(async () => ({ default: (await import("./dispatch-view.tsx")).DispatchView }));

const ProjectBatches = lazy(async () => ({
  default: (await import("./project-batches.tsx")).ProjectBatches,
}));

const EstatesPanel = lazy(async () => ({ default: (await import("./estates-panel.tsx")).EstatesPanel }));
const SafetyPanel = lazy(async () => ({ default: (await import("./safety-panel.tsx")).SafetyPanel }));
const AssetsPanel = lazy(async () => ({ default: (await import("./assets-panel.tsx")).AssetsPanel }));
const LEDGER_PANELS = { estates: EstatesPanel, assets: AssetsPanel, safety: SafetyPanel } as const;

const ProgrammeFigures = lazy(async () => ({
  default: (await import("./programme-figures.tsx")).ProgrammeFigures,
}));

const SigningView = lazy(async () => ({ default: (await import("./signing-view.tsx")).SigningView }));
const ListsView = lazy(async () => ({ default: (await import("./lists-view.tsx")).ListsView }));
const PlotPage = lazy(async () => ({ default: (await import("./plot-page.tsx")).PlotPage }));
const Findings = lazy(async () => ({ default: (await import("./findings.tsx")).Findings }));

/** What is being done in the district: filters, how many projects are left, and the list the map shows. */
export function ProjectsPanel() {
  const { t } = useTranslation();
  const selection = useApp((state) => state.selection);
  const run = useApp((state) => state.projects);
  const answer = answerOfRun(run);
  const figuresOpen = useApp((state) => state.figuresOpen);
  const findingView = useApp((state) => state.findingView);
  const isDispatch = useApp((state) => state.projectView === "dispatch");
  const ledger = useApp((state) => state.ledger);
  const programmeView = useApp((state) => state.programmeView);
  if (selection?.layer === "project") return <ProjectPage key={selection.id} />;
  if (selection?.layer === "plan-document") return <PlanPage key={selection.id} id={selection.id} />;
  if (selection?.layer === "acquisition-plot")
    return <Opened view={<PlotPage key={selection.id} id={selection.id} />} />;
  if (ledger !== null) {
    const Ledger = LEDGER_PANELS[ledger];
    return <Opened view={<Ledger />} />;
  }
  const ofFindings =
    selection === null ? findingView !== null && !figuresOpen : selection.layer === "finding";
  if (ofFindings) return <Opened view={<Findings />} />;
  if (figuresOpen) return <Opened view={<ProgrammeFigures />} />;
  if (programmeView === "lists") return <Opened view={<ListsView />} />;
  if (programmeView === "signing") return <Opened view={<SigningView />} />;
  return (
    <div className="projects" data-projects={run.status} aria-busy={run.status === "running"}>
      <header className="projects-head">
        <h2>{t("projects.title")}</h2>
        <div className="projects-more">
          <button type="button" className="quiet" onClick={openFigures}>
            {t("figures.open")}
          </button>
          <Ledgers />
        </div>
      </header>
      {isDispatch ? <Dispatch /> : <Pool answer={answer} run={run} />}
    </div>
  );
}

function Dispatch() {
  return (
    <>
      <ViewChoice />
      <Suspense fallback={<Skeleton lines={8} />}>
        <DispatchView />
      </Suspense>
    </>
  );
}

interface PoolProps {
  readonly answer: ProjectAnswer | null;
  readonly run: AppState["projects"];
}

function Pool({ answer, run }: PoolProps) {
  const { t } = useTranslation();
  const view = useApp((state) => state.projectView);
  return (
    <>
      <div className="batches-room">
        <Suspense fallback={null}>
          <ProjectBatches />
        </Suspense>
      </div>
      <ProjectFilters answer={answer} />
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={projectsAgain} /> : null}
      {run.status === "running" && answer === null ? <Skeleton lines={6} /> : null}
      {answer === null ? null : (
        <>
          <Count total={answer.total} />
          <ViewChoice />
          {answer.items.length === 0 ? null : <Found answer={answer} />}
          {answer.next === null || view === "timeline" || view === "conflicts" ? null : (
            <button type="button" onClick={() => void readMoreProjects()}>
              {t("projects.more", { shown: answer.items.length, total: answer.total })}
            </button>
          )}
        </>
      )}
    </>
  );
}

function ViewChoice() {
  const { t } = useTranslation();
  const view = useApp((state) => state.projectView);
  return (
    <fieldset className="segments">
      <legend className="unseen">{t("projects.view")}</legend>
      {PROJECT_VIEWS.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="project-view"
            checked={each === view}
            onChange={() => setProjectView(each)}
          />
          <span>{t(`projects.views.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Ledgers() {
  const { t } = useTranslation();
  const isInternal = useApp((state) => state.settings?.internal === true);
  return (
    <>
      <button type="button" className="quiet" onClick={() => showFindings("list")}>
        {t("findings.open")}
      </button>
      {LEDGERS.filter((ledger) => ledger !== "safety" || isInternal).map((ledger) => (
        <button key={ledger} type="button" className="quiet" onClick={() => openLedger(ledger)}>
          {t(`ledger.open.${ledger}`)}
        </button>
      ))}
      {PROGRAMME_VIEWS.map((view) => (
        <button key={view} type="button" className="quiet" onClick={() => openProgrammeView(view)}>
          {t(view === "signing" ? "signing.open" : "lists.open")}
        </button>
      ))}
    </>
  );
}

// what is opened in place of the projects loads when it is
function Opened({ view }: { readonly view: ReactNode }) {
  return <Suspense fallback={<Skeleton lines={8} />}>{view}</Suspense>;
}

function Found({ answer }: { readonly answer: ProjectAnswer }) {
  const view = useApp((state) => state.projectView);
  return view === "list" ? (
    <ProjectList projects={answer.items} terms={answer.terms} />
  ) : (
    <Suspense fallback={<Skeleton lines={6} />}>
      {view === "board" ? <ProjectBoard answer={answer} /> : null}
      {view === "timeline" ? <ProjectTimeline /> : null}
      {view === "conflicts" ? <ProjectConflicts /> : null}
      {view === "money" ? <MoneyView /> : null}
    </Suspense>
  );
}

function Count({ total }: { readonly total: number }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const isNarrowed = useApp(selectIsNarrowed);
  if (total === 0 && !isNarrowed) return <p className="hint">{t("projects.none")}</p>;
  return (
    <p className="project-count" aria-live="polite">
      <b>{t("projects.count", { count: total, total: numbers.number(total) })}</b>
      {total === 0 ? <span>{t("projects.noneFound")}</span> : null}
      {isNarrowed ? (
        <button type="button" className="quiet" onClick={clearProjectChoice}>
          {t("projects.clear")}
        </button>
      ) : null}
    </p>
  );
}
