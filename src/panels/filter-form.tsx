import { useTranslation } from "react-i18next";
import { FILTER_FIELDS, type FilterField } from "../../server/contract/filter-count.ts";
import type { FilterFieldFacts } from "../../server/contract/filter-presets.ts";
import type { FilterDraft } from "../../server/contract/filter-text.ts";
import { Segments } from "../analyses/segments.tsx";
import { refusalText } from "../locale/filter-sentence.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { addCondition, changeCondition, changeFilter, removeCondition } from "../state/filter.ts";
import { isComplete, refusedCondition, selectFilterArea } from "../state/filter-question.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FilterValue } from "./filter-value.tsx";
import { Icon } from "./icon.tsx";

/** Where to look, a row for each condition, and a choice of more; no field is offered that the data cannot answer. */
export function FilterForm() {
  const { t } = useTranslation();
  const conditions = useApp((state) => state.filter.conditions);
  const fields = useApp((state) => answerOfRun(state.filterFacts)?.fields) ?? [];
  const refused = useApp(refusedCondition);
  const hasArea = useApp((state) => selectFilterArea(state) !== null);
  return (
    <div className="filter-form">
      <Scope />
      {hasArea ? null : <p className="refused">{t("filter.noOutline")}</p>}
      <ul className="filter-conditions">
        {conditions.map((condition, at) => (
          <Condition
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition is what it asks about and where it stands
            key={`${condition.field}/${at}`}
            at={at}
            condition={condition}
            facts={fields.find(({ field }) => field === condition.field)}
            isRefused={refused === at}
          />
        ))}
      </ul>
      <AddCondition fields={fields} />
    </div>
  );
}

function Scope() {
  const { t } = useTranslation();
  const isWhole = useApp((state) => state.filter.whole);
  const hasArea = useApp((state) => state.area !== null);
  if (!hasArea) return null;
  return (
    <Segments
      legend={t("filter.scope")}
      name="filter-scope"
      values={[false, true]}
      textOf={(whole) => t(whole ? "filter.scopeWhole" : "filter.scopeArea")}
      chosen={isWhole}
      onChoose={(whole) => changeFilter({ whole })}
    />
  );
}

function AddCondition({ fields }: { readonly fields: readonly FilterFieldFacts[] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const nameOf = ({ field, known, buildings }: FilterFieldFacts) => {
    const names = { field: t(`field.${field}`), share: numbers.share(1 - known / Math.max(1, buildings)) };
    if (known === 0) return t("filter.fieldNone", names);
    return known < buildings ? t("filter.fieldPartly", names) : names.field;
  };
  return (
    <select
      className="filter-add"
      aria-label={t("filter.addLabel")}
      value=""
      onChange={({ target }) => addCondition(target.value as FilterField)}
    >
      <option value="">{t("filter.add")}</option>
      {fields.map((each) => (
        <option key={each.field} value={each.field}>
          {nameOf(each)}
        </option>
      ))}
    </select>
  );
}

interface ConditionProps {
  readonly at: number;
  readonly condition: FilterDraft;
  readonly facts: FilterFieldFacts | undefined;
  readonly isRefused: boolean;
}

function Condition({ at, condition, facts, isRefused }: ConditionProps) {
  const { t } = useTranslation();
  const { field, op, value } = condition;
  const label = t(`field.${field}`);
  const id = `filter-${at}`;
  const choices = opChoices(field);
  const chosen = choices.find((each) => each.op === op && (each.value === undefined || each.value === value));
  const choose = (key: string) => {
    const choice = choices.find((each) => each.key === key);
    if (choice) changeCondition(at, { op: choice.op, value: nextValue(condition, choice) });
  };
  return (
    <li className="filter-condition" data-field={field}>
      <label htmlFor={`${id}-op`}>{label}</label>
      <select
        id={`${id}-op`}
        aria-label={`${label} ${t("filter.opLabel")}`}
        value={chosen?.key ?? ""}
        onChange={({ target }) => choose(target.value)}
      >
        {chosen ? null : <option value="">{t("analyse.pick")}</option>}
        {choices.map(({ key, text }) => (
          <option key={key} value={key}>
            {t(text)}
          </option>
        ))}
      </select>
      {chosen && chosen.value !== undefined ? null : (
        <FilterValue at={at} condition={condition} isRefused={isRefused} facts={facts} />
      )}
      <button
        type="button"
        className="quiet"
        aria-label={t("filter.remove", { field: label })}
        onClick={() => removeCondition(at)}
      >
        <Icon name="close" />
      </button>
      {isRefused ? (
        <p className="refused" role="alert" id={`${id}-refused`}>
          {refusalText(condition, t)}
        </p>
      ) : null}
      {isComplete(condition) ? null : (
        <p className="hint">
          {t("filter.incomplete")} {facts && facts.known > 0 ? <RangeOf facts={facts} /> : null}
        </p>
      )}
      {facts?.known === 0 ? <p className="hint">{t("filter.noneKnown")}</p> : null}
    </li>
  );
}

// from where to where the numbers of the data run; a year is no quantity, and so has no thousands
function RangeOf({ facts: { field, min, max } }: { readonly facts: FilterFieldFacts }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (min === null || max === null) return null;
  const said = (known: number) => (field === "yearBuilt" ? String(known) : numbers.number(known, 1));
  return t("filter.range", { min: said(min), max: said(max) });
}

/** A way to compare as it is chosen; one that says the value too needs no input for it. */
interface OpChoice {
  readonly key: string;
  readonly op: FilterDraft["op"];
  readonly value?: boolean;
  readonly text: string;
}

const NUMBER_OPS = ["lt", "lte", "eq", "ne", "gte", "gt"] as const;
const KNOWN_CHOICES: readonly OpChoice[] = [
  { key: "known", op: "known", value: true, text: "filter.op.known" },
  { key: "unknown", op: "known", value: false, text: "filter.op.unknown" },
];

function opChoices(field: FilterField): readonly OpChoice[] {
  const { kind } = FILTER_FIELDS[field];
  if (kind === "boolean") {
    const yesNo: OpChoice[] = [
      { key: "yes", op: "eq", value: true, text: `filter.op.${field}.yes` },
      { key: "no", op: "eq", value: false, text: `filter.op.${field}.no` },
    ];
    return [...yesNo, ...KNOWN_CHOICES];
  }
  const ops = kind === "text" ? (["in", "ne"] as const) : NUMBER_OPS;
  const family = field === "yearBuilt" ? "year" : kind;
  return [...ops.map((op) => ({ key: op, op, text: `filter.op.${family}.${op}` })), ...KNOWN_CHOICES];
}

// what was typed stays where the new way to compare can use it
function nextValue({ op, value }: FilterDraft, choice: OpChoice): FilterDraft["value"] {
  if (choice.value !== undefined) return choice.value;
  if (op === "known") return null;
  if (choice.op === "in") return value === null ? null : Array.isArray(value) ? value : [value as string];
  return Array.isArray(value) ? (value[0] ?? null) : value;
}
