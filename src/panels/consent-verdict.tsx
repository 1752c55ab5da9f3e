import { useState } from "react";
import type {
  AcquisitionPlotPage,
  ConsentTest,
  SigningStage,
} from "../../server/contract/acquisition-plots.ts";
import { datedSource } from "../locale/guard-text.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";

interface ConsentVerdictProps {
  readonly consent: NonNullable<AcquisitionPlotPage["consent"]>;
  readonly stages: readonly SigningStage[];
}

/** Says at a press whether the shares the law asks for are reached, each with both its numbers and its clause. */
export function ConsentVerdict({ consent, stages }: ConsentVerdictProps) {
  const { t } = useReader();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <p>
        <button type="button" className="primary" onClick={() => setAsked(true)}>
          {t("signing.consent.ask")}
        </button>
      </p>
    );
  }
  return (
    <section className="consent-verdict" data-status={consent.status} aria-live="polite">
      <h3>{t(`signing.consent.verdict.${consent.status}`)}</h3>
      <ul>
        {consent.tests.map((test) => (
          <Test key={`${test.stage} ${test.measure}`} test={test} stages={stages} />
        ))}
      </ul>
    </section>
  );
}

function Test({ test, stages }: { readonly test: ConsentTest; readonly stages: readonly SigningStage[] }) {
  const { t, numbers, language } = useReader();
  const name = (code: string | null) => {
    const stage = stages.find((each) => each.code === code);
    return stage ? nameIn(language, stage) : t("signing.consent.all");
  };
  const write = (value: number | null) => {
    if (value === null) return t("signing.consent.unknownNumber");
    return test.measure === "area" ? `${numbers.number(value, 2)} m²` : numbers.number(value);
  };
  const { stage, base, measure, share, numerator, denominator, inclusive, status } = test;
  return (
    <li data-status={status}>
      <p>
        <b>
          {t("signing.consent.test", {
            stage: name(stage),
            base: name(base),
            measure: t(`signing.consent.measure.${measure}`),
          })}
        </b>{" "}
        <span className="consent-status">{t(`signing.consent.status.${status}`)}</span>
      </p>
      <p>
        {t("signing.consent.numbers", {
          ...{ value: write(test.value), of: write(test.of), numerator, denominator },
          share: share === null ? numbers.unknown : `${numbers.number(Math.floor(share * 1000) / 10, 1)}%`,
          sign: t(inclusive ? "signing.consent.atLeast" : "signing.consent.above"),
        })}
      </p>
      <p className="source" lang="zh-CN">
        {[test.jurisdiction, test.clause, datedSource(test)].join(" · ")}
        {test.clauseStatus === "verified" ? null : ` · ${t("signing.consent.unverified")}`}
      </p>
    </li>
  );
}
