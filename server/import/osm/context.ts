import type { Database } from "../../database/database.ts";
import type { DistrictArea } from "../boundary.ts";
import type { ReportItems } from "../report-items.ts";
import type { TagTables } from "../tag-table.ts";
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
