import type { DataQuality, Method } from "../contract/analysis.ts";
import {
  type FindingPlace,
  MAX_FINDING_PLACES,
  type NetworkQualityParams,
  type NetworkQualityResult,
} from "../contract/network-quality.ts";
import { loadSql } from "../database/sql.ts";
import { toIntArrayParameter } from "../walking/int-array.ts";
import { facilityPlaces } from "../walking/reach-inputs.ts";
import type { NetworkPart } from "../walking/street-kernel.ts";
import { quality, qualityOfArea, shareOf } from "./data-quality.ts";
import { ownMethod } from "./method.ts";
import type { Answered, Reading } from "./reading.ts";
import { describeEnds, readEndRules, readStreetNodes } from "./street-ends.ts";
import { readParameterRows } from "./walking-parameter-rows.ts";

const edgesSql = loadSql("./network-quality.sql", import.meta.url);
const facilitiesSql = loadSql("./network-quality-facilities.sql", import.meta.url);
const nodeSourcesSql = loadSql("./street-node-sources.sql", import.meta.url);
const distancesSql = loadSql("./network-quality-distances.sql", import.meta.url);

type Finding = NetworkQualityResult["findings"][number];

interface EdgeRow {
  readonly edges: number;
  readonly lengthM: number;
  readonly stairsEdges: number;
  readonly slopes: number;
  /** Metres of known rise, and the same times how much slower they are walked; null where there are none. */
  readonly walked: { readonly lengthM: number } & Readonly<
    Record<"upM" | "downM" | "slowerM" | "fasterM", number | null>
  >;
  readonly stairs: FindingPlace[];
  readonly steep: FindingPlace[];
}

/** What is doubtful about the walking network of an area, finding by finding, with places to look at. */
export async function networkQuality(
  reading: Reading,
  _params: NetworkQualityParams,
): Promise<Answered<NetworkQualityResult>> {
  const { database, area } = reading;
  const parameters = await readParameterRows(database, [
    ...(["steep-doubtful", "dangling-gap", "connector-max", "component-min-nodes"] as const),
    ...(["tobler-exponent", "tobler-offset", "slope-clip"] as const),
  ]);
  const steep = parameters["steep-doubtful"].value;
  const { rows } = await database.query<EdgeRow>(edgesSql, [
    area.districtId,
    area.datasetId,
    area.geometry,
    steep,
    parameters["tobler-exponent"].value,
    parameters["tobler-offset"].value,
    parameters["slope-clip"].value,
  ]);
  const row = rows[0]!;
  const nodes = await readStreetNodes(reading);
  const parts = await reading.streets({ streets: "parts" });
  const total = parts.reduce((sum, { lengthM }) => sum + lengthM, 0);
  const result: NetworkQualityResult = {
    nodes: nodes.length,
    edges: row.edges,
    lengthM: row.lengthM,
    parts: {
      count: parts.length,
      largestLengthShare: total > 0 ? shareOf(parts[0]!.lengthM, total) : null,
    },
    slopes: slopesOf(row.walked),
    findings: [
      await smallParts(reading, parts, { nodes, minNodes: parameters["component-min-nodes"].value }),
      await danglingEnds(reading, nodes, parameters["dangling-gap"].value),
      finding("stairs-without-rise", row.stairs, { of: row.stairsEdges, unit: "m", limit: null }),
      finding("too-steep", row.steep, { of: row.slopes, unit: "1", limit: steep }),
      await facilitiesOff(reading, parameters["connector-max"].value),
    ],
  };
  return { result, method: methodOf(result), dataQuality: await qualityOf(reading, row) };
}

function slopesOf({
  lengthM,
  upM,
  downM,
  slowerM,
  fasterM,
}: EdgeRow["walked"]): NetworkQualityResult["slopes"] {
  return {
    lengthM,
    overFlat: lengthM > 0 ? (upM! + downM!) / (2 * lengthM) : null,
    slowerOverFaster: lengthM > 0 ? slowerM! / fasterM! : null,
  };
}

const finding = (
  code: Finding["code"],
  places: readonly FindingPlace[],
  more: Pick<Finding, "of" | "unit" | "limit">,
): Finding => ({ code, count: places.length, ...more, places: places.slice(0, MAX_FINDING_PLACES) });

const NAMELESS = { id: null, sourceId: null, nameZh: null, nameEn: null, kind: null };

// parts of which a node lies in the area; the largest is what the others should hang on
async function smallParts(
  { database, area }: Reading,
  parts: readonly NetworkPart[],
  { nodes, minNodes }: { readonly nodes: Int32Array; readonly minNodes: number },
): Promise<Finding> {
  const inside = new Set(nodes);
  const small = parts.slice(1).filter(({ node, nodes: count }) => count < minNodes && inside.has(node));
  const listed = toIntArrayParameter(Int32Array.from(small.slice(0, MAX_FINDING_PLACES), ({ node }) => node));
  const { rows } = await database.query<{ readonly sourceId: string | null }>(nodeSourcesSql, [
    area.districtId,
    area.datasetId,
    listed,
  ]);
  const places = rows.map(({ sourceId }, at) => {
    const { lon, lat, lengthM } = small[at]!;
    return { ...NAMELESS, at: [lon, lat], sourceId, value: lengthM };
  });
  return {
    ...finding("small-part", places, { of: parts.length, unit: "m", limit: null }),
    count: small.length,
  };
}

// ends that all but touch another edge, to which the way round is longer than the gap: probably not joined by mistake
async function danglingEnds(reading: Reading, nodes: Int32Array, gapM: number): Promise<Finding> {
  const { ratio, searchM } = await readEndRules(reading);
  const ends = await reading.streets({ streets: "ends", edges: null, nodes, gapM, searchM });
  const near = ends
    .filter(({ across }) => across !== null && (across.wayM === null || across.wayM >= ratio * across.gapM))
    .sort((a, b) => a.across!.gapM - b.across!.gapM || a.node - b.node);
  const described = await describeEnds(reading, near.slice(0, MAX_FINDING_PLACES));
  const places = described.map(({ at, sourceId, nameZh, nameEn, kind, across }) => ({
    ...{ ...NAMELESS, at, sourceId, nameZh, nameEn, kind },
    value: across!.gapM,
  }));
  return {
    ...finding("dangling-end", places, { of: ends.length, unit: "m", limit: gapM }),
    count: near.length,
  };
}

async function facilitiesOff({ database, area, streets }: Reading, limitM: number): Promise<Finding> {
  type Row = Omit<FindingPlace, "value" | "id"> & {
    readonly id: string;
    readonly shape: Buffer;
    readonly entrances: Buffer | null;
  };
  const { districtId, datasetId } = area;
  const { rows } = await database.query<Row>(facilitiesSql, [
    districtId,
    datasetId,
    area.levels,
    area.geometry,
  ]);
  const places = rows.map(({ shape, entrances }) => facilityPlaces(shape, entrances));
  const entered = await streets({ streets: "entered", facilities: places.flat() });
  let at = 0;
  const isOff = places.map((of) => {
    const own = entered.subarray(at, at + of.length);
    at += of.length;
    return !own.includes(1);
  });
  const off = rows.filter((_, index) => isOff[index]);
  const found = await database.query<{ id: string; distanceM: number | null }>(distancesSql, [
    districtId,
    datasetId,
    off.map(({ id }) => id),
  ]);
  const distances = new Map(found.rows.map(({ id, distanceM }) => [id, distanceM]));
  const listed = off
    .map(({ shape: _shape, entrances: _entrances, ...row }) => ({
      ...row,
      value: distances.get(row.id) ?? null,
    }))
    .sort((a, b) => (b.value ?? Number.POSITIVE_INFINITY) - (a.value ?? Number.POSITIVE_INFINITY));
  return finding("facility-off-network", listed, { of: rows.length, unit: "m", limit: limitM });
}

async function qualityOf(reading: Reading, { stairs, stairsEdges }: EdgeRow): Promise<DataQuality[]> {
  const lines = qualityOfArea(reading.area, await reading.facts());
  if (stairs.length === 0) return lines;
  return [
    ...lines,
    quality("edges-without-rise", { count: stairs.length, share: shareOf(stairs.length, stairsEdges) }),
  ];
}

function methodOf({ findings }: NetworkQualityResult): Method[] {
  const limitOf = (code: Finding["code"]) => findings.find((each) => each.code === code)!.limit!;
  return [
    ownMethod(
      "slopes",
      "Streets, paths, bridges and tunnels of known rise, each walked once there and once back at the speed of its slope (W. Tobler 1993, 1 on the flat), against the same on a flat map. Stairs, escalators, lifts and cableways are left aside.",
    ),
    ownMethod(
      "small-part",
      "Parts of the network of fewer nodes than buildings may be joined to, that do not hang together with the largest.",
    ),
    ownMethod(
      "dangling-end",
      `Ends within ${limitOf("dangling-end")} m of another edge, over no water, to which the way round is several times the gap or none: probably one place drawn twice.`,
    ),
    ownMethod(
      "stairs-without-rise",
      "Stairs with neither counted steps nor a usable incline; they are walked at their length, both ways at the up speed.",
    ),
    ownMethod(
      "too-steep",
      `Edges that rise more than ${(100 * limitOf("too-steep")).toFixed(0)} % of their length, lifts and cableways aside: a level, a length or the elevation model is probably wrong there.`,
    ),
    ownMethod(
      "facility-off-network",
      `Facilities from which no straight connector of at most ${limitOf("facility-off-network")} m over no water leads to a street one may step onto: nobody reaches them. The value is the distance to the nearest edge of any kind.`,
    ),
  ];
}
