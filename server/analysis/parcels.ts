import type { PlotRatioResult } from "../contract/plot-ratio.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { Area } from "./area.ts";
import type { DatasetFacts } from "./dataset-facts.ts";

const sumsSql = loadSql("./parcel-sums.sql", import.meta.url);
const insideSql = loadSql("./parcels-inside.sql", import.meta.url);
const ratioSql = loadSql("./net-plot-ratio.sql", import.meta.url);

/** What the buildings that belong to a parcel sum to; null where none has the value. */
interface ParcelSums {
  readonly gfaSqm: number | null;
  readonly footprintSqm: number | null;
  readonly gfaAboveSqm: number | null;
  readonly buildings: number;
  readonly counted: number;
  readonly missing: number;
  /** Floor area of the missing ones, at least and at most; null = no end can be said. */
  readonly leastSqm: number;
  readonly mostSqm: number | null;
}

/** By id the parcels of a dataset to which buildings belong. */
export type ParcelsBuilt = ReadonlyMap<string, ParcelSums>;

const UNBUILT: ParcelSums = {
  ...{ gfaSqm: null, footprintSqm: null, gfaAboveSqm: null },
  ...{ buildings: 0, counted: 0, missing: 0, leastSqm: 0, mostSqm: 0 },
};

/** Reads what is built on the parcels of the dataset an area lies in. */
export async function readParcelsBuilt(
  database: Database,
  { districtId, datasetId, levels }: Area,
  { floorsP90ByUse }: DatasetFacts,
): Promise<ParcelsBuilt> {
  const { rows } = await database.query<ParcelSums & { readonly id: string }>(sumsSql, [
    districtId,
    datasetId,
    levels,
    JSON.stringify(floorsP90ByUse),
  ]);
  return new Map(rows.map(({ id, ...sums }) => [id, sums]));
}

/** The net plot ratio of the parcels of an area, and the bands of those with houses. */
export async function netPlotRatioOf(
  database: Database,
  { districtId, datasetId, levels, geometry }: Area,
  built: ParcelsBuilt,
): Promise<Pick<PlotRatioResult, "netPlotRatio" | "bands">> {
  type Parcel = { readonly id: string; readonly areaSqm: number; readonly landUse: string | null };
  const given = [districtId, datasetId, levels, geometry];
  const { rows: parcels } = await database.query<Parcel>(insideSql, given);
  const sums = parcels.map(({ id }) => built.get(id) ?? UNBUILT);
  const { rows } = await database.query<PlotRatioResult["netPlotRatio"] & Pick<PlotRatioResult, "bands">>(
    ratioSql,
    [
      parcels.map(({ areaSqm }) => areaSqm),
      parcels.map(({ landUse }) => landUse),
      sums.map(({ gfaSqm }) => gfaSqm),
      sums.map(({ footprintSqm }) => footprintSqm),
      sums.map(({ gfaAboveSqm }) => gfaAboveSqm),
      sums.map(({ buildings }) => buildings),
      sums.map(({ counted }) => counted),
      sums.map(({ missing }) => missing),
      sums.map(({ leastSqm }) => leastSqm),
      sums.map(({ mostSqm }) => mostSqm),
    ],
  );
  const { bands, ...netPlotRatio } = rows[0]!;
  return { netPlotRatio, bands };
}
