import {
  FILTER_FIELDS,
  FILTER_OPS,
  type FilterCondition,
  type FilterField,
  type FilterOp,
} from "./filter-count.ts";

/** A condition as it is being put together: `value` is null until there is one, and may be of a wrong kind. */
export interface FilterDraft {
  readonly field: FilterField;
  readonly op: FilterOp;
  readonly value: FilterCondition["value"] | null;
}

// what parts conditions, their parts and the values of a list
const escaped = (text: string) => text.replace(/[%:;,]/g, encodeURIComponent);

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Conditions as one line a person can read: `yearBuilt:lt:2000;safetyGrade:in:C,D`. */
export function filterToText(drafts: readonly FilterDraft[]): string {
  return drafts.map(({ field, op, value }) => `${field}:${op}:${valueToText(value)}`).join(";");
}

function valueToText(value: FilterDraft["value"]): string {
  if (value === null) return "";
  return (Array.isArray(value) ? value : [value]).map((each) => escaped(String(each))).join(",");
}

/** The conditions of such a line, with whatever values it says; what names no field or operation is left out. */
export function filterFromText(text: string): FilterDraft[] {
  return text.split(";").flatMap((part) => {
    const [name, operation, ...rest] = part.split(":");
    const op = FILTER_OPS.find((each) => each === operation);
    if (name === undefined || !isField(name) || op === undefined) return [];
    return [{ field: name, op, value: valueFromText(rest.join(":"), name, op) }];
  });
}

function isField(name: string): name is FilterField {
  return Object.hasOwn(FILTER_FIELDS, name);
}

function valueFromText(text: string, field: FilterField, op: FilterOp): FilterDraft["value"] {
  if (text === "") return null;
  const values = text.split(",").map((each) => readFilterValue(unescaped(each), field, op));
  if (op === "in") return values.filter((value) => typeof value !== "boolean");
  return values[0] ?? null;
}

/** A value as typed: of the field's kind where it can be read so, else the text itself, for the service to refuse. */
export function readFilterValue(text: string, field: FilterField, op: FilterOp): number | string | boolean {
  const { kind } = FILTER_FIELDS[field];
  if (op === "known" || kind === "boolean") return text === "true" ? true : text === "false" ? false : text;
  const number = Number(text);
  return kind === "number" && text.trim() !== "" && Number.isFinite(number) ? number : text;
}
