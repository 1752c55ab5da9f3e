import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { FILTER_FIELDS } from "../../server/contract/filter-count.ts";
import type { FilterFieldFacts } from "../../server/contract/filter-presets.ts";
import { type FilterDraft, readFilterValue } from "../../server/contract/filter-text.ts";
import { valueName } from "../locale/filter-sentence.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { changeCondition } from "../state/filter.ts";

interface ValueProps {
  readonly at: number;
  readonly condition: FilterDraft;
  readonly facts: FilterFieldFacts | undefined;
  readonly isRefused: boolean;
}

/** The value of a condition: typed with its unit, or chosen among the names there are. */
export function FilterValue(props: ValueProps) {
  const { kind } = FILTER_FIELDS[props.condition.field];
  return kind === "number" ? <TypedValue {...props} /> : <ChosenValues {...props} />;
}

/** While somebody is still typing nothing is asked. */
const TYPING_MS = 700;

function TypedValue({ at, condition, isRefused }: ValueProps) {
  const { t } = useTranslation();
  const { field, op, value } = condition;
  const said = value === null ? "" : Array.isArray(value) ? value.join(", ") : String(value);
  const [text, setText] = useState(said);
  useEffect(() => setText(said), [said]);
  const take = (typed: string) => {
    const parts = op === "in" ? typed.split(/[,，]/) : [typed];
    const values = parts.map((part) => part.trim()).filter((part) => part !== "");
    const read = values.map((part) => readFilterValue(part, field, op) as number | string);
    const next = op === "in" ? read : read[0];
    changeCondition(at, {
      value: next === undefined || (Array.isArray(next) && next.length === 0) ? null : next,
    });
  };
  useEffect(() => {
    if (text === said) return;
    const timer = setTimeout(() => take(text), TYPING_MS);
    return () => clearTimeout(timer);
  });
  return (
    <span className="filter-typed">
      <input
        inputMode="decimal"
        autoComplete="off"
        aria-label={t("filter.valueLabel", { field: t(`field.${field}`) })}
        aria-invalid={isRefused}
        aria-describedby={isRefused ? `filter-${at}-refused` : undefined}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => text !== said && take(text)}
        onKeyDown={({ key }) => key === "Enter" && text !== said && take(text)}
      />
      <span>{t(`filter.unit.${field}`)}</span>
    </span>
  );
}

function ChosenValues({ at, condition, facts, isRefused }: ValueProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { field, op, value } = condition;
  const chosen: readonly unknown[] = value === null ? [] : Array.isArray(value) ? value : [value];
  const counts = new Map((facts?.values ?? []).map((each) => [each.value, each.buildings]));
  const asked = FILTER_FIELDS[field];
  const offered = asked.kind === "text" && asked.values !== null ? asked.values : [...counts.keys()];
  // what a link says stays to be let go of, also where it cannot be
  const shown = [...new Set([...offered, ...chosen.map(String)])];
  const toggle = (each: string) => {
    const next = chosen.includes(each) ? chosen.filter((other) => other !== each) : [...chosen, each];
    const values = next.map(String);
    if (op === "in") changeCondition(at, { value: values.length === 0 ? null : values });
    else changeCondition(at, { value: chosen.includes(each) ? null : each });
  };
  return (
    <fieldset
      className="filter-chosen"
      aria-label={t("filter.valueLabel", { field: t(`field.${field}`) })}
      aria-describedby={isRefused ? `filter-${at}-refused` : undefined}
    >
      {shown.map((each) => (
        <button
          key={each}
          type="button"
          className="chip"
          aria-pressed={chosen.includes(each)}
          onClick={() => toggle(each)}
        >
          {valueName(field, each, t)}
          <span className="chip-count">{numbers.count(counts.get(each) ?? 0)}</span>
        </button>
      ))}
    </fieldset>
  );
}
