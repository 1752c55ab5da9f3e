import "../look/programme.css";
import "../look/findings.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { followFindings } from "../state/findings.ts";
import { FINDING_VIEWS, isFindingView, showView } from "../state/projects-view.ts";
import { useApp } from "../state/store.ts";
import { FindingAdd } from "./finding-add.tsx";
import { FindingImport } from "./finding-import.tsx";
import { FindingList } from "./finding-list.tsx";
import { FindingPage } from "./finding-page.tsx";
import { IndicatorRanking } from "./indicator-ranking.tsx";
import { IndicatorValues } from "./indicator-values.tsx";

const VIEWS: Readonly<Record<(typeof FINDING_VIEWS)[number], () => React.ReactNode>> = {
  findings: FindingList,
  "findings-add": FindingAdd,
  "findings-import": FindingImport,
  "findings-values": IndicatorValues,
  "findings-ranking": IndicatorRanking,
};

/** The register of findings: its list, one finding, or what is done for the whole of it. */
export function Findings() {
  const selection = useApp((state) => state.selection);
  useEffect(followFindings, []);
  if (selection?.layer === "finding") return <FindingPage key={selection.id} id={selection.id} />;
  return <Register />;
}

function Register() {
  const { t } = useTranslation();
  const shown = useApp((state) => state.projectsView);
  const view = isFindingView(shown) ? shown : "findings";
  const View = VIEWS[view];
  return (
    <article className="card findings" data-findings={view}>
      <h2 className="card-title">{t("findings.title")}</h2>
      <p className="hint">{t("findings.hint")}</p>
      <nav className="finding-views" aria-label={t("findings.title")}>
        {FINDING_VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={each === view}
            onClick={() => showView(each)}
          >
            {t(`findings.views.${each}`)}
          </button>
        ))}
      </nav>
      <View />
    </article>
  );
}
