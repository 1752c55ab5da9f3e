import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { Footprints } from "./footprint-shares.ts";
import { type DatasetRef, eachPage } from "./load-network.ts";
import { readWkb } from "./wkb.ts";

const sizeSql = loadSql("./footprints-size.sql", import.meta.url);
const footprintsSql = loadSql("./footprints.sql", import.meta.url);

interface Row {
  readonly ordinal: number;
  readonly level: string;
  readonly residents: number | null;
  readonly shape: Buffer;
}

/** Reads the footprints of a dataset that sums are made of, page by page. */
export async function loadFootprints(
  database: Database,
  { districtId, datasetId }: DatasetRef,
): Promise<Footprints> {
  const { rows } = await database.query<Record<"ordinals" | "buildings" | "rings" | "points", number>>(
    sizeSql,
    [districtId, datasetId],
  );
  const size = rows[0]!;
  const footprints: Footprints = {
    ordinals: new Int32Array(size.buildings),
    internal: new Uint8Array(size.buildings),
    residents: new Float64Array(size.buildings),
    firstRing: new Int32Array(size.buildings + 1),
    ringStart: new Int32Array(size.rings + 1),
    points: new Float64Array(2 * size.points),
  };
  let building = 0;
  await eachPage(size.ordinals, async (first, end) => {
    const page = await database.query<Row>(footprintsSql, [districtId, datasetId, first, end]);
    for (const row of page.rows) addFootprint(footprints, building++, row);
  });
  return footprints;
}

function addFootprint(footprints: Footprints, building: number, row: Row): void {
  const { firstRing, ringStart, points } = footprints;
  footprints.ordinals[building] = row.ordinal;
  footprints.internal[building] = row.level === "public" ? 0 : 1;
  footprints.residents[building] = row.residents ?? Number.NaN;
  let ring = firstRing[building]!;
  for (const rings of readWkb(row.shape).polygons) {
    for (const [index, coordinates] of rings.entries()) {
      const start = ringStart[ring]!;
      points.set(turned(coordinates, index === 0), 2 * start);
      ringStart[++ring] = start + coordinates.length / 2;
    }
  }
  firstRing[building + 1] = ring;
}

// outer rings counter-clockwise, holes clockwise: the record keeps them as they came
function turned(ring: Float64Array, counterClockwise: boolean): Float64Array {
  let doubled = 0;
  for (let at = 2; at < ring.length; at += 2) {
    doubled +=
      (ring[at - 2]! - ring[0]!) * (ring[at + 1]! - ring[1]!) -
      (ring[at]! - ring[0]!) * (ring[at - 1]! - ring[1]!);
  }
  if (doubled > 0 === counterClockwise) return ring;
  const reversed = new Float64Array(ring.length);
  for (let at = 0; at < ring.length; at += 2) {
    reversed[at] = ring[ring.length - 2 - at]!;
    reversed[at + 1] = ring[ring.length - 1 - at]!;
  }
  return reversed;
}
