import { useTranslation } from "react-i18next";
import { POOL_VIEWS, showView } from "../state/projects-view.ts";
import { useApp } from "../state/store.ts";

/** How the projects found stand: as a list, in columns, as a month of their dispatch, or by their money. */
export function PoolChoice() {
  const { t } = useTranslation();
  const view = useApp((state) => state.projectsView);
  return (
    <fieldset className="segments">
      <legend className="unseen">{t("projects.view")}</legend>
      {POOL_VIEWS.map((each) => (
        <label key={each}>
          <input type="radio" name="project-view" checked={each === view} onChange={() => showView(each)} />
          <span>{t(`projects.views.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
