import "../look/programme.css";
import "../look/findings.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { FINDING_VIEWS, type FindingView } from "../state/app-state.ts";
import { followFindings, showFindings } from "../state/findings.ts";
import { useApp } from "../state/store.ts";
import { FindingAdd } from "./finding-add.tsx";
import { FindingImport } from "./finding-import.tsx";
import { FindingList } from "./finding-list.tsx";
import { FindingPage } from "./finding-page.tsx";
import { Icon } from "./icon.tsx";
import { IndicatorRanking } from "./indicator-ranking.tsx";
import { IndicatorValues } from "./indicator-values.tsx";

const VIEWS: Readonly<Record<FindingView, () => React.ReactNode>> = {
  list: FindingList,
  add: FindingAdd,
  import: FindingImport,
  values: IndicatorValues,
  ranking: IndicatorRanking,
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
  const view = useApp((state) => state.findingView) ?? "list";
  const View = VIEWS[view];
  return (
    <article className="card findings" data-findings={view}>
      <button type="button" className="quiet" onClick={() => showFindings(null)}>
        <Icon name="back" />
        {t("findings.close")}
      </button>
      <h2 className="card-title">{t("findings.title")}</h2>
      <p className="hint">{t("findings.hint")}</p>
      <nav className="finding-views" aria-label={t("findings.title")}>
        {FINDING_VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={each === view}
            onClick={() => showFindings(each)}
          >
            {t(`findings.views.${each}`)}
          </button>
        ))}
      </nav>
      <View />
    </article>
  );
}
