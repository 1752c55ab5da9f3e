import { AMOUNT_FIELDS, type DispatchField, type DispatchValues, TEXT_FIELDS } from "../contract/dispatch.ts";

/** Every field of a return, in no order that is shown. */
export const RETURN_FIELDS: readonly DispatchField[] = [...TEXT_FIELDS, ...AMOUNT_FIELDS, "progressShare"];

/** The column of dispatch_return that holds a field. */
const columnOf = (field: DispatchField) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

// thousands of returns are read for a month
const COLUMNS = RETURN_FIELDS.map((field) => [field, columnOf(field)] as const);

/** The fields of a row of dispatch_return as JSON. */
export function valuesOf(row: Readonly<Record<string, unknown>>): DispatchValues {
  const values: Record<string, unknown> = {};
  for (const [field, column] of COLUMNS) values[field] = row[column] ?? null;
  return values as DispatchValues;
}

/** A return by the columns of its table. */
export function columnsOf(values: DispatchValues): Record<string, unknown> {
  return Object.fromEntries(RETURN_FIELDS.map((field) => [columnOf(field), values[field]]));
}
