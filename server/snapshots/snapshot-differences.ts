import type { DispatchRow } from "../contract/dispatch.ts";
import type { SnapshotDifference } from "../contract/dispatch-snapshot.ts";
import { RETURN_FIELDS } from "../dispatch/return-values.ts";
import { SHEET_COLUMNS } from "../dispatch/sheet-columns.ts";

const FIELDS = SHEET_COLUMNS.flatMap(({ key }) => RETURN_FIELDS.find((field) => field === key) ?? []);

/** What differs of each project between two snapshots, in the order of the later one; those that left it come last. */
export function differencesBetween(
  before: readonly DispatchRow[],
  after: readonly DispatchRow[],
): SnapshotDifference[] {
  const was = new Map(before.map((row) => [row.project, row]));
  const stays = new Set(after.map(({ project }) => project));
  const gone = before.filter(({ project }) => !stays.has(project));
  return [
    ...after.flatMap((row) => differencesOf(was.get(row.project), row)),
    ...gone.map((row) => ({ ...whose(row), field: "project", before: row.light, after: null })),
  ];
}

const whose = ({ project, code, nameZh, nameEn }: DispatchRow) => ({ project, code, nameZh, nameEn });

function differencesOf(was: DispatchRow | undefined, is: DispatchRow): SnapshotDifference[] {
  if (!was) return [{ ...whose(is), field: "project", before: null, after: is.light }];
  const pairs = [
    ["light", was.light, is.light],
    ["stage", was.stage, is.stage],
    ...FIELDS.map((field) => [field, was.values?.[field] ?? null, is.values?.[field] ?? null] as const),
  ] as const;
  return pairs
    .filter(([, old, now]) => old !== now)
    .map(([field, old, now]) => ({ ...whose(is), field, before: old, after: now }));
}
