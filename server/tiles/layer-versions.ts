import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";

const changesSql = loadSql("./layer-versions.sql", import.meta.url);
const districtsSql = loadSql("./live-districts.sql", import.meta.url);

// raised whenever tiles of unchanged data look different: attributes, buffers, zooms, encoding
const TILE_REVISION = 3;
// versions are numbered before they are committed, so an earlier number may appear after a later one
const COMMIT_OVERLAP = 1000;

type LastChange = { districtId: string; layer: string; dataVersion: number; changedAtS: number };

export type LiveDistrict = { readonly id: string; readonly adcode: string };

export type LayerVersions = {
  /** The number in `v` of a layer's tile addresses; 0 where nothing was ever recorded. */
  of(districtId: string, layer: string): number;
  /** The districts that have live data. */
  districts(): readonly LiveDistrict[];
  /** Looks for newer changes; calls that come while one is under way share its answer. */
  refresh(): Promise<void>;
};

/**
 * Versions of layers as of the last refresh. A version number stands for one state of one layer for ever, also in a
 * database made anew (browsers keep tiles for a year): it is made of the time of the change in seconds, the last three
 * digits of the data version, and the revision of the tiles.
 */
export function layerVersions(database: Database): LayerVersions {
  const changes = new Map<string, LastChange>();
  let districts: readonly LiveDistrict[] = [];
  let seen = 0;
  let underWay: Promise<void> | undefined;

  async function read() {
    const { rows } = await database.query<LastChange>(changesSql, [Math.max(0, seen - COMMIT_OVERLAP)]);
    for (const row of rows) {
      const key = `${row.districtId} ${row.layer}`;
      if (row.dataVersion > (changes.get(key)?.dataVersion ?? 0)) changes.set(key, row);
      seen = Math.max(seen, row.dataVersion);
    }
    districts = (await database.query<LiveDistrict>(districtsSql)).rows;
  }

  return {
    of(districtId, layer) {
      const own = changes.get(`${districtId} ${layer}`);
      const all = changes.get(`${districtId} *`);
      const last = (own?.dataVersion ?? 0) > (all?.dataVersion ?? 0) ? own : all;
      if (!last) return 0;
      return (last.changedAtS * 1000 + (last.dataVersion % 1000)) * 16 + TILE_REVISION;
    },
    districts: () => districts,
    refresh() {
      underWay ??= read().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
  };
}
