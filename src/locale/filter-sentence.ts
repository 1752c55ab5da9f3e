import type { TFunction } from "i18next";
import { FILTER_FIELDS, type FilterField } from "../../server/contract/filter-count.ts";
import type { FilterDraft } from "../../server/contract/filter-text.ts";
import type { Language } from "../state/appearance-state.ts";

interface Reader {
  readonly t: TFunction;
  readonly language: Language;
}

/** A question by conditions as a sentence; `place` is where it looks. */
export function filterSentence(place: string, conditions: readonly FilterDraft[], reader: Reader): string {
  const { t } = reader;
  const phrases = conditions.map((condition) => conditionPhrase(condition, reader));
  const sentence = t("filter.sentence", { place, conditions: phrases.join(t("filter.join")) });
  return spaced(sentence);
}

// Chinese keeps a space from letters and numbers
function spaced(text: string): string {
  return text.replace(/(\p{sc=Han})([A-Za-z0-9])/gu, "$1 $2").replace(/([A-Za-z0-9])(\p{sc=Han})/gu, "$1 $2");
}

/** A condition as it is said within a sentence: "built before 2000". */
export function conditionPhrase({ field, op, value }: FilterDraft, { t, language }: Reader): string {
  const label = t(`field.${field}`);
  const name = language === "en" ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  if (op === "known")
    return t(value === true ? "filter.phrase.known" : "filter.phrase.unknown", { field: name });
  const { kind } = FILTER_FIELDS[field];
  const values = (Array.isArray(value) ? value : [value]).map((each) => valueName(field, each, t));
  const said = values.join(t("filter.or"));
  if (kind === "boolean") return t(`filter.phrase.${field}.${isYes(op, value) ? "yes" : "no"}`);
  if (kind === "text") return t(`filter.phrase.text.${op}`, { field: name, value: said });
  return t(`filter.phrase.${FAMILIES[field] ?? "number"}.${op}`, {
    field: name,
    value: said,
    unit: t(`filter.unit.${field}`),
  });
}

// numbers that are said in a way of their own
const FAMILIES: Partial<Record<FilterField, string>> = {
  yearBuilt: "yearBuilt",
  floorsAbove: "floorsAbove",
  dwellings: "count",
  residents: "count",
};

const isYes = (op: FilterDraft["op"], value: FilterDraft["value"]) => (op === "ne") !== (value === true);

/** A value of a field by its name in the reader's language; grades are named as they are. */
export function valueName(field: FilterField, value: unknown, t: TFunction): string {
  const isNamed = field === "use" || field === "disposition" || field === "structure";
  return isNamed ? t(`value.${String(value)}`, { defaultValue: String(value) }) : String(value);
}

/** What is wrong with a value the service refused, and what would be right. */
export function refusalText({ field, value }: FilterDraft, t: TFunction): string {
  const given = Array.isArray(value) ? value.join(", ") : String(value);
  const asked = FILTER_FIELDS[field];
  if (asked.kind === "boolean") return t("filter.refusedBoolean", { value: given });
  if (asked.kind === "number") {
    const { min, max, whole } = asked;
    return t(whole ? "filter.refusedWhole" : "filter.refusedNumber", { value: given, min, max });
  }
  const values = (asked.values ?? []).map((each) => valueName(field, each, t)).join(t("filter.or"));
  return spaced(t("filter.refusedText", { value: given, values }));
}
