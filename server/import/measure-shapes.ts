import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { type Coordinates, multiPolygonWkb } from "../database/wkb-writer.ts";

const sql = loadSql("./measure-shapes.sql", import.meta.url);
// a batch of footprints takes some 50 ms, one with a forest or a river in it more
const BATCH_SHAPES = 150;

/** A polygon as its source drew it: closed rings, lon lat interleaved, EPSG:4326; valid or not. */
export interface DrawnShape {
  readonly outers: readonly Coordinates[];
  readonly inners: readonly Coordinates[];
}

/** A shape made valid. */
export interface MeasuredShape {
  /** WKB MultiPolygon. */
  readonly wkb: Buffer;
  readonly areaSqm: number;
  /** What was wrong before the repair; null where nothing was. */
  readonly reason: string | null;
  /** Whether it shares at least a point with the area asked about. */
  readonly touches: boolean;
}

/** Repairs and measures shapes; null, in its place, for one that has no area at all. `area` is WKB, EPSG:4326. */
export async function measureShapes(
  database: Database,
  shapes: readonly DrawnShape[],
  area: Buffer,
): Promise<(MeasuredShape | null)[]> {
  const measured: (MeasuredShape | null)[] = shapes.map(() => null);
  for (let first = 0; first < shapes.length; first += BATCH_SHAPES) {
    const batch = shapes.slice(first, first + BATCH_SHAPES);
    const { rows } = await database.query<MeasuredShape & { index: number }>(sql, [
      batch.map(({ outers }) => multiPolygonWkb(outers.map((ring) => [ring]))),
      batch.map(({ inners }) => (inners.length === 0 ? null : multiPolygonWkb(inners.map((ring) => [ring])))),
      area,
    ]);
    for (const { index, ...shape } of rows) measured[first + index] = shape;
  }
  return measured;
}
