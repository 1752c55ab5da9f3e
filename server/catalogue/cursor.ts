import { invalidParameter } from "../errors.ts";

/** How many hits a cursor of a search has passed; 0 without one. Throws invalid-parameter. */
export function offsetOfCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,6}$/.test(cursor)) throw invalidParameter("cursor", cursor, "`next` of an earlier reply");
  return Number(cursor);
}
