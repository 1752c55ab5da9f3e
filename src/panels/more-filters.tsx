import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { UNKNOWN_CODE } from "../../server/contract/projects.ts";
import { termName } from "../locale/project-text.ts";
import type { ProjectAnswer } from "../state/project-state.ts";
import { chooseProjects, facetsOf, selectFilterArea } from "../state/projects.ts";
import { useApp } from "../state/store.ts";
import { DrawHere } from "./draw-here.tsx";
import { Icon } from "./icon.tsx";

const YUAN_PER_WAN = 10_000;
const DISPOSITIONS = ["keep", "repair", "convert", "demolish", "new", UNKNOWN_CODE] as const;

/** What else narrows the projects: who answers for them, who pays and how much, what becomes of a building, a drawn area. */
export function MoreFilters({ answer }: { readonly answer: ProjectAnswer }) {
  return (
    <>
      <div className="project-selects">
        <Unit answer={answer} />
        <Fund answer={answer} />
        <Disposition />
      </div>
      <Total />
      <Within />
    </>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string | null;
  /** Each with what it would leave, where that is counted. */
  readonly options: readonly { readonly value: string; readonly name: string; readonly projects?: number }[];
  readonly onChoose: (value: string | null) => void;
}

function Select({ label, value, options, onChoose }: SelectProps) {
  const { t } = useTranslation();
  // a chosen value stays to be let go of, also where it leaves nothing
  const gone = value === null || options.some((each) => each.value === value) ? [] : [{ value, name: value }];
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value ?? ""} onChange={({ target }) => onChoose(target.value || null)}>
        <option value="">{t("projects.all")}</option>
        {[...options, ...gone].map((each: SelectProps["options"][number]) => (
          <option key={each.value} value={each.value}>
            {each.name}
            {each.projects === undefined ? "" : ` (${each.projects})`}
          </option>
        ))}
      </select>
    </label>
  );
}

function Unit({ answer }: { readonly answer: ProjectAnswer }) {
  const { t } = useTranslation();
  const value = useApp((state) => state.projectChoice.unit);
  const options = facetsOf(answer.facets, "unit", answer.terms).map(({ value: unit, projects }) => ({
    ...{ value: unit ?? UNKNOWN_CODE, name: unit ?? t("value.unknown"), projects },
  }));
  return (
    <Select
      label={t("pool.unit")}
      value={value}
      options={options}
      onChoose={(unit) => chooseProjects({ unit })}
    />
  );
}

function Fund({ answer }: { readonly answer: ProjectAnswer }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const [value = null] = useApp((state) => state.projectChoice.funds);
  const options = facetsOf(answer.facets, "fund", answer.terms).map(({ value: fund, projects }) => ({
    value: fund ?? UNKNOWN_CODE,
    name:
      fund === null
        ? t("value.unknown")
        : termName(answer.terms, { kind: "funding-source", code: fund, language }),
    projects,
  }));
  return (
    <Select
      label={t("pool.fund")}
      value={value}
      options={options}
      onChoose={(fund) => chooseProjects({ funds: fund === null ? [] : [fund] })}
    />
  );
}

function Disposition() {
  const { t } = useTranslation();
  const value = useApp((state) => state.projectChoice.disposition);
  const options = DISPOSITIONS.map((each) => ({ value: each, name: t(`pool.dispositionOf.${each}`) }));
  return (
    <Select
      label={t("pool.disposition")}
      value={value}
      options={options}
      onChoose={(disposition) => chooseProjects({ disposition })}
    />
  );
}

/** From how much to how much the projects cost, in 10,000 yuan; asked when it is entered, not with every key. */
function Total() {
  const { t } = useTranslation();
  const { minYuan, maxYuan } = useApp((state) => state.projectChoice);
  return (
    <fieldset className="project-total" key={`${minYuan} ${maxYuan}`}>
      <legend>{t("pool.money")}</legend>
      <Amount name="minYuan" label={t("pool.moneyMin")} yuan={minYuan} />
      <Amount name="maxYuan" label={t("pool.moneyMax")} yuan={maxYuan} />
    </fieldset>
  );
}

interface AmountProps {
  readonly name: "minYuan" | "maxYuan";
  readonly label: string;
  readonly yuan: number | null;
}

function Amount({ name, label, yuan }: AmountProps) {
  const [text, setText] = useState(yuan === null ? "" : String(yuan / YUAN_PER_WAN));
  const take = (event?: FormEvent) => {
    event?.preventDefault();
    const wan = Number(text);
    if (text.trim() !== "" && !(wan >= 0)) return;
    const asked = text.trim() === "" ? null : Math.round(wan * YUAN_PER_WAN);
    if (asked !== yuan) chooseProjects({ [name]: asked });
  };
  return (
    <form onSubmit={take}>
      <label className="field">
        <span>{label}</span>
        <input
          type="number"
          min={0}
          step="any"
          inputMode="decimal"
          value={text}
          onChange={({ target }) => setText(target.value)}
          onBlur={() => take()}
        />
      </label>
    </form>
  );
}

function Within() {
  const { t } = useTranslation();
  const within = useApp((state) => state.projectChoice.within);
  const hasArea = useApp((state) => selectFilterArea(state) !== null);
  return (
    <div className="actions">
      {hasArea ? (
        <button type="button" aria-pressed={within} onClick={() => chooseProjects({ within: !within })}>
          <Icon name="polygon" />
          {t("pool.within")}
        </button>
      ) : null}
      <DrawHere onStart={() => chooseProjects({ within: true })} />
    </div>
  );
}
