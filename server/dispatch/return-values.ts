import { AMOUNT_FIELDS, type DispatchField, type DispatchValues, TEXT_FIELDS } from "../contract/dispatch.ts";

/** Every field of a return, in no order that is shown. */
export const RETURN_FIELDS: readonly DispatchField[] = [...TEXT_FIELDS, ...AMOUNT_FIELDS, "progressShare"];

/** The column of dispatch_return that holds a field. */
export const columnOf = (field: DispatchField) =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The fields of a row of dispatch_return as JSON. */
export function valuesOf(row: Readonly<Record<string, unknown>>): DispatchValues {
  return Object.fromEntries(
    RETURN_FIELDS.map((field) => [field, row[columnOf(field)] ?? null]),
  ) as DispatchValues;
}

/** A return by the columns of its table. */
export function columnsOf(values: DispatchValues): Record<string, unknown> {
  return Object.fromEntries(RETURN_FIELDS.map((field) => [columnOf(field), values[field]]));
}
