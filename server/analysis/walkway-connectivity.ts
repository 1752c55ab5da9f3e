import type { DataQuality, Method } from "../contract/analysis.ts";
import type {
  WalkwayConnectivityParams,
  WalkwayConnectivityResult,
} from "../contract/walkway-connectivity.ts";
import { loadSql } from "../database/sql.ts";
import {
  applying,
  quality,
  qualityOfArea,
  qualityOfResidents,
  ratio,
  residentsUnknown,
  shareOf,
} from "./data-quality.ts";
import { EDGE_METHOD, LAND_METHOD, ownMethod } from "./method.ts";
import type { Answered, Reading } from "./reading.ts";
import { type EndRules, listEnds, readEndRules, readStreetNodes } from "./street-ends.ts";
import { measureDetours, readDetourRules } from "./walkway-detours.ts";
import { joinBuildings } from "./walkway-step-free.ts";

const sql = loadSql("./walkway-connectivity.sql", import.meta.url);
const walkwaysSql = loadSql("./walkways-of-area.sql", import.meta.url);
const gradeSql = `SELECT min(max_grade) FILTER (WHERE id = 'wheelchair') AS "maxGrade",
  bool_and(status = 'verified') AS "isVerified" FROM persona WHERE id IN ('wheelchair', $1)`;

const SQM_PER_SQKM = 1e6;
const M_PER_KM = 1000;
/** Carried upright or over the roofs: no length one walks. */
const NO_LENGTH = new Set(["lift", "cableway"]);
/** What lifts a person says nothing of how steep the walk is. */
const CARRIED = new Set(["lift", "cableway", "escalator"]);

interface KindRow {
  readonly kind: string;
  readonly edges: number;
  readonly lengthM: number;
  readonly stepFreeM: number;
  readonly wheelchairM: number;
  readonly unknownM: number;
  readonly climbM: number;
}

/** How well the walking network of an area hangs together, for whom, and how steep its named walkways are. */
export async function walkwayConnectivity(
  reading: Reading,
  params: WalkwayConnectivityParams,
): Promise<Answered<WalkwayConnectivityResult>> {
  const { database, area } = reading;
  const grade = await database.query<{ maxGrade: number | null; isVerified: boolean }>(gradeSql, [
    params.persona,
  ]);
  const { maxGrade, isVerified } = grade.rows[0]!;
  const { rows } = await database.query<KindRow>(sql, [
    area.districtId,
    area.datasetId,
    area.geometry,
    maxGrade,
  ]);
  const { landAreaSqm } = await reading.land();
  const rules = await readEndRules(reading);
  const grounds = await reading.grounds();
  const ends = await findWalkEnds(reading, rules);
  const result: WalkwayConnectivityResult = {
    landAreaSqm,
    ...lengthsOf(rows, landAreaSqm),
    stepFree: { ...sharesOf(rows), ...(await joinBuildings(reading, grounds)) },
    detour: await measureDetours(reading, grounds, params),
    ...ends,
    deadEndsPerSqkm: ratio(ends.deadEnds, landAreaSqm / SQM_PER_SQKM),
    walkways: await readWalkways(reading),
  };
  return {
    result,
    method: methodOf(rules, await readDetourRules(reading), maxGrade),
    dataQuality: await qualityOf(reading, result, isVerified),
  };
}

const sumOf = (rows: readonly KindRow[], name: keyof Omit<KindRow, "kind">) =>
  rows.reduce((sum, row) => sum + row[name], 0);
const walkedOf = (rows: readonly KindRow[]) => rows.filter(({ kind }) => !NO_LENGTH.has(kind));

function lengthsOf(rows: readonly KindRow[], landAreaSqm: number) {
  const lengthM = sumOf(walkedOf(rows), "lengthM");
  const onFoot = rows.filter(({ kind }) => !CARRIED.has(kind));
  const unknownLengthM = sumOf(onFoot, "unknownM");
  const knownLengthM = sumOf(onFoot, "lengthM") - unknownLengthM;
  return {
    lengthM,
    densityKmPerSqkm: ratio(lengthM / M_PER_KM, landAreaSqm / SQM_PER_SQKM),
    byKind: rows.map(({ kind, lengthM: each, edges }) => ({ kind, lengthM: each, edges })),
    climb: {
      perKmM: ratio(sumOf(onFoot, "climbM"), knownLengthM / M_PER_KM),
      knownLengthM,
      unknownLengthM,
    },
  };
}

function sharesOf(rows: readonly KindRow[]) {
  const walked = walkedOf(rows);
  const lengthM = sumOf(walked, "lengthM");
  const share = (name: "stepFreeM" | "wheelchairM") => {
    const part = ratio(sumOf(walked, name), lengthM);
    return part === null ? null : Math.min(1, part);
  };
  return { lengthShare: share("stepFreeM"), wheelchairLengthShare: share("wheelchairM") };
}

async function findWalkEnds(reading: Reading, rules: EndRules) {
  const nodes = await readStreetNodes(reading);
  const found = await reading.streets({ streets: "ends", edges: null, nodes, ...rules });
  return listEnds(reading, found, rules);
}

async function readWalkways({
  database,
  area,
  walkwayProfile,
}: Reading): Promise<WalkwayConnectivityResult["walkways"]> {
  type Row = Omit<WalkwayConnectivityResult["walkways"][number], "profile">;
  const { rows } = await database.query<Row>(walkwaysSql, [
    area.districtId,
    area.datasetId,
    area.levels,
    area.geometry,
  ]);
  const walkways: WalkwayConnectivityResult["walkways"] = [];
  for (const row of rows) {
    const { layer: _layer, id, dataVersion: _version, ...profile } = await walkwayProfile(row.id);
    walkways.push({ ...row, id, profile });
  }
  return walkways;
}

async function qualityOf(
  reading: Reading,
  { climb, landAreaSqm, stepFree, detour, lengthM }: WalkwayConnectivityResult,
  isVerified: boolean,
): Promise<DataQuality[]> {
  const facts = await reading.facts();
  const walking = await reading.walking();
  const { ordinals } = await reading.buildings();
  const near = ordinals.filter((ordinal) => walking.nearEdge.has(ordinal)).length;
  return [
    ...qualityOfArea(reading.area, facts),
    ...qualityOfResidents(reading.area, facts),
    ...applying(
      landAreaSqm === 0 && quality("no-land", { field: "densityKmPerSqkm" }),
      ordinals.length === 0 && quality("no-buildings"),
      !facts.hasResidents && residentsUnknown(facts),
      climb.unknownLengthM > 0 &&
        quality("edges-without-rise", {
          count: walking.edgesWithoutRise,
          share: shareOf(climb.unknownLengthM, lengthM),
        }),
      walking.liftsWithoutRise > 0 && quality("lifts-without-rise", { count: walking.liftsWithoutRise }),
      detour.offNetwork > 0 &&
        quality("not-on-network", { field: "detour", share: shareOf(detour.offNetwork, detour.pairs) }),
      stepFree.offBuildings > 0 &&
        quality("not-on-network", { field: "stepFree", count: Math.ceil(stepFree.offBuildings) }),
      near > 0 && quality("near-data-edge", { field: "buildings", share: shareOf(near, ordinals.length) }),
      !isVerified && quality("unverified-clause", { field: "persona" }),
    ),
  ];
}

function methodOf(
  ends: EndRules,
  detour: Awaited<ReturnType<typeof readDetourRules>>,
  maxGrade: number | null,
): Method[] {
  return [
    ownMethod(
      "detour",
      `Shortest walk in metres ÷ straight line between ${detour.pairs} pairs of buildings ${detour.fromM} to ${detour.toM} m apart, drawn by a fixed scatter, over the edges the persona may use, connectors of at most 150 m included; lifts are 0 m. Pairs without a way within ${detour.searchM} m are counted beside and are in no median.`,
    ),
    ownMethod(
      "stepFree",
      `Length without stairs, escalators and what is tagged as not step-free; for a wheelchair also not steeper than ${maxGrade === null ? "any limit" : `1:${(1 / maxGrade).toFixed(0)}`}, unknown rises counted flat. People and buildings count where a straight connector of at most 150 m, up or down no cliff, leads to the largest part of the network that hangs together without a step, grades of its ways left aside.`,
    ),
    ownMethod(
      "climb",
      "Metres up or down per km of edges walked whose rise is known; escalators, lifts and cableways left out.",
    ),
    ownMethod(
      "densityKmPerSqkm",
      "Length of the walking network within the area, roads with pavements included, lifts and cableways not, ÷ its land.",
    ),
    ownMethod(
      "ends",
      `Nodes from which all edges lead to one other, where the branch is at least ${ends.minM} m long. Those would pay to be joined that lie across at most ${ends.gapM} m from another edge to which the way round is at least ${ends.ratio} times as long, or to which there is none.`,
    ),
    ownMethod(
      "walkways",
      "Each named walkway whole, from its lower to its higher end, with the minutes of each kind of person up and down and the parts a wheelchair cannot pass.",
    ),
    EDGE_METHOD,
    LAND_METHOD,
  ];
}
