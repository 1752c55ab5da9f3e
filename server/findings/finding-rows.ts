import { createHash, randomUUID } from "node:crypto";
import type { Scope } from "../catalogue/scope.ts";
import type { NewFinding } from "../contract/findings.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { areaOutsideDistrict, invalidGeometry } from "../errors.ts";

const insertSql = loadSql("./insert-findings.sql", import.meta.url);
const placeSql = `WITH given AS (SELECT ST_SetSRID(ST_GeomFromGeoJSON($2), 4326) AS place)
SELECT ST_IsValid(place) AS "isValid", EXISTS (
  SELECT FROM zone WHERE district_id = $1 AND kind = 'district' AND ST_Intersects(zone.geom, place)) AS "isInside"
FROM given`;

/** A finding as it is written; identity is what makes two findings one. */
export interface FindingRow extends NewFinding {
  readonly id: string;
  readonly identity: string;
  readonly threshold: number | null;
  readonly measuredVersion: number | null;
}

const DEGREE_DIGITS = 5; // about a metre

function placeText({ zone, place }: Pick<NewFinding, "zone" | "place">): string {
  if (zone !== null) return zone;
  if (place?.type === "Point") return place.coordinates.map((each) => each.toFixed(DEGREE_DIGITS)).join(",");
  return createHash("sha256").update(JSON.stringify(place)).digest("hex").slice(0, 24);
}

/** A row to be written: one indicator is one finding in a place; else the same source, title and place are. */
export function toFindingRow(
  given: NewFinding,
  more: Partial<Pick<FindingRow, "threshold" | "measuredVersion">> = {},
): FindingRow {
  const { edition, indicator, source, title } = given;
  const what =
    indicator === null
      ? `${source}/${title.normalize("NFKC").replace(/\s+/g, "").toLowerCase()}`
      : `indicator/${edition}/${indicator}`;
  return {
    ...given,
    id: `finding:${randomUUID()}`,
    identity: `${what}/${placeText(given)}`,
    threshold: null,
    measuredVersion: null,
    ...more,
  };
}

/** Writes rows; answers with the ids of those that were not there yet. */
export async function insertFindings(
  database: Database,
  districtId: string,
  { rows, importVersion }: { readonly rows: readonly FindingRow[]; readonly importVersion: number | null },
): Promise<string[]> {
  const added = await database.query<{ id: string }>(insertSql, [
    ...[districtId, JSON.stringify(rows)],
    importVersion,
  ]);
  return added.rows.map(({ id }) => id);
}

/** Throws invalid-geometry or area-outside-district where a place cannot be one of the district. */
export async function requirePlace(
  database: Database,
  { districtId }: Scope,
  place: NewFinding["place"],
): Promise<void> {
  if (place === null) return;
  if (place.type === "Point") requireDegrees(place.coordinates);
  type Row = { readonly isValid: boolean; readonly isInside: boolean };
  const { rows } = await database.query<Row>(placeSql, [districtId, JSON.stringify(place)]);
  if (!rows[0]!.isValid) throw invalidGeometry("place", "The place is no valid point or area.");
  if (!rows[0]!.isInside) throw areaOutsideDistrict(districtId);
}

function requireDegrees([lon = Number.NaN, lat = Number.NaN]: readonly number[]): void {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
    throw invalidGeometry("place", "A place is [longitude, latitude] in degrees.");
}
