import { useTranslation } from "react-i18next";
import type { RiverfrontAccessResult } from "../../server/contract/riverfront-access.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { RiverfrontAnswer } from "../state/riverfront-state.ts";
import { useApp } from "../state/store.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { MethodNotes, QualityNotes } from "./notes.tsx";
import { BarrierTable } from "./riverfront-barriers.tsx";
import { RiverfrontDownloads } from "./riverfront-downloads.tsx";
import { RiverfrontForm } from "./riverfront-form.tsx";
import { RiverfrontLegend } from "./riverfront-legend.tsx";
import { SegmentTable } from "./riverfront-segments.tsx";
import { WalkTable } from "./riverfront-walks.tsx";

type Bank = NonNullable<RiverfrontAccessResult["bank"]>;

/** Who gets to the river and how much of it is open, then by walker, by road and by segment, then how it is made. */
function RiverfrontAccess({ answer }: { readonly answer: RiverfrontAnswer }) {
  const { t } = useTranslation();
  const { bank } = answer.result;
  return (
    <article className="riverfront-answer">
      {bank === null ? (
        <p className="gap-nothing" data-field="riverfrontAbsent">
          {t("riverfront.none")}
        </p>
      ) : (
        <>
          <Headline result={answer.result} bank={bank} />
          {answer.result.segments.length === 0 ? null : <RiverfrontLegend />}
          <WalkTable walks={bank.walks} countedBy={answer.result.countedBy} />
          <BarrierTable of={bank} countedBy={answer.result.countedBy} />
          <SegmentTable result={answer.result} />
          <RiverfrontDownloads answer={answer} />
        </>
      )}
      <QualityNotes notes={answer.dataQuality} />
      <MethodNotes methods={answer.method} under="riverfront" />
    </article>
  );
}

function Headline({ result, bank }: { readonly result: RiverfrontAccessResult; readonly bank: Bank }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const persona = useApp((state) => state.riverfront.persona);
  const isWhole = useApp((state) => state.area === null);
  const { all, countedBy, limits, trial } = result;
  const walk = bank.walks.find((each) => each.persona === persona);
  const [count, whole] = [bank.near[countedBy], all[countedBy]];
  const catchment = numbers.length(limits.catchmentM);
  return (
    <div className="riverfront-headline" data-field="bank">
      <p className="hint">{t(isWhole ? "gap.scopeDistrict" : "gap.scopeArea")}</p>
      <p>
        {t("riverfront.headline", { persona: t(`persona.${persona}`) })}
        {trial ? (
          <em className="trial" title={t("sheet.trialHint")}>
            {t("sheet.trial")}
          </em>
        ) : null}
      </p>
      <p className="big">
        {numbers.share(walk?.within[2] ?? null)} <small>{t(`riverfront.of.${countedBy}`)}</small>
      </p>
      <p className="hint">
        {count === 0
          ? t("riverfront.nobody", { catchment })
          : t("riverfront.near", {
              count: numbers.count(count),
              unit: t(`riverfront.unit.${countedBy}`),
              catchment,
            })}
        {count === null || !whole
          ? null
          : t("riverfront.nearShare", { share: numbers.share(Math.min(1, count / whole)) })}
      </p>
      <BankFigures bank={bank} limits={limits} />
    </div>
  );
}

function BankFigures({
  bank,
  limits,
}: {
  readonly bank: Bank;
  readonly limits: RiverfrontAccessResult["limits"];
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (bank.lengthM === 0) return <p className="hint">{t("riverfront.noBank")}</p>;
  const figures = [
    ["length", numbers.length(bank.lengthM)],
    ["accessPoints", t("riverfront.accessCount", { count: bank.accessPoints })],
    ["open", numbers.share(bank.openShare)],
    ["continuous", numbers.share(bank.continuousShare)],
    ["longest", numbers.length(bank.longestM)],
  ] as const;
  return (
    <>
      <dl className="riverfront-figures">
        {figures.map(([name, value]) => (
          <div key={name} data-figure={name}>
            <dt>{t(`riverfront.figure.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">
        {t("riverfront.limits", {
          access: numbers.length(limits.accessM),
          open: numbers.length(limits.openM),
          run: numbers.length(limits.runM),
        })}
      </p>
    </>
  );
}

export const riverfrontAccessView: AnalysisView<"riverfront-access"> = {
  Form: RiverfrontForm,
  Result: RiverfrontAccess,
};
