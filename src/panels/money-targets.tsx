import type { ProjectMoneyList } from "../../server/contract/project-money.ts";
import { useReader } from "../locale/use-reader.ts";
import { showView } from "../state/projects-view.ts";
import { answerOfRun, useApp } from "../state/store.ts";

/** What documents name as targets, as printed: beside the money and in no sum of it. */
export function MoneyTargets({ answer: { targets } }: { readonly answer: ProjectMoneyList }) {
  const { t, numbers, language } = useReader();
  const sums = answerOfRun(useApp((state) => state.moneySources))?.fundings.sums;
  const isEnglish = language === "en";
  return (
    <section className="money-targets">
      <h3>{t("money.targets")}</h3>
      <p className="hint">{t("money.targetsHint")}</p>
      <ul>
        {targets.map((target) => (
          <li key={target.code} data-target={target.code}>
            <span>{isEnglish ? target.nameEn : target.nameZh}</span>
            <b>
              {numbers.number(target.value, 2)} {isEnglish ? target.unitEn : target.unitZh}
            </b>
            <small>
              {[isEnglish ? target.noteEn : target.noteZh, target.jurisdiction, target.asOf]
                .filter(Boolean)
                .join(" · ")}
            </small>
          </li>
        ))}
      </ul>
      {sums === undefined || sums.targetYuan === 0 ? null : (
        <p className="hint">{t("money.ownTarget", { amount: numbers.count(sums.targetYuan) })}</p>
      )}
      <button type="button" className="quiet" onClick={() => showView("figures")}>
        {t("figures.open")}
      </button>
    </section>
  );
}
