import { type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { isPoolView, selectLedgerThing, showView } from "../state/projects-view.ts";
import type { FeatureRef } from "../state/selection-state.ts";
import { useApp } from "../state/store.ts";
import { Icon } from "./icon.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { PlanPage } from "./plan-page.tsx";
import { ProjectPage } from "./project-page.tsx";
import { ProjectsMenu } from "./projects-menu.tsx";
import { PANEL_VIEWS } from "./projects-views.tsx";
import { Skeleton } from "./skeleton.tsx";

const PlotPage = lazyPart(async () => ({ default: (await import("./plot-page.tsx")).PlotPage }));
const Findings = PANEL_VIEWS.findings.View;

/** What is done in the district: the page of what is selected of the programme, else the view that is chosen, below the menu of all. */
export function ProjectsPanel() {
  const selection = useApp((state) => state.selection);
  const { View } = PANEL_VIEWS[useApp((state) => state.projectsView)];
  const isOpened = useApp(selectLedgerThing) !== null;
  const page = pageOf(selection);
  return (
    <>
      {page !== null || isOpened ? null : <ProjectsHead />}
      <Suspense fallback={<Skeleton lines={8} />}>{page ?? <View />}</Suspense>
    </>
  );
}

function pageOf(selection: FeatureRef | null): ReactNode {
  if (selection === null) return null;
  const { layer, id } = selection;
  if (layer === "project") return <ProjectPage key={id} />;
  if (layer === "plan-document") return <PlanPage key={id} id={id} />;
  if (layer === "acquisition-plot") return <PlotPage key={id} id={id} />;
  return layer === "finding" ? <Findings /> : null;
}

function ProjectsHead() {
  const { t } = useTranslation();
  const isPool = useApp((state) => isPoolView(state.projectsView));
  return (
    <header className="projects-head">
      {isPool ? (
        <h2>{t("projects.title")}</h2>
      ) : (
        <button type="button" className="quiet" onClick={() => showView("list")}>
          <Icon name="back" />
          {t("projects.menu.back")}
        </button>
      )}
      <ProjectsMenu />
    </header>
  );
}
