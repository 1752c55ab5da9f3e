import { BLOCK_CLASSES_HA, type Block, type RoadNetworkResult } from "../contract/road-network.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { Area } from "./area.ts";
import { ratio } from "./data-quality.ts";
import { whereInside } from "./points-inside.ts";
import { quantileOf } from "./quantile.ts";
import type { Reading } from "./reading.ts";

const blocksSql = loadSql("./road-blocks.sql", import.meta.url);

/** Shapes given with an answer. */
export const MAX_BLOCKS = 1000;
const SQM_PER_HA = 10_000;

/** What streets enclose, whole; a face is a block where it is wide enough. */
export type Face = Omit<Block, "sideM"> & { readonly perimeterM: number };

/** Reads the faces that streets of these classes enclose in a dataset, the largest first. */
export async function readAllFaces(
  database: Database,
  { districtId, datasetId }: Pick<Area, "districtId" | "datasetId">,
  classes: readonly string[],
): Promise<readonly Face[]> {
  return (await database.query<Face>(blocksSql, [districtId, datasetId, classes])).rows;
}

interface Faces {
  /** The largest first. */
  readonly blocks: readonly Block[];
  readonly slivers: number;
}

/** The blocks of the area, and how many faces of 2 × area ÷ perimeter are narrower than blocks, in metres. */
export async function readFaces(reading: Reading, widthMinM: number): Promise<Faces> {
  const faces = await whereInside(reading, await reading.faces());
  const blocks = faces
    .filter(({ areaSqm, perimeterM }) => (2 * areaSqm) / perimeterM >= widthMinM)
    .map(({ at, areaSqm, shape }) => ({ at, areaSqm, sideM: Math.sqrt(areaSqm), shape }));
  return { blocks, slivers: faces.length - blocks.length };
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
