import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import {
  BANK_MINUTES,
  type BankWalkShares,
  type RiverfrontAccessResult,
} from "../../server/contract/riverfront-access.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { useApp } from "../state/store.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { ChartLook } from "./chart-options.ts";
import { CURVES_PX, type CurveLine, curvesOption } from "./curves-option.ts";

type Walks = NonNullable<RiverfrontAccessResult["bank"]>["walks"];

/** The walkers side by side: what share gets there in time, and the whole curve. */
export function WalkTable({
  walks,
  countedBy,
}: {
  readonly walks: Walks;
  readonly countedBy: RiverfrontAccessResult["countedBy"];
}) {
  const { t } = useTranslation();
  return (
    <section className="riverfront-part">
      <h3>
        {t("riverfront.walks")} <small>{t(`riverfront.of.${countedBy}`)}</small>
      </h3>
      <p className="hint">{t("riverfront.walksNote")}</p>
      <WalkRows walks={walks} />
      <WalkCurves walks={walks} />
    </section>
  );
}

/** A row for each walker. */
export function WalkRows({ walks }: { readonly walks: readonly BankWalkShares[] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const chosen = useApp((state) => state.riverfront.persona);
  const median = ({ medianSeconds, unreachable }: BankWalkShares) => {
    if (medianSeconds !== null) return numbers.minutes(medianSeconds);
    return unreachable === null ? t("value.unknown") : t("riverfront.overHour");
  };
  return (
    <table className="classes gap-table riverfront-walks" data-field="walks">
      <caption className="unseen">{t("riverfront.walks")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("riverfront.walkerColumn")}</th>
          {BANK_MINUTES.map((minutes) => (
            <th key={minutes} scope="col">
              {t("riverfront.within", { minutes })}
            </th>
          ))}
          <th scope="col">{t("riverfront.median")}</th>
          <th scope="col">{t("riverfront.unreachable")}</th>
        </tr>
      </thead>
      <tbody>
        {walks.map((walk) => (
          <tr key={walk.persona} data-persona={walk.persona} data-chosen={walk.persona === chosen}>
            <th scope="row">{t(`persona.${walk.persona}`)}</th>
            {walk.within.map((share, at) => (
              <td key={BANK_MINUTES[at]}>{numbers.share(share)}</td>
            ))}
            <td>{median(walk)}</td>
            <td>{numbers.share(walk.unreachable)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WalkCurves({ walks }: { readonly walks: Walks }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const chosen = useApp((state) => state.riverfront.persona);
  const lines: CurveLine[] = walks.map(({ persona, curve }) => ({
    label: t(`persona.${persona}`),
    values: curve,
    isChosen: persona === chosen,
  }));
  const key = JSON.stringify(lines);
  const option = useCallback((look: ChartLook) => curvesOption(JSON.parse(key) as CurveLine[], look), [key]);
  if (walks.every(({ curve }) => curve.every((share) => share === null))) return null;
  const title = t("riverfront.curve");
  const rows = walks.map(({ persona, within }) => `${t(`persona.${persona}`)} ${numbers.share(within[2]!)}`);
  return (
    <ChartFrame
      title={title}
      note={t("riverfront.curveAxis")}
      label={t("riverfront.curveSummary", { title, rows: rows.join(", ") })}
      heightPx={CURVES_PX}
      option={option}
    />
  );
}
