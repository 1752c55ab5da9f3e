import { memo, Suspense, useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../locale/use-numbers.ts";
import type { ProjectAnswer } from "../state/project-state.ts";
import { clearProjectChoice, projectsAgain, readMoreProjects, selectIsNarrowed } from "../state/projects.ts";
import { showView } from "../state/projects-view.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { PoolChoice } from "./pool-choice.tsx";
import { ProjectFilters } from "./project-filters.tsx";
import { ProjectList } from "./project-list.tsx";
import { Skeleton } from "./skeleton.tsx";

const ProjectBoard = lazyPart(async () => ({ default: (await import("./project-board.tsx")).ProjectBoard }));
const ProjectTimeline = lazyPart(async () => ({
  default: (await import("./project-timeline.tsx")).ProjectTimeline,
}));
const ProjectConflicts = lazyPart(async () => ({
  default: (await import("./project-conflicts.tsx")).ProjectConflicts,
}));
const MoneyView = lazyPart(async () => ({ default: (await import("./money-view.tsx")).MoneyView }));
const ProjectBatches = lazyPart(async () => ({
  default: (await import("./project-batches.tsx")).ProjectBatches,
}));

/** The projects of the district: filters, how many are left, and the list the map shows. */
export function PoolView() {
  const { t } = useTranslation();
  // hundreds of rows are made between two frames, not before the next
  const run = useDeferredValue(useApp((state) => state.projects));
  const answer = answerOfRun(run);
  // they have pages of their own
  const pages = useApp(({ projectsView: view }) => view === "timeline" || view === "conflicts");
  const isNarrowed = useApp(selectIsNarrowed);
  // where there is nothing, there is nothing to narrow and no way to look at it
  if (run.status === "done" && run.result.total === 0 && !isNarrowed)
    return (
      <div className="projects" data-projects="done">
        <NoProjects />
      </div>
    );
  return (
    <div className="projects" data-projects={run.status} aria-busy={run.status === "running"}>
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
          <PoolChoice />
          {answer.items.length === 0 ? null : <Found answer={answer} />}
          {answer.next === null || pages ? null : (
            <button type="button" onClick={() => void readMoreProjects()}>
              {t("projects.more", { shown: answer.items.length, total: answer.total })}
            </button>
          )}
        </>
      )}
    </div>
  );
}

const Found = memo(function Found({ answer }: { readonly answer: ProjectAnswer }) {
  const view = useApp((state) => state.projectsView);
  if (view === "list") return <ProjectList projects={answer.items} terms={answer.terms} />;
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      {view === "board" ? <ProjectBoard answer={answer} /> : null}
      {view === "timeline" ? <ProjectTimeline /> : null}
      {view === "conflicts" ? <ProjectConflicts /> : null}
      {view === "money" ? <MoneyView /> : null}
    </Suspense>
  );
});

// a district without any project: what to do next
function NoProjects() {
  const { t } = useTranslation();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  return (
    <div className="no-projects">
      <p>
        <b>{t("entry.none")}</b>
      </p>
      <p className="hint">{t(canWrite ? "entry.noneHint" : "entry.noneReadOnly")}</p>
      <p className="actions">
        {canWrite ? (
          <button type="button" className="primary" onClick={() => showView("entry")}>
            {t("entry.open")}
          </button>
        ) : null}
        <button type="button" onClick={() => showView("programme")}>
          {t("entry.nonePublished")}
        </button>
      </p>
    </div>
  );
}

function Count({ total }: { readonly total: number }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const isNarrowed = useApp(selectIsNarrowed);
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
