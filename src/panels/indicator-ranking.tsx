import { useEffect, useState } from "react";
import { RANKED_KINDS, type RankingList } from "../../server/contract/indicator-values.ts";
import { ZoneLink } from "../analyses/zone-link.tsx";
import { type Failure, failureOf } from "../backend.ts";
import { readRanking } from "../findings-backend.ts";
import { nameIn } from "../locale/name-text.ts";
import { useFindingReader } from "../locale/use-finding-reader.ts";
import { chooseFindings } from "../state/findings.ts";
import { useApp } from "../state/store.ts";
import { IndicatorOptions } from "./finding-options.tsx";
import { FindingRefusal } from "./finding-refusal.tsx";

/** The zones of a kind by the latest value known of an indicator, the worst first. */
export function IndicatorRanking() {
  const { t } = useFindingReader();
  const district = useApp((state) => state.district)!;
  const indicators = useApp((state) => state.indicators);
  const asked = useApp((state) => state.findingChoice.indicator);
  const [kind, setKind] = useState<string>("subdistrict");
  const chosen = indicators.find(({ code }) => code === asked) ?? indicators[0];
  const [edition, indicator] = [chosen?.edition, chosen?.code];
  const [ranking, setRanking] = useState<RankingList | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    if (edition === undefined || indicator === undefined) return;
    let isCurrent = true;
    readRanking(district, { edition, indicator, kind }).then(
      (found) => {
        if (isCurrent) setRanking(found);
      },
      (error: unknown) => setFailure(failureOf(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [district, edition, indicator, kind]);
  return (
    <section className="indicator-ranking">
      <p className="hint">{t("findings.ranking.hint")}</p>
      <div className="project-selects">
        <label className="field">
          <span>{t("findings.indicator")}</span>
          <select
            value={indicator ?? ""}
            onChange={({ target }) => chooseFindings({ indicator: target.value || null })}
          >
            <IndicatorOptions />
          </select>
        </label>
        <label className="field">
          <span>{t("findings.ranking.kind")}</span>
          <select value={kind} onChange={({ target }) => setKind(target.value)}>
            {RANKED_KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`zoneKind.${each}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {failure === null ? null : <FindingRefusal refusal={failure} />}
      {ranking === null ? null : <Ranked ranking={ranking} />}
    </section>
  );
}

function Ranked({ ranking: { items, indicator } }: { readonly ranking: RankingList }) {
  const { t, valueText, language } = useFindingReader();
  const known = items.filter(({ value }) => value !== null);
  if (known.length === 0) return <p className="hint">{t("findings.ranking.all")}</p>;
  return (
    <table className="classes ranking-table">
      <caption>{t("findings.ranking.known", { known: known.length, total: items.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("findings.ranking.rank")}</th>
          <th scope="col">{t("findings.ranking.kind")}</th>
          <th scope="col">{t("findings.value")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ zone, rank, value, asOf, toldBy, kind, ...names }) => (
          <tr key={zone}>
            <td>{rank ?? "–"}</td>
            <th scope="row">
              <ZoneLink id={zone} name={nameIn(language, names) ?? zone} />
            </th>
            <td>
              {value === null ? t("findings.ranking.none") : <b>{valueText(indicator.unit, value)}</b>}
              {kind === null ? null : (
                <small>{[asOf, t(`findings.trend.kind.${kind}`), toldBy].filter(Boolean).join(" · ")}</small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
