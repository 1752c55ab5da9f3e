import type { Scope, Writing } from "../catalogue/scope.ts";
import type { DispatchRow } from "../contract/dispatch.ts";
import type {
  Grouping,
  Scorecard,
  ScorecardEntry,
  ScorecardItem,
  ScoredSubject,
} from "../contract/dispatch-snapshot.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { yearShare } from "../dispatch/month.ts";
import { invalidParameter } from "../errors.ts";
import { findSnapshot, snapshotRows } from "./snapshot.ts";

const itemsSql = loadSql("./scorecard-items.sql", import.meta.url);
const saveSql = loadSql("./save-entry.sql", import.meta.url);
const entriesSql =
  "SELECT subject, item, share, reason FROM scorecard_entry WHERE district_id = $1 AND snapshot = $2 AND grouping_kind = $3";

type Entry = Pick<ScorecardEntry, "subject" | "item" | "share" | "reason">;
type Measured = { readonly share: number | null; readonly projects: number };

/** How units or subdistricts did in a snapshot, by the items and weights of the standards; throws not-found. */
export async function readScorecard(
  database: Database,
  scope: Scope,
  { id, by }: { readonly id: string; readonly by: Grouping },
): Promise<Scorecard> {
  const snapshot = await findSnapshot(database, scope, id);
  const rows = await snapshotRows(database, scope, id);
  const { rows: items } = await database.query<ScorecardItem>(itemsSql);
  const { rows: entries } = await database.query<Entry>(entriesSql, [scope.districtId, id, by]);
  const scoring = { items, entries, by, month: snapshot.month };
  const subjects = [...new Set(rows.map((row) => row[by]))].map((subject) =>
    scored(
      subject,
      rows.filter((row) => row[by] === subject),
      scoring,
    ),
  );
  subjects.sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
  return { snapshot, by, items, weight: sum(items.map(({ weight }) => weight)), subjects };
}

interface Scoring {
  readonly items: readonly ScorecardItem[];
  readonly entries: readonly Entry[];
  readonly by: Grouping;
  readonly month: string;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

function scored(subject: string | null, rows: readonly DispatchRow[], scoring: Scoring): ScoredSubject {
  const { items, entries, by, month } = scoring;
  const shares = items.map(({ item, measure }) => {
    if (measure !== null) return { item, reason: null, ...measured(measure, rows, month) };
    const typed = entries.find((entry) => entry.item === item && entry.subject === subject);
    return { item, share: typed?.share ?? null, projects: null, reason: typed?.reason ?? null };
  });
  const known = shares.flatMap(({ share }, at) =>
    share === null ? [] : { share, weight: items[at]!.weight },
  );
  const knownWeight = sum(known.map(({ weight }) => weight));
  const points = sum(known.map(({ share, weight }) => share * weight));
  const [first] = rows;
  return {
    subject,
    nameZh: by === "unit" ? subject : (first?.subdistrictZh ?? null),
    nameEn: by === "unit" ? null : (first?.subdistrictEn ?? null),
    projects: rows.length,
    shares,
    score: knownWeight === 0 ? null : (100 * points) / knownWeight,
    knownWeight,
  };
}

/** The share of an item over the projects that tell what it asks; null where none does. */
function measured(
  measure: NonNullable<ScorecardItem["measure"]>,
  rows: readonly DispatchRow[],
  month: string,
): Measured {
  const values = rows.flatMap((row) => row.values ?? []);
  switch (measure) {
    case "returned":
      return { share: rows.length === 0 ? null : values.length / rows.length, projects: rows.length };
    case "not-red": {
      const judged = rows.filter(({ light }) => light !== "unknown");
      const fine = judged.filter(({ light }) => light !== "red");
      return { share: judged.length === 0 ? null : fine.length / judged.length, projects: judged.length };
    }
    case "completed": {
      const pairs = values.map(
        ({ yearDoneWanYuan, yearPlanWanYuan }) => [yearDoneWanYuan, yearPlanWanYuan] as const,
      );
      return ofWhole(pairs, yearShare(month));
    }
    case "paid":
      return ofWhole(
        values.map(({ paidWanYuan, arrivedWanYuan }) => [paidWanYuan, arrivedWanYuan] as const),
        1,
      );
  }
}

// Σ part ÷ (Σ whole × factor), at most 1, over the pairs that are both told
function ofWhole(pairs: readonly (readonly [number | null, number | null])[], factor: number): Measured {
  const told = pairs.filter((pair): pair is [number, number] => pair[0] !== null && pair[1] !== null);
  const whole = sum(told.map(([, each]) => each)) * factor;
  const share = whole > 0 ? Math.min(1, sum(told.map(([each]) => each)) / whole) : null;
  return { share, projects: told.length };
}

/** Takes down what is typed into a scorecard; throws not-found, and invalid-parameter where the item is measured. */
export async function saveEntry(
  database: Database,
  scope: Writing,
  { id, by, subject, item, share, reason }: ScorecardEntry & { readonly id: string },
): Promise<void> {
  const card = await readScorecard(database, scope, { id, by });
  const typed = card.items.filter(({ measure }) => measure === null).map((each) => each.item);
  if (!typed.includes(item))
    throw invalidParameter("item", item, `one that is typed in: ${typed.join(", ")}`);
  if (!card.subjects.some((each) => each.subject === subject)) {
    throw invalidParameter("subject", subject, "one of the scorecard");
  }
  await database.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ before: unknown }>(saveSql, [
      ...[scope.districtId, id, by, subject, item, share, reason],
    ]);
    const before = rows[0]?.before ?? null;
    await recordVersion(transaction, {
      ...{ districtId: scope.districtId, actorId: scope.actor.id, note: reason, programmeOnly: true },
      changes: [
        {
          ...{ layer: "scorecard-entry", featureId: `${id}/${by}/${subject}/${item}` },
          ...{ op: before === null ? "insert" : "update", before, after: { share, reason } },
        },
      ],
    });
  });
}
