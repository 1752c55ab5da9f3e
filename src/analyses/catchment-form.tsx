import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import {
  CATCHMENT_DECAYS,
  CATCHMENT_METHODS,
  CATCHMENT_SUPPLIES,
  CATCHMENT_WALKS,
} from "../../server/contract/two-step-catchment.ts";
import { nameIn } from "../locale/name-text.ts";
import { timeText } from "../locale/time-text.ts";
import { readDemandGroupsOnce, setCatchment } from "../state/catchment.ts";
import { selectCatchmentAnswer } from "../state/catchment-question.ts";
import { useApp } from "../state/store.ts";
import { CategoryOptions } from "./category-options.tsx";
import { Choice } from "./choice.tsx";
import { ConditionsChoice } from "./conditions-choice.tsx";
import { FinerChoices } from "./finer-choices.tsx";
import { PersonaChoice } from "./persona-choice.tsx";
import { Segments } from "./segments.tsx";

const MINUTES = [5, 10, 15, 20, 30];

/** Which facility, for whom, how far and who walks; by which method and when folds away. */
export function CatchmentForm() {
  const persona = useApp((state) => state.catchment.persona);
  useEffect(() => void readDemandGroupsOnce(), []);
  return (
    <div className="selectors catchment-form">
      <CategoryChoice />
      <MinutesChoice />
      <GroupChoice />
      <PersonaChoice
        name="catchment-persona"
        chosen={persona}
        onChoose={(walker) => setCatchment({ persona: walker })}
      />
      <Finer />
    </div>
  );
}

function CategoryChoice() {
  const { t } = useTranslation();
  const category = useApp((state) => state.catchment.category);
  // whom another facility is for, and how far, is another matter
  const choose = (code: string) => setCatchment({ category: code, minutes: null, demand: null });
  return (
    <label className="field">
      <span>{t("catchment.category")}</span>
      <select value={category ?? ""} onChange={({ target }) => choose(target.value)}>
        <CategoryOptions chosen={category} />
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

function Finer() {
  const { t } = useTranslation();
  const { method, decay, supply, walks } = useApp((state) => state.catchment);
  const { at, fares } = useApp((state) => state.conditions);
  const chosen = [
    t(`catchment.methods.${method}`),
    ...(method === "enhanced" ? [t(`catchment.decayShort.${decay}`)] : []),
    timeText(at, t),
    t(`walking.conditions.fare.${fares}`),
    t(`catchment.supplies.${supply}`),
    t(`catchment.walksOf.${walks}`),
  ];
  return (
    <FinerChoices chosen={chosen}>
      <MethodChoice />
      {method === "enhanced" ? (
        <Choice
          label={t("catchment.decay")}
          value={decay}
          options={CATCHMENT_DECAYS.map((each) => [each, t(`catchment.decays.${each}`)])}
          onChoose={(each) => setCatchment({ decay: each })}
        />
      ) : null}
      <ConditionsChoice />
      <div className="catchment-pair">
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
      </div>
    </FinerChoices>
  );
}

function MethodChoice() {
  const { t } = useTranslation();
  const method = useApp((state) => state.catchment.method);
  return (
    <Segments
      legend={t("catchment.methodLabel")}
      name="catchment-method"
      values={CATCHMENT_METHODS}
      textOf={(each) => t(`catchment.methods.${each}`)}
      chosen={method}
      onChoose={(each) => setCatchment({ method: each })}
    >
      <p className="hint">{t(`catchment.methodHint.${method}`)}</p>
    </Segments>
  );
}
