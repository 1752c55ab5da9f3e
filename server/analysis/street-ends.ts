import type { StreetEnd } from "../contract/road-network.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { parseIntArray, toIntArrayParameter } from "../walking/int-array.ts";
import type { StreetEnd as FoundEnd } from "../walking/street-ends.ts";
import type { Area } from "./area.ts";
import type { Reading } from "./reading.ts";
import { readParameterRows } from "./walking-parameter-rows.ts";

const nodesSql = loadSql("./street-nodes.sql", import.meta.url);
const edgesSql = loadSql("./street-edges.sql", import.meta.url);
const endsSql = loadSql("./street-ends.sql", import.meta.url);

/** How ends are judged, from the parameters; metres. */
export interface EndRules {
  /** A shorter branch is an entrance, no dead end. */
  readonly minM: number;
  readonly gapM: number;
  /** The way round is at least so many times the gap, where it would pay to join. */
  readonly ratio: number;
  readonly searchM: number;
}

/** Reads how dead ends are judged. */
export async function readEndRules({ database }: Reading): Promise<EndRules> {
  const rows = await readParameterRows(database, [
    "dead-end-min",
    "dead-end-gap",
    "dead-end-ratio",
    "detour-search",
  ]);
  return {
    minM: rows["dead-end-min"].value,
    gapM: rows["dead-end-gap"].value,
    ratio: rows["dead-end-ratio"].value,
    searchM: rows["detour-search"].value,
  };
}

type Ordinals = { readonly count: number; readonly ordinals: string };

/** The nodes of the walking network in the area; ordinals. */
export async function readStreetNodes({ database, area }: Reading): Promise<Int32Array> {
  const given = [area.districtId, area.datasetId, area.geometry];
  const [row] = (await database.query<Ordinals>(nodesSql, given)).rows;
  return parseIntArray(row!.ordinals, row!.count);
}

/** The edges of the walking network of a dataset that are of these road classes; ordinals. */
export async function readStreetEdges(
  database: Database,
  { districtId, datasetId }: Pick<Area, "districtId" | "datasetId">,
  classes: readonly string[],
): Promise<Int32Array> {
  const [row] = (await database.query<Ordinals>(edgesSql, [districtId, datasetId, classes])).rows;
  return parseIntArray(row!.ordinals, row!.count);
}

/** Whether joining an end to the street across would pay: there is no way round, or a long one. */
const isCandidate = ({ across }: FoundEnd, { ratio }: EndRules): boolean =>
  across !== null && (across.wayM === null || across.wayM >= ratio * across.gapM);

// what saves most first; without any way the data may only lack one, so that comes last
const savedM = ({ across }: FoundEnd) =>
  across === null || across.wayM === null ? -1 : across.wayM - across.gapM;

/** Dead ends of at least the least length: those that would pay to be joined first, by what that saves, then the longest. */
function sortEnds(ends: readonly FoundEnd[], rules: EndRules) {
  const long = ends.filter(({ branchM }) => branchM >= rules.minM);
  const longer = (a: FoundEnd, b: FoundEnd) => b.branchM - a.branchM || a.node - b.node;
  const candidates = long
    .filter((end) => isCandidate(end, rules))
    .sort((a, b) => savedM(b) - savedM(a) || longer(a, b));
  return { candidates, others: long.filter((end) => !isCandidate(end, rules)).sort(longer) };
}

/** Ends with their names and heights, in their order. */
export async function describeEnds(
  { database, area }: Reading,
  ends: readonly FoundEnd[],
): Promise<StreetEnd[]> {
  type Row = {
    readonly sourceId: string | null;
    readonly nameZh: string | null;
    readonly nameEn: string | null;
    readonly kind: string;
    readonly acrossNameZh: string | null;
    readonly acrossNameEn: string | null;
    readonly riseM: number | null;
  };
  const ordinals = (of: (end: FoundEnd) => number) => toIntArrayParameter(Int32Array.from(ends, of));
  const { rows } = await database.query<Row>(endsSql, [
    area.districtId,
    area.datasetId,
    ordinals(({ edge }) => edge),
    ordinals(({ node }) => node),
    ordinals(({ across }) => across?.edge ?? -1),
    ordinals(({ across }) => across?.node ?? -1),
  ]);
  return ends.map(({ lon, lat, branchM, across }, at) => {
    const { sourceId, nameZh, nameEn, kind, acrossNameZh, acrossNameEn, riseM } = rows[at]!;
    return {
      at: [lon, lat],
      sourceId,
      nameZh,
      nameEn,
      kind,
      lengthM: branchM,
      across: across && {
        at: [across.lon, across.lat],
        nameZh: acrossNameZh,
        nameEn: acrossNameEn,
        gapM: across.gapM,
        wayM: across.wayM,
        riseM,
      },
    };
  });
}

const MAX_CANDIDATES = 200;
const MAX_ENDS = 500;

/** The dead ends of at least the least length: how many, those that would pay to be joined, and the others. */
export async function listEnds(reading: Reading, found: readonly FoundEnd[], rules: EndRules) {
  const { candidates, others } = sortEnds(found, rules);
  return {
    deadEnds: candidates.length + others.length,
    deadEndCandidates: candidates.length,
    candidates: await describeEnds(reading, candidates.slice(0, MAX_CANDIDATES)),
    ends: await describeEnds(reading, others.slice(0, MAX_ENDS)),
  };
}
