import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { Area } from "./area.ts";
import { isLandUsePartial } from "./data-quality.ts";

const sql = loadSql("./land.sql", import.meta.url);

/** Land of an area in m²; null where the dataset holds none of that kind, or only a part of it and none of that part here. */
export interface Land {
  readonly landAreaSqm: number;
  readonly constructionLandSqm: number | null;
  readonly residentialLandSqm: number | null;
}

/** How much land, construction land and residential land the area holds. */
export async function measureLand(database: Database, area: Area): Promise<Land> {
  const { districtId, datasetId, geometry } = area;
  const { rows } = await database.query<Land>(sql, [districtId, datasetId, geometry]);
  const land = rows[0]!;
  if (!isLandUsePartial(area)) return land;
  // none found where only a part is in the data says nothing
  const { constructionLandSqm, residentialLandSqm } = land;
  return {
    ...land,
    constructionLandSqm: constructionLandSqm || null,
    residentialLandSqm: residentialLandSqm || null,
  };
}
