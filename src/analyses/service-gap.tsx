import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ANY_REQUIRED, type ServiceGapResult } from "../../server/contract/service-gap.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { GAP_VIEWS, type GapAnswer } from "../state/app-state.ts";
import { setGap } from "../state/gap.ts";
import { useApp } from "../state/store.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { Ages } from "./gap-ages.tsx";
import { GapDownloads } from "./gap-downloads.tsx";
import { GapForm } from "./gap-form.tsx";
import { GapPlaces } from "./gap-places.tsx";
import { MethodNotes, QualityNotes } from "./notes.tsx";
import { ZoneRanking } from "./zone-ranking.tsx";

/** Who lacks it, then where, ranked and on the map, then how it is made. */
function ServiceGap({ answer }: { readonly answer: GapAnswer }) {
  const { result } = answer;
  return (
    <article className="gap-answer">
      <GapHeadline result={result} />
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

function GapHeadline({ result }: { readonly result: ServiceGapResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const { minutes, category } = useApp((state) => state.gap);
  const isWhole = useApp((state) => state.area === null);
  const { lacking, all, rankedBy, notOnNetwork } = result;
  const scope = <p className="hint">{t(isWhole ? "gap.scopeDistrict" : "gap.scopeArea")}</p>;
  if (lacking === null || lacking.buildings === 0) {
    return (
      <>
        {scope}
        <p className="gap-nothing">{t(`gap.${whyNothing(result)}`)}</p>
      </>
    );
  }
  const [only] = result.categories;
  const count = lacking[rankedBy];
  const whole = all[rankedBy];
  return (
    <div className="gap-headline" data-field="lacking">
      {scope}
      <p>
        <b className="gap-figure">{numbers.count(count)}</b> {t(`gap.unit.${rankedBy}`)}{" "}
        <span className="hint">
          {t("gap.ofAll", { share: numbers.share(count === null || !whole ? null : count / whole) })}
        </span>
        {result.trial ? (
          <em className="trial" title={t("sheet.trialHint")}>
            {t("sheet.trial")}
          </em>
        ) : null}
      </p>
      <p>
        {category === ANY_REQUIRED || !only
          ? t("gap.withinAny", { minutes })
          : t("gap.within", { minutes, category: nameIn(language, only) })}
      </p>
      <Most result={result} />
      <Ages byAge={result.byAge} />
      {notOnNetwork.buildings > 0 ? (
        <p className="hint">{t("gap.offNetwork", { buildings: numbers.count(notOnNetwork.buildings) })}</p>
      ) : null}
    </div>
  );
}

// which community lacks it most, or which subdistrict where no communities are known
function Most({ result }: { readonly result: ServiceGapResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const { rankedBy, zones } = result;
  const named = zones.filter(({ id, lacking }) => id !== null && (lacking[rankedBy] ?? 0) > 0);
  const kind = named.some((zone) => zone.kind === "community") ? "community" : "subdistrict";
  const [most] = named
    .filter((zone) => zone.kind === kind)
    .sort((a, b) => (b.lacking[rankedBy] ?? 0) - (a.lacking[rankedBy] ?? 0));
  if (!most) return null;
  return (
    <p className="gap-most" data-field="mostLacking">
      {t("gap.most", { kind: t(`zoneKind.${kind}`) })}
      <b>{nameIn(language, most)}</b> {numbers.counted(most.lacking[rankedBy], t(`gap.unit.${rankedBy}`))}
    </p>
  );
}

function whyNothing({ lacking, all, categories, rankedBy }: ServiceGapResult): string {
  if (categories.length === 0) return "ruleSetEmpty";
  if (lacking === null) return categories.length === 1 ? "nobody" : "noneHeld";
  if (all.buildings === 0) return "noBuildings";
  return rankedBy === "residents" ? "none" : "noneOfBuildings";
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
      <fieldset className="segments gap-views">
        <legend>{t("gap.ranking")}</legend>
        {GAP_VIEWS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="gap-view"
              checked={each === view}
              onChange={() => setGap({ view: each })}
            />
            <span>{t(`gap.view.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      {view === "place" ? (
        <GapPlaces answer={answer} />
      ) : (
        <ZoneRanking key={view} result={answer.result} kind={view} />
      )}
    </>
  );
}

export const serviceGapView: AnalysisView<"service-gap"> = { Form: GapForm, Result: ServiceGap };
