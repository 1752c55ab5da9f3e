import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ServiceGapResult } from "../../server/contract/service-gap.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { setGap } from "../state/gap.ts";
import { GAP_VIEWS, type GapAnswer } from "../state/gap-state.ts";
import { useApp } from "../state/store.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { GapDownloads } from "./gap-downloads.tsx";
import { GapForm } from "./gap-form.tsx";
import { GapHeadline } from "./gap-headline.tsx";
import { GapPlaces } from "./gap-places.tsx";
import { MethodNotes, QualityNotes } from "./notes.tsx";
import { Segments } from "./segments.tsx";
import { ZoneRanking } from "./zone-ranking.tsx";

/** Who lacks it, then where, ranked and on the map, then how it is made. */
function ServiceGap({ answer }: { readonly answer: GapAnswer }) {
  const { result } = answer;
  return (
    <article className="gap-answer">
      <GapHeadline answer={answer} />
      {result.lacking !== null && result.lacking.buildings > 0 ? (
        <>
          <MissingCategories result={result} />
          <Where answer={answer} />
          <GapDownloads answer={answer} />
        </>
      ) : null}
      <QualityNotes notes={answer.dataQuality} />
      <MethodNotes methods={answer.method} under="gap" />
    </article>
  );
}

const FIRST_CATEGORIES = 5;

// of several categories, who lacks each; one may be asked about alone
function MissingCategories({ result }: { readonly result: ServiceGapResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const [isWhole, setWhole] = useState(false);
  if (result.categories.length < 2) return null;
  const { rankedBy } = result;
  const rows = [...result.categories].sort(
    (a, b) => (b.lacking?.[rankedBy] ?? -1) - (a.lacking?.[rankedBy] ?? -1),
  );
  const shown = isWhole ? rows : rows.slice(0, FIRST_CATEGORIES);
  return (
    <>
      <table className="classes gap-table" data-field="missing">
        <caption>{t("gap.missingOf")}</caption>
        <tbody>
          {shown.map(({ category, lacking, ...names }) => (
            <tr key={category} className={lacking ? undefined : "unknown"}>
              <th scope="row">
                {lacking ? (
                  <button
                    type="button"
                    className="lit"
                    title={t("gap.ask")}
                    onClick={() => setGap({ category })}
                  >
                    {nameIn(language, names)}
                  </button>
                ) : (
                  nameIn(language, names)
                )}
              </th>
              <td>
                {lacking ? numbers.counted(lacking[rankedBy], t(`gap.unit.${rankedBy}`)) : t("sheet.absent")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === rows.length ? null : (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          {t("gap.showAll", { count: rows.length })}
        </button>
      )}
    </>
  );
}

function Where({ answer }: { readonly answer: GapAnswer }) {
  const { t } = useTranslation();
  const view = useApp((state) => state.gap.view);
  return (
    <>
      <Segments
        className="gap-views"
        legend={t("gap.ranking")}
        name="gap-view"
        values={GAP_VIEWS}
        textOf={(each) => t(`gap.view.${each}`)}
        chosen={view}
        onChoose={(each) => setGap({ view: each })}
      />
      {view === "place" ? (
        <GapPlaces answer={answer} />
      ) : (
        <ZoneRanking key={view} result={answer.result} kind={view} />
      )}
    </>
  );
}

export const serviceGapView: AnalysisView<"service-gap"> = { Form: GapForm, Result: ServiceGap };
