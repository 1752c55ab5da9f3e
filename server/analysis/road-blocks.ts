import { BLOCK_CLASSES_HA, type Block, type RoadNetworkResult } from "../contract/road-network.ts";
import { loadSql } from "../database/sql.ts";
import { ratio } from "./data-quality.ts";
import { quantileOf } from "./quantile.ts";
import type { Reading } from "./reading.ts";

const blocksSql = loadSql("./road-blocks.sql", import.meta.url);

/** Shapes given with an answer. */
export const MAX_BLOCKS = 1000;
const SQM_PER_HA = 10_000;

interface Faces {
  /** The largest first. */
  readonly blocks: readonly Block[];
  readonly slivers: number;
}

/** The blocks that streets of these classes enclose in the area, and how many faces are narrower than blocks, in metres. */
export async function readFaces(
  { database, area }: Reading,
  classes: readonly string[],
  widthMinM: number,
): Promise<Faces> {
  type Row = Omit<Block, "sideM"> & { readonly isSliver: boolean };
  const { rows } = await database.query<Row>(blocksSql, [
    area.districtId,
    area.datasetId,
    area.geometry,
    classes,
    widthMinM,
  ]);
  const blocks = rows
    .filter(({ isSliver }) => !isSliver)
    .map(({ at, areaSqm, shape }) => ({ at, areaSqm, sideM: Math.sqrt(areaSqm), shape }));
  return { blocks, slivers: rows.length - blocks.length };
}

/** How large the blocks are; `spacingMaxM` is the side that roads should be apart at most. */
export function summarise({ blocks, slivers }: Faces, spacingMaxM: number): RoadNetworkResult["blocks"] {
  const areas = blocks.map(({ areaSqm }) => areaSqm).sort((a, b) => a - b);
  const total = (some: readonly number[]) => some.reduce((sum, each) => sum + each, 0);
  const ends = [...BLOCK_CLASSES_HA, null];
  const median = quantileOf(areas, 0.5);
  return {
    count: areas.length,
    areaSqm: total(areas),
    medianAreaSqm: median,
    p10AreaSqm: quantileOf(areas, 0.1),
    p90AreaSqm: quantileOf(areas, 0.9),
    medianSideM: median === null ? null : Math.sqrt(median),
    withinMaxShare: ratio(total(areas.filter((area) => area <= spacingMaxM ** 2)), total(areas)),
    classes: ends.map((upToHa, at) => {
      const overHa = at === 0 ? 0 : ends[at - 1]!;
      const members = areas.filter(
        (area) => area > overHa * SQM_PER_HA && area <= (upToHa ?? Number.POSITIVE_INFINITY) * SQM_PER_HA,
      );
      return { upToHa, blocks: members.length, areaSqm: total(members) };
    }),
    slivers,
  };
}
