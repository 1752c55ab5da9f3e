import { useTranslation } from "react-i18next";
import type { TwoStepCatchmentResult } from "../../server/contract/two-step-catchment.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { setCatchment } from "../state/catchment.ts";
import type { CatchmentAnswer } from "../state/catchment-state.ts";
import { useApp } from "../state/store.ts";
import { heldText, unitText } from "./catchment-text.ts";

/** How much there is for 1,000, who has none, how unequal it is, and the check that all is shared out. */
export function CatchmentHeadline({ answer }: { readonly answer: CatchmentAnswer }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const isWhole = useApp((state) => state.area === null);
  const { result } = answer;
  const { perThousand, balance, group, trial } = result;
  const unit = unitText(answer, { t, language });
  return (
    <div className="gap-headline" data-field="perThousand">
      <p className="hint">{t(isWhole ? "catchment.scopeDistrict" : "catchment.scopeArea")}</p>
      <p className="hint">{t("catchment.perThousand", { group: nameIn(language, group) })}</p>
      <p>
        <b className="gap-figure">{heldText(perThousand, numbers)}</b> {perThousand === null ? null : unit}{" "}
        {isWhole || !balance ? null : (
          <span className="hint">
            {t("catchment.ofDistrict", { value: heldText(balance.perThousand, numbers) })}
          </span>
        )}
        {trial ? (
          <em className="trial" title={t("sheet.trialHint")}>
            {t("sheet.trial")}
          </em>
        ) : null}
      </p>
      <WhoHasNone result={result} />
      <Spread result={result} />
      <Balance result={result} unit={unit} />
    </div>
  );
}

function WhoHasNone({ result }: { readonly result: TwoStepCatchmentResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { none, unknown, atLeast, minutes } = result;
  if (none === null) return null;
  const people = (value: number) => t("catchment.people", { count: numbers.count(value) });
  return (
    <>
      <p className="catchment-none" data-field="none">
        {none.demand > 0
          ? t("catchment.none", {
              ...{ people: people(none.demand), share: numbers.share(none.share), minutes },
            })
          : t("catchment.noneNobody", { minutes })}
      </p>
      {unknown ? <p className="hint">{t("catchment.unknownPeople", { people: people(unknown) })}</p> : null}
      {atLeast ? <p className="hint">{t("catchment.atLeast", { people: people(atLeast) })}</p> : null}
    </>
  );
}

function Spread({ result: { quantiles, gini } }: { readonly result: TwoStepCatchmentResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (quantiles === null || gini === null) return null;
  const at = (hundredths: number) => heldText(quantiles[hundredths / 5]!, numbers);
  return (
    <p className="hint" data-field="gini">
      {t("catchment.spread", { least: at(10), median: at(50), most: at(90), gini: numbers.ratio(gini) })}
    </p>
  );
}

function Balance({ result, unit }: { readonly result: TwoStepCatchmentResult; readonly unit: string }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { balance, supply } = result;
  if (balance === null) return null;
  const values = {
    ...{ facilities: supply.known, unit, demand: numbers.count(balance.demand) },
    ...{ supplied: numbers.count(balance.supplied), distributed: numbers.count(balance.distributed) },
  };
  const lines = [
    t("catchment.balance", values),
    ...(balance.unused > 0 ? [t("catchment.unused", { unused: numbers.count(balance.unused), unit })] : []),
    ...(supply.beyond > 0 ? [t("catchment.beyond", { count: supply.beyond })] : []),
  ];
  return lines.map((line) => (
    <p key={line} className="hint">
      {line}
    </p>
  ));
}

// a total that could not be given to houses is not the same as none
const whyNobody = ({ dataQuality }: CatchmentAnswer) =>
  dataQuality.some(({ code }) => code === "residents-by-house-unknown") ? "nobodyByHouse" : "nobodyKnown";

/** What keeps an answer from being one, and what can be asked instead. */
export function CatchmentTrouble({ answer }: { readonly answer: CatchmentAnswer }) {
  const { t } = useTranslation();
  const { status, supply, buildings, demand } = answer.result;
  const basis = useApp((state) => state.catchment.supply);
  if (status === "absent") return <p className="gap-nothing">{t("catchment.absent")}</p>;
  if (buildings.ordinals.length === 0) return <p className="gap-nothing">{t("catchment.noBuildings")}</p>;
  return (
    <>
      {demand === null ? <p className="gap-nothing">{t(`catchment.${whyNobody(answer)}`)}</p> : null}
      {supply.known < supply.facilities && basis === "capacity" ? (
        <p className="gap-nothing" data-field="supplyUnknown">
          {supply.known === 0
            ? t("catchment.supplyAllUnknown")
            : t("catchment.supplyUnknown", { facilities: supply.facilities, known: supply.known })}{" "}
          {supply.knownOf.area > 0 ? (
            <button type="button" className="chip" onClick={() => setCatchment({ supply: "area" })}>
              {t("catchment.byArea", { count: supply.knownOf.area })}
            </button>
          ) : null}{" "}
          <button type="button" className="chip" onClick={() => setCatchment({ supply: "count" })}>
            {t("catchment.byCount")}
          </button>
        </p>
      ) : null}
    </>
  );
}
