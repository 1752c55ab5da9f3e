import { useTranslation } from "react-i18next";
import { Segments } from "../analyses/segments.tsx";
import { POOL_VIEWS, showView } from "../state/projects-view.ts";
import { useApp } from "../state/store.ts";

/** How the projects found stand: as a list, in columns, as a month of their dispatch, or by their money. */
export function PoolChoice() {
  const { t } = useTranslation();
  const view = useApp((state) => state.projectsView);
  return (
    <Segments
      legend={t("projects.view")}
      unseen
      name="project-view"
      values={POOL_VIEWS}
      textOf={(each) => t(`projects.views.${each}`)}
      chosen={view}
      onChoose={showView}
    />
  );
}
