import type { DataQuality, Method } from "../contract/analysis.ts";
import { PERSONAS } from "../contract/life-circle-coverage.ts";
import type {
  RiverfrontAccessParams,
  RiverfrontAccessResult,
  RiverfrontSegment,
} from "../contract/riverfront-access.ts";
import { loadSql } from "../database/sql.ts";
import type { BankAnswer, BankWalk } from "../walking/bank-kernel.ts";
import { readWkb } from "../walking/wkb.ts";
import { barriersOf, type CrossedRoad, readCrossedRoads } from "./bank-barriers.ts";
import { addUp, curveOf, opennessOf, spreadOfWalks, walkShares } from "./bank-shares.ts";
import {
  applying,
  quality,
  qualityOfArea,
  qualityOfResidents,
  ratio,
  residentsUnknown,
  shareOf,
} from "./data-quality.ts";
import { type Counter, counterOf, rankingOf } from "./gap-counts.ts";
import { EDGE_METHOD, ownMethod } from "./method.ts";
import type { Answered, Reading } from "./reading.ts";

const sql = loadSql("./riverfront-access.sql", import.meta.url);
const limitsSql = `SELECT name, value, status FROM walking_parameter WHERE name = ANY ($1::text[])
  UNION ALL SELECT 'persona', 0, status FROM persona`;

const LIMITS = {
  accessM: "riverfront-access",
  openM: "riverfront-open",
  runM: "riverfront-run",
  catchmentM: "riverfront-catchment",
} as const;
type Limits = RiverfrontAccessResult["limits"];

const SEARCH_S = 3600;

/**
 * How the river banks in or along an area are reached on foot: access points, minutes walked by those who live near, roads
 * between, and what share of the bank is open and continuous. `bank` is null where the data holds no bank.
 */
export async function riverfrontAccess(
  reading: Reading,
  params: RiverfrontAccessParams,
): Promise<Answered<RiverfrontAccessResult>> {
  const { limits, trial } = await readLimits(reading);
  const banks = await readBanks(reading, limits);
  const [inside, facts] = [await reading.buildings(), await reading.facts()];
  const count = counterOf(inside, facts);
  const { rankedBy: countedBy, weight } = rankingOf(inside, facts);
  const all = count(inside.ordinals.keys());
  const about = { trial, countedBy, limits, all };
  if (banks.length === 0) {
    const result = { ...about, bank: null, segments: [] };
    return { result, method: methodOf(limits), dataQuality: await qualityOf(reading, result) };
  }
  const { lon, lat } = await reading.grounds();
  const answer = await reading.bank({
    ...limits,
    banks: banks.map(({ line }) => line),
    judged: banks.map((bank) => bank.inside),
    personas: PERSONAS,
    searchS: SEARCH_S,
    lon,
    lat,
  });
  const walk = answer.walks.find(({ persona }) => persona === params.persona)!;
  const homes = { lon, lat, isNear: answer.isNear };
  const roads = await readCrossedRoads(reading, params.barriers, { homes, walk, entries: answer.entries });
  const people: People = { answer, walk, roads, count, weight };
  const result: RiverfrontAccessResult = {
    ...about,
    bank: wholeBank(people),
    segments: banks.flatMap((bank, at) => (bank.inside.length === 0 ? [] : [segmentOf(bank, at, people)])),
  };
  return { result, method: methodOf(limits), dataQuality: await qualityOf(reading, result) };
}

async function readLimits({ database }: Reading): Promise<{ limits: Limits; trial: boolean }> {
  type Row = { readonly name: string; readonly value: number; readonly status: string };
  const { rows } = await database.query<Row>(limitsSql, [Object.values(LIMITS)]);
  const entries = Object.entries(LIMITS).map(([field, name]) => {
    const row = rows.find((each) => each.name === name);
    if (!row) throw new Error(`The walking parameter "${name}" is missing.`);
    return [field, row.value];
  });
  return {
    limits: Object.fromEntries(entries) as Limits,
    trial: rows.some(({ status }) => status !== "verified"),
  };
}

interface Bank
  extends Pick<RiverfrontSegment, "id" | "nameZh" | "nameEn" | "river" | "recordedAccessPoints"> {
  /** Lon, lat interleaved. */
  readonly line: Float64Array;
  readonly inside: readonly Float64Array[];
}

async function readBanks({ database, area }: Reading, { openM }: Limits): Promise<Bank[]> {
  type Row = Omit<Bank, "line" | "inside"> & { readonly line: Buffer; readonly inside: Buffer | null };
  const { districtId, datasetId, levels, geometry } = area;
  const { rows } = await database.query<Row>(sql, [districtId, datasetId, levels, geometry, openM]);
  // segment 2 before segment 10
  const inOrder = rows.toSorted((one, other) => one.id.localeCompare(other.id, "en", { numeric: true }));
  return inOrder.map(({ line, inside, ...about }) => ({
    ...about,
    line: readWkb(line).lines[0]!,
    inside: inside === null ? [] : readWkb(inside).lines,
  }));
}

/** What is known of the homes of the area and their walks. */
interface People {
  readonly answer: BankAnswer;
  readonly walk: BankWalk;
  readonly roads: readonly CrossedRoad[];
  readonly count: Counter;
  readonly weight: Float64Array;
}

function wholeBank(people: People): RiverfrontAccessResult["bank"] {
  const { answer, count, weight, roads } = people;
  const near = [...answer.isNear.keys()].filter((home) => answer.isNear[home] === 1);
  return {
    ...opennessOf(addUp(answer.openness)),
    accessPoints: answer.points.length,
    near: count(near),
    walks: answer.walks.map((each) => {
      const spread = spreadOfWalks(each, near, weight);
      return { ...walkShares(each.persona, spread), curve: curveOf(spread) };
    }),
    ...barriersOf(roads, { ...people, near }),
  };
}

function segmentOf({ line: _, inside, ...about }: Bank, at: number, people: People): RiverfrontSegment {
  const { answer, walk, roads, count, weight } = people;
  const near = [...answer.homesNear[at]!];
  const weightOf = (homes: readonly number[]) => homes.reduce((sum, home) => sum + weight[home]!, 0);
  const walkers = near.filter((home) => walk.entry[home]! >= 0);
  const here = walkers.filter((home) => answer.entries[walk.entry[home]!]!.bank === at);
  const nearestHere = ratio(weightOf(here), weightOf(walkers));
  return {
    ...about,
    shape: { type: "MultiLineString", coordinates: inside.map(positionsOf) },
    ...opennessOf(answer.openness[at]!),
    accessPoints: answer.points.filter(({ bank }) => bank === at).map(({ lon, lat }) => [lon, lat]),
    near: count(near),
    walks: answer.walks.map((each) => walkShares(each.persona, spreadOfWalks(each, near, weight))),
    nearestHere: nearestHere === null ? null : Math.min(1, nearestHere),
    ...barriersOf(roads, { ...people, near }),
  };
}

const positionsOf = (line: Float64Array) =>
  Array.from({ length: line.length / 2 }, (_, point) => [line[2 * point]!, line[2 * point + 1]!]);

async function qualityOf(
  reading: Reading,
  { bank, all, trial }: RiverfrontAccessResult,
): Promise<DataQuality[]> {
  const [facts, walking] = [await reading.facts(), await reading.walking()];
  const { edges, edgesWithoutRise, liftsWithoutRise } = walking;
  return [
    ...qualityOfArea(reading.area, facts),
    ...qualityOfResidents(reading.area, facts),
    ...applying(
      bank === null && quality("riverfront-absent", { field: "bank" }),
      all.buildings === 0 && quality("no-buildings"),
      all.residents === null && residentsUnknown(facts),
      trial && quality("unverified-clause"),
      bank !== null &&
        edgesWithoutRise > 0 &&
        quality("edges-without-rise", { count: edgesWithoutRise, share: shareOf(edgesWithoutRise, edges) }),
      bank !== null && liftsWithoutRise > 0 && quality("lifts-without-rise", { count: liftsWithoutRise }),
    ),
  ];
}

function methodOf({ accessM, openM, runM, catchmentM }: Limits): Method[] {
  return [
    ownMethod(
      "accessPoints",
      `A node of the walking network at most ${accessM} m from the bank across no water with an edge that leads away from it, or the place of an edge that comes so near between its ends; bridges, tunnels and cableways pass by. What the data itself counts stands beside.`,
    ),
    ownMethod(
      "walks",
      `Of those who live within ${catchmentM} m of the bank in a straight line: the walk to the nearest place where the network is at any bank, and the walk home from the nearest, the worse of the two, with slopes and stairs, a weekday at 10:00; who cannot get there counts as over every time.`,
    ),
    ownMethod(
      "openShare",
      `The share of the bank with a way on the ground at most ${openM} m away across no water, judged every 5 m. Nothing is said of how good the way is.`,
    ),
    ownMethod(
      "continuousShare",
      `The share of the bank along ways that keep within ${openM} m of it for at least ${runM} m, over several segments where they do.`,
    ),
    ownMethod(
      "barriers",
      "Roads of the chosen classes on the level that the straight line from home to the place of the bank walked to crosses, all pieces of one name as one road; bridges and tunnels part nobody. It does not say how the road is crossed.",
    ),
    ownMethod(
      "segments",
      `What of a segment lies in the area or at most ${openM} m outside it; people are those of the area only.`,
    ),
    EDGE_METHOD,
  ];
}
