import type { DataQuality } from "../contract/analysis.ts";
import type { ConditionalEdge, Fares, WalkConditionsFound } from "../contract/walk-conditions.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { isOpen, isPaid, parseLocalTime, type WalkConditions } from "../walking/opening-hours.ts";
import type { Area } from "./area.ts";
import { applying, quality } from "./data-quality.ts";

const sql = loadSql("./walk-conditions.sql", import.meta.url);

/** The edges of a dataset with hours or a fare, by ordinal. */
export interface ConditionFacts {
  readonly edges: readonly (ConditionalEdge & { readonly ordinal: number; readonly line: string })[];
  readonly carriersWithoutHours: number;
}

/** Reads the facts of the dataset an area lies in. */
export async function readConditionFacts(database: Database, area: Area): Promise<ConditionFacts> {
  const { rows } = await database.query<ConditionFacts>(sql, [area.districtId, area.datasetId]);
  return rows[0]!;
}

/** When one walks and whether one pays, as asked over HTTP. */
export interface AskedConditions {
  readonly at: string;
  readonly fares: Fares;
}

/** The same as the walking network understands it. */
export function walkConditions({ at, fares }: AskedConditions): WalkConditions {
  return { ...parseLocalTime(at), avoidsFares: fares === "avoid" };
}

/** Which parts of the network are closed, unreadable or paid under the conditions; of the ordinals given, else of all. */
export function conditionsFound(
  { edges }: ConditionFacts,
  asked: AskedConditions,
  ordinals?: readonly number[],
): WalkConditionsFound {
  const wanted = ordinals && new Set(ordinals);
  const at = parseLocalTime(asked.at);
  const among = edges.filter(({ ordinal }) => !wanted || wanted.has(ordinal));
  const hours = (state: boolean | null) =>
    among.filter(({ openHours }) => openHours !== null && isOpen(openHours, at) === state);
  return {
    closed: eachLineOnce(hours(false)),
    unreadable: eachLineOnce(hours(null)),
    paid: eachLineOnce(among.filter(({ fare }) => fare !== null && isPaid(fare))),
  };
}

/** The same line in several pieces stands once. */
export function eachLineOnce(edges: ConditionFacts["edges"]): ConditionalEdge[] {
  const lines = new Map(
    edges.map(({ ordinal: _, line, ...edge }) => [[line, edge.kind, edge.openHours, edge.fare].join(), edge]),
  );
  return [...lines.values()];
}

/** What is not known of hours, for an answer that depends on the time of day. */
export function qualityOfConditions(
  { carriersWithoutHours }: ConditionFacts,
  { unreadable }: Pick<WalkConditionsFound, "unreadable">,
): DataQuality[] {
  return applying(
    unreadable.length > 0 && quality("hours-unreadable", { count: unreadable.length }),
    carriersWithoutHours > 0 && quality("hours-absent", { count: carriersWithoutHours }),
  );
}
