import { useTranslation } from "react-i18next";
import { TIERS } from "../../server/contract/life-circle-coverage.ts";
import { ANY_REQUIRED } from "../../server/contract/service-gap.ts";
import { timeText } from "../locale/time-text.ts";
import { setGap } from "../state/gap.ts";
import { useApp } from "../state/store.ts";
import { CategoryOptions } from "./category-options.tsx";
import { ConditionsChoice } from "./conditions-choice.tsx";
import { FinerChoices } from "./finer-choices.tsx";
import { PersonaChoice } from "./persona-choice.tsx";
import { RuleSetChoice } from "./rule-set-choice.tsx";

const MINUTES = [...TIERS, 20, 30] as const;

/** Which facility, within how many minutes, and who walks. */
export function GapForm() {
  const { t } = useTranslation();
  const { category, minutes, persona } = useApp((state) => state.gap);
  // a rule set has tiers of 5, 10 and 15 minutes only
  const offered = category === ANY_REQUIRED ? TIERS : MINUTES;
  const choose = (code: string) =>
    setGap({ category: code, minutes: code === ANY_REQUIRED ? Math.min(minutes, 15) : minutes });
  return (
    <>
      <div className="selectors gap-form">
        <label className="field">
          <span>{t("gap.category")}</span>
          <select value={category ?? ""} onChange={({ target }) => choose(target.value)}>
            <option value={ANY_REQUIRED}>{t("gap.anyRequired")}</option>
            <CategoryOptions chosen={category === ANY_REQUIRED ? null : category} />
          </select>
        </label>
        <label className="field">
          <span>{t("gap.minutes")}</span>
          <select value={minutes} onChange={({ target }) => setGap({ minutes: Number(target.value) })}>
            {(offered.some((each) => each === minutes) ? offered : [minutes, ...offered]).map((each) => (
              <option key={each} value={each}>
                {t("gap.minutesValue", { minutes: each })}
              </option>
            ))}
          </select>
        </label>
        {category === ANY_REQUIRED ? (
          <div className="selects">
            <RuleSetChoice />
          </div>
        ) : null}
        <PersonaChoice
          name="gap-persona"
          chosen={persona}
          onChoose={(walker) => setGap({ persona: walker })}
        />
      </div>
      <Finer />
    </>
  );
}

function Finer() {
  const { t } = useTranslation();
  const { at, fares, upstairs } = useApp((state) => state.conditions);
  const chosen = [
    timeText(at, t),
    t(`walking.conditions.fare.${fares}`),
    t(`walking.conditions.stairs.${upstairs}`),
  ];
  return (
    <FinerChoices chosen={chosen}>
      <ConditionsChoice upstairs />
    </FinerChoices>
  );
}
