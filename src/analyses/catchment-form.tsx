import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { FacilityCategoryList } from "../../server/contract/catalogue.ts";
import {
  CATCHMENT_DECAYS,
  CATCHMENT_METHODS,
  CATCHMENT_SUPPLIES,
  CATCHMENT_WALKS,
} from "../../server/contract/two-step-catchment.ts";
import { nameIn } from "../locale/name-text.ts";
import { readDemandGroupsOnce, setCatchment } from "../state/catchment.ts";
import { selectCatchmentAnswer } from "../state/catchment-question.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { Choice } from "./choice.tsx";
import { ConditionsChoice } from "./conditions-choice.tsx";
import { PersonaChoice } from "./persona-choice.tsx";

type Category = FacilityCategoryList["items"][number];
const isHeld = ({ facilities }: Category) => facilities > 0;
const MINUTES = [5, 10, 15, 20, 30];

/** Which facility, for whom, how far, and by which method; the finer choices fold away. */
export function CatchmentForm() {
  const { t } = useTranslation();
  const { method, decay, persona } = useApp((state) => state.catchment);
  useEffect(() => void readDemandGroupsOnce(), []);
  return (
    <div className="selectors catchment-form">
      <CategoryChoice />
      <MinutesChoice />
      <GroupChoice />
      <fieldset className="segments">
        <legend>{t("catchment.methodLabel")}</legend>
        {CATCHMENT_METHODS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="catchment-method"
              checked={each === method}
              onChange={() => setCatchment({ method: each })}
            />
            <span>{t(`catchment.methods.${each}`)}</span>
          </label>
        ))}
        <p className="hint">{t(`catchment.methodHint.${method}`)}</p>
      </fieldset>
      {method === "enhanced" ? (
        <Choice
          label={t("catchment.decay")}
          value={decay}
          options={CATCHMENT_DECAYS.map((each) => [each, t(`catchment.decays.${each}`)])}
          onChoose={(each) => setCatchment({ decay: each })}
        />
      ) : null}
      <PersonaChoice
        name="catchment-persona"
        chosen={persona}
        onChoose={(walker) => setCatchment({ persona: walker })}
      />
      <ConditionsChoice fares={false} />
      <FinerChoices />
    </div>
  );
}

function CategoryChoice() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const category = useApp((state) => state.catchment.category);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  const option = ({ code, ...names }: Category) => (
    <option key={code} value={code}>
      {nameIn(language, names)}
    </option>
  );
  // whom another facility is for, and how far, is another matter
  const choose = (code: string) => setCatchment({ category: code, minutes: null, demand: null });
  return (
    <label className="field">
      <span>{t("catchment.category")}</span>
      <select value={category ?? ""} onChange={({ target }) => choose(target.value)}>
        <optgroup label={t("catchment.heldGroup")}>{categories.filter(isHeld).map(option)}</optgroup>
        <optgroup label={t("catchment.absentGroup")}>
          {categories.filter((each) => !isHeld(each)).map(option)}
        </optgroup>
      </select>
    </label>
  );
}

const AS_THE_FACILITY = "";

function MinutesChoice() {
  const { t } = useTranslation();
  const minutes = useApp((state) => state.catchment.minutes);
  const result = useApp(selectCatchmentAnswer)?.result;
  const auto =
    result && result.minutesFrom !== "asked"
      ? t("catchment.minutesAuto", { minutes: result.minutes })
      : t("catchment.minutesAutoUnknown");
  const offered = minutes === null || MINUTES.includes(minutes) ? MINUTES : [minutes, ...MINUTES];
  return (
    <Choice
      label={t("catchment.minutes")}
      value={minutes === null ? AS_THE_FACILITY : String(minutes)}
      options={[
        [AS_THE_FACILITY, auto],
        ...offered.map((each) => [String(each), t("catchment.minutesValue", { minutes: each })] as const),
      ]}
      onChoose={(text) => setCatchment({ minutes: text === AS_THE_FACILITY ? null : Number(text) })}
    />
  );
}

function GroupChoice() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const { demand, category } = useApp((state) => state.catchment);
  const groups = useApp((state) => state.demandGroups);
  const own =
    groups.find(({ categories }) => category !== null && categories.includes(category)) ?? groups[0];
  const auto = own
    ? t("catchment.demandAuto", { group: nameIn(language, own) })
    : t("catchment.demandAutoUnknown");
  const options = groups.map((each) => [each.id, nameIn(language, each) ?? each.id] as const);
  const isOffered = demand === null || groups.some(({ id }) => id === demand);
  return (
    <Choice
      label={t("catchment.demand")}
      value={demand ?? AS_THE_FACILITY}
      options={[[AS_THE_FACILITY, auto], ...(isOffered ? [] : [[demand, demand] as const]), ...options]}
      onChoose={(id) => setCatchment({ demand: id === AS_THE_FACILITY ? null : id })}
    />
  );
}

function FinerChoices() {
  const { t } = useTranslation();
  const { supply, walks } = useApp((state) => state.catchment);
  return (
    <details className="catchment-finer">
      <summary>{t("catchment.more")}</summary>
      <Choice
        label={t("catchment.supply")}
        value={supply}
        options={CATCHMENT_SUPPLIES.map((each) => [each, t(`catchment.supplies.${each}`)])}
        onChoose={(each) => setCatchment({ supply: each })}
      />
      <Choice
        label={t("catchment.walks")}
        value={walks}
        options={CATCHMENT_WALKS.map((each) => [each, t(`catchment.walksOf.${each}`)])}
        onChoose={(each) => setCatchment({ walks: each })}
      />
    </details>
  );
}
