import { useTranslation } from "react-i18next";
import type { FacilityCategoryList } from "../../server/contract/catalogue.ts";
import { TIERS } from "../../server/contract/life-circle-coverage.ts";
import { ANY_REQUIRED } from "../../server/contract/service-gap.ts";
import { nameIn } from "../locale/name-text.ts";
import { setGap } from "../state/gap.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { ConditionsChoice } from "./conditions-choice.tsx";
import { PersonaChoice } from "./persona-choice.tsx";
import { RuleSetChoice } from "./rule-set-choice.tsx";

type Category = FacilityCategoryList["items"][number];

const isHeld = ({ facilities }: Category) => facilities > 0;
const MINUTES = [...TIERS, 20, 30] as const;

/** Which facility, within how many minutes, and who walks. */
export function GapForm() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  const { category, minutes, persona } = useApp((state) => state.gap);
  // a rule set has tiers of 5, 10 and 15 minutes only
  const offered = category === ANY_REQUIRED ? TIERS : MINUTES;
  const choose = (code: string) =>
    setGap({ category: code, minutes: code === ANY_REQUIRED ? Math.min(minutes, 15) : minutes });
  const option = ({ code, ...names }: Category) => (
    <option key={code} value={code}>
      {nameIn(language, names)}
    </option>
  );
  return (
    <>
      <div className="selectors gap-form">
        <label className="field">
          <span>{t("gap.category")}</span>
          <select value={category ?? ""} onChange={({ target }) => choose(target.value)}>
            <option value={ANY_REQUIRED}>{t("gap.anyRequired")}</option>
            <optgroup label={t("gap.heldGroup")}>{categories.filter(isHeld).map(option)}</optgroup>
            <optgroup label={t("gap.absentGroup")}>
              {categories.filter((each) => !isHeld(each)).map(option)}
            </optgroup>
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
      <ConditionsChoice upstairs />
    </>
  );
}
