import type { ItemFileReport, ItemRow } from "../contract/programme-items.ts";

/** What a row says, by the names of its columns; null = empty. */
export type NamedCells = readonly (readonly [column: string, value: string | null])[];

export const isSameCells = (one: NamedCells | null, other: NamedCells | null) =>
  JSON.stringify(one) === JSON.stringify(other);

interface Judged {
  readonly told: Pick<ItemRow, "line" | "title">;
  readonly problems: readonly ItemRow["problems"][number][];
  /** What stands there now, null = nothing does. */
  readonly was: NamedCells | null;
  /** What the row would make of it, null = it is wrong. */
  readonly is: NamedCells | null;
}

/** What a row of a file would do, cell by cell, or what is wrong with it. */
export function fileRow({ told, problems, was, is }: Judged): ItemRow {
  const shared = { ...told, problems: [...problems] };
  if (is === null) return { ...shared, outcome: "wrong", changes: [] };
  if (was === null) return { ...shared, outcome: "new", changes: [] };
  const before = new Map(was);
  const changes = is.flatMap(([column, after]) => {
    const old = before.get(column) ?? null;
    return old === after ? [] : [{ column, before: old, after }];
  });
  return { ...shared, outcome: changes.length === 0 ? "same" : "changed", changes };
}

/** The report of a file by its rows; `version` null = nothing was written. */
export function fileReport(rows: readonly ItemRow[], version: number | null = null): ItemFileReport {
  const count = (outcome: ItemRow["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
  const counts = { new: count("new"), changed: count("changed"), same: count("same"), wrong: count("wrong") };
  return { rows: [...rows], counts, version };
}
