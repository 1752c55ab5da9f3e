import type { SigningCase } from "../../server/contract/acquisition-plots.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { PlotRow } from "./plot-row.tsx";

/** Cases elsewhere with what does not agree in them, which is always in sight. */
export function SigningCases({ cases }: { readonly cases: readonly SigningCase[] }) {
  const { t } = useReader();
  return (
    <section className="signing-cases">
      <h3>{t("signing.cases")}</h3>
      {cases.map((each) => (
        <Case key={each.nameZh} of={each} />
      ))}
    </section>
  );
}

function Case({ of }: { readonly of: SigningCase }) {
  const { t, numbers, language } = useReader();
  const { households, signed, stated, plots, source, asOf } = of;
  const gap = stated === null ? 0 : stated - households;
  const other = signed + gap;
  const share = (part: number, all: number) => `${numbers.number((part / all) * 100, 1)}%`;
  const told = {
    name: nameIn(language, of),
    ...{ households, signed, stated, gap, other },
    share: share(signed, households),
    otherShare: stated === null ? "" : share(other, stated),
  };
  return (
    <>
      <p>
        <b>{t("signing.caseSum", told)}</b>
      </p>
      {gap === 0 ? null : (
        <p className="discrepancy" role="note">
          {t("signing.discrepancy", told)}
        </p>
      )}
      <ul className="plot-list">
        {plots.map((plot) => (
          <li key={plot.id}>
            <PlotRow plot={plot} />
          </li>
        ))}
      </ul>
      <p className="source" lang="zh-CN">
        {source} · {asOf}
      </p>
    </>
  );
}
