import type { Scope } from "../catalogue/scope.ts";
import type { Completeness } from "../contract/catalogue.ts";
import { MAX_AREA_SQKM } from "../contract/geometry.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import {
  type AppError,
  areaOutsideDistrict,
  areaTooLarge,
  invalidGeometry,
  unknownDistrict,
  unknownZone,
} from "../errors.ts";
import { type ByteCache, byteCache } from "../tiles/byte-cache.ts";
import type { AskedArea } from "./area-shape.ts";

const sql = loadSql("./area.sql", import.meta.url);
// of all districts: a question without values is one message, which the embedded database answers in half the time
const statesSql = `SELECT district_id AS "districtId", dataset_id AS "datasetId", data_version AS "dataVersion",
  ground_version AS "groundVersion" FROM data_states()`;

/** Outlines of zones that are kept, in bytes of all. */
const KEPT_BYTES = 16 * 2 ** 20;

/** An area that may be answered, and the state of the data it was found in. */
export interface Area extends Scope {
  readonly zoneId: string | null;
  readonly datasetId: number;
  readonly adcode: string;
  readonly dataVersion: number;
  /** The last data version that changed more than the programme: what is worked out from the map holds as long as it does. */
  readonly groundVersion: number;
  readonly completeness: Completeness;
  readonly sample: boolean;
  /** The zone or the district has a boundary that is only schematic. */
  readonly schematic: boolean;
  /** The whole district, as the zone it is. */
  readonly isDistrict: boolean;
  readonly areaSqm: number;
  /** 0…1 of the area. */
  readonly insideDistrictShare: number;
  /** The part within the district: EWKB, EPSG:4326. Land, floor area and people are counted in it. */
  readonly geometry: Buffer;
}

/** Which data of a district is live, and its version. */
export type DataState = Pick<Area, "districtId" | "datasetId" | "dataVersion" | "groundVersion">;

/** Reads what is live of a district now. Throws unknown-district. */
export async function readDataState(database: Database, districtId: string): Promise<DataState> {
  const { rows } = await database.query<DataState>(statesSql);
  const state = rows.find((row) => row.districtId === districtId);
  if (!state) throw unknownDistrict(districtId);
  return state;
}

/** Resolves areas; a zone or a district is judged once while the data is the same. */
export interface AreaReader {
  read(scope: Scope, asked: AskedArea): Promise<Area>;
  /** A zone or a district as it was when last read, without asking whether it still is. */
  lastKnown(scope: Scope, asked: AskedArea): Area | undefined;
}

/** Makes the reader of areas over one database. */
export function createAreaReader(database: Database): AreaReader {
  const kept: ByteCache<Area> = byteCache(KEPT_BYTES);
  const states = new Map<string, DataState>();
  const keptAt = (state: DataState, scope: Scope, asked: AskedArea): Area | undefined => {
    const known = kept.get(keyOf(state, scope, asked));
    return known && { ...known, dataVersion: state.dataVersion };
  };
  return {
    read: async (scope, asked) => {
      if ("type" in asked) return resolveArea(database, scope, asked);
      const state = await readDataState(database, scope.districtId);
      states.set(scope.districtId, state);
      const known = keptAt(state, scope, asked);
      if (known) return known;
      const area = await resolveArea(database, scope, asked);
      kept.set(keyOf(area, scope, asked), area, area.geometry.length);
      return area;
    },
    lastKnown: (scope, asked) => {
      const state = states.get(scope.districtId);
      return state && keptAt(state, scope, asked);
    },
  };
}

const keyOf = ({ datasetId, groundVersion }: DataState, { districtId, levels }: Scope, asked: AskedArea) =>
  JSON.stringify([districtId, levels, asked, datasetId, groundVersion]);

interface Judgement {
  readonly found: boolean;
  readonly invalidReason: string | null;
  readonly invalidAt: [number, number] | null;
  readonly touchesDistrict: boolean;
  readonly insideIfSwapped: boolean | null;
}

type Row = Judgement & Omit<Area, keyof Scope | "zoneId">;

/**
 * Finds the zone or judges the drawn area: validity, then inside the district, then size. Throws unknown-zone,
 * invalid-geometry (with the place), area-outside-district or area-too-large.
 */
export async function resolveArea(database: Database, scope: Scope, asked: AskedArea): Promise<Area> {
  const zoneId = "zone" in asked ? asked.zone : null;
  const drawn = "type" in asked ? JSON.stringify(asked) : null;
  const { rows } = await database.query<Row>(sql, [
    scope.districtId,
    scope.levels,
    drawn,
    zoneId,
    MAX_AREA_SQKM,
  ]);
  const [row] = rows;
  if (!row) throw unknownDistrict(scope.districtId);
  const { found, invalidReason, invalidAt, touchesDistrict, insideIfSwapped, ...area } = row;
  if (!found) throw unknownZone("area.zone", zoneId ?? "");
  if (invalidReason !== null) throw selfCrossing(invalidReason, invalidAt);
  if (!touchesDistrict) throw areaOutsideDistrict(scope.districtId, insideIfSwapped === true);
  const areaSqkm = area.areaSqm / 1e6;
  if (drawn !== null && areaSqkm > MAX_AREA_SQKM) throw areaTooLarge(areaSqkm, MAX_AREA_SQKM);
  return { ...scope, zoneId, ...area };
}

function selfCrossing(reason: string, at: readonly [number, number] | null): AppError {
  const place = at === null ? "" : ` at [${at.join(", ")}]`;
  return invalidGeometry("area", `The area is not valid: ${reason}${place}.`, {
    reason,
    ...(at === null ? {} : { at }),
  });
}
