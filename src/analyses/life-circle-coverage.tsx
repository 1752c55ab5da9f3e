import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type LifeCircleCoverageResult,
  TIERS,
  type TierCoverage,
} from "../../server/contract/life-circle-coverage.ts";
import { ANY_REQUIRED } from "../../server/contract/service-gap.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { showQuestion } from "../panels/show-question.ts";
import { setGap } from "../state/gap.ts";
import { setSheetParams } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { CategoryTable } from "./category-table.tsx";
import { ConditionsChoice } from "./conditions-choice.tsx";
import { ConditionsFound } from "./conditions-found.tsx";
import { coverageOf, type Whom, whomOf } from "./coverage-share.ts";
import { MinutesChart } from "./minutes-chart.tsx";
import { MissingPart } from "./missing-part.tsx";
import { PersonaChoice } from "./persona-choice.tsx";
import { PersonasPart } from "./personas-part.tsx";
import { RuleSetChoice } from "./rule-set-choice.tsx";

const COUNT_MODES = ["both", "time", "distance"] as const;

/** Who walks, how a facility counts as reached, and by which rules. */
function LifeCircleForm() {
  const { t } = useTranslation();
  const { persona, mode } = useApp((state) => state.sheetParams);
  return (
    <div className="selectors">
      <PersonaChoice
        name="persona"
        chosen={persona}
        onChoose={(walker) => setSheetParams({ persona: walker })}
      />
      <div className="selects">
        <select
          aria-label={t("sheet.countMode")}
          value={mode}
          onChange={({ target }) => setSheetParams({ mode: target.value as typeof mode })}
        >
          {COUNT_MODES.map((each) => (
            <option key={each} value={each}>
              {t(`countMode.${each}`)}
            </option>
          ))}
        </select>
        <RuleSetChoice />
      </div>
      <ConditionsChoice upstairs />
    </div>
  );
}

/** Which share of the people, else of the buildings, has what the rules require within walking reach. */
export function LifeCircleCoverage({ result }: { readonly result: LifeCircleCoverageResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const [chosen, setChosen] = useState<number>(15);
  const tier = result.tiers.find((each) => each.tier === chosen) ?? result.tiers.at(-1);
  const whom = whomOf(result.residents);
  return (
    <div className="life-circle">
      <LifeCircleForm />
      <div className="tabs" role="tablist" aria-label={t("field.tiers")}>
        {TIERS.filter((each) => result.tiers.some(({ tier: there }) => there === each)).map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tier-${each}`}
            aria-selected={each === tier?.tier}
            aria-controls="tier-panel"
            onClick={() => setChosen(each)}
          >
            {t("sheet.tier", { minutes: each })}
          </button>
        ))}
      </div>
      {tier ? (
        <div id="tier-panel" role="tabpanel" aria-labelledby={`tier-${tier.tier}`}>
          <Tier tier={tier} whom={whom} />
          <PersonasPart tier={tier.tier} />
        </div>
      ) : null}
      <ConditionsFound found={result.conditions} />
      {result.notOnNetwork.buildings > 0 ? (
        <p className="hint">
          {t("field.notOnNetwork")}: {numbers.count(result.notOnNetwork.buildings)} {t("unit.buildings")}
        </p>
      ) : null}
    </div>
  );
}

function Tier({ tier, whom }: { readonly tier: TierCoverage; readonly whom: Whom }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const mode = useApp((state) => state.sheetParams.mode);
  const { present, required } = tier.allPresent;
  const share = coverageOf(tier.allPresent, whom, mode);
  const absent = tier.categories.filter(
    (each) => each.required === "required" && each.status === "absent" && each.test === "walk",
  );
  return (
    <>
      {required === 0 ? (
        <p className="hint" data-field="shownOnly">
          {t("gap.shownOnly")}
        </p>
      ) : (
        <div className="all-present" data-field="allPresent">
          <p>
            {t("sheet.presentOf", { present, required })}
            {tier.trial ? (
              <em className="trial" title={t("sheet.trialHint")}>
                {t("sheet.trial")}
              </em>
            ) : null}
          </p>
          <p className="big">
            {numbers.share(share)}{" "}
            <small>{t(whom === "residents" ? "sheet.ofResidents" : "sheet.ofBuildings")}</small>
          </p>
          {tier.allRequired === null ? (
            <p className="hint" data-field="allRequired">
              {t("field.allRequired")}: {t("value.unknown")}.{" "}
              {absent.length > 0
                ? t("sheet.notAll", {
                    count: absent.length,
                    names: absent.map((each) => nameIn(language, each)).join("、"),
                  })
                : null}
            </p>
          ) : (
            <p className="hint" data-field="allRequired">
              {t("field.allRequired")}: {numbers.share(coverageOf(tier.allRequired, whom, mode))}
            </p>
          )}
        </div>
      )}
      {required === 0 ? null : <ToRanking minutes={tier.tier} />}
      <MinutesChart tier={tier} />
      <CategoryTable tier={tier} whom={whom} />
      <MissingPart tier={tier} whom={whom} />
    </>
  );
}

// where they live whom any of it fails: a question of its own, by the same rules and walker
function ToRanking({ minutes }: { readonly minutes: number }) {
  const { t } = useTranslation();
  const persona = useApp((state) => state.sheetParams.persona);
  const ask = () => {
    setGap({ category: ANY_REQUIRED, minutes, persona, view: "subdistrict" });
    requestAnimationFrame(() => showQuestion("gap"));
  };
  return (
    <p className="actions">
      <button type="button" onClick={ask}>
        {t("sheet.toRanking", { minutes })}
      </button>
    </p>
  );
}

export const lifeCircleCoverageView: AnalysisView<"life-circle-coverage"> = {
  Form: LifeCircleForm,
  Result: ({ answer }) => <LifeCircleCoverage result={answer.result} />,
};
