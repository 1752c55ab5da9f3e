import type { Database } from "../../database/database.ts";
import type { DistrictArea } from "../boundary.ts";
import type { ReportItems } from "../report-items.ts";
import type { Tags, TagTables } from "../tag-table.ts";
import type { DatasetKey } from "../write-rows.ts";
import type { OsmArea } from "./areas.ts";
import type { OsmExtract } from "./extract.ts";

/** What every layer is made from, and where it goes. */
export interface LayerContext {
  readonly database: Database;
  readonly dataset: DatasetKey;
  readonly area: DistrictArea;
  readonly extract: OsmExtract;
  /** Every polygon of the extract. */
  readonly areas: readonly OsmArea[];
  readonly tagTables: TagTables;
  readonly report: ReportItems;
}

/** The Chinese name, or the one of the place where none is tagged as Chinese; null where it has none. */
export function nameZh(tags: Tags): string | null {
  return tags["name:zh"] ?? tags["name:zh-Hans"] ?? tags.name ?? null;
}

/** The English name; null where it has none. */
export function nameEn(tags: Tags): string | null {
  return tags["name:en"] ?? null;
}

/** Whether a tag says yes in any of the ways people write it (a kind of bridge is a bridge). */
export function isYes(value: string | undefined): boolean {
  return value !== undefined && value !== "no";
}
