import type { DataQuality, Method } from "../contract/analysis.ts";
import {
  COUNTED_RANKS,
  RANK_NAMES,
  ROAD_RANKS,
  type RoadClass,
  type RoadNetworkParams,
  type RoadNetworkResult,
  type RoadRank,
} from "../contract/road-network.ts";
import { loadSql } from "../database/sql.ts";
import { projectionAt } from "../walking/projection.ts";
import { applying, quality, qualityOfArea, ratio } from "./data-quality.ts";
import { LAND_METHOD, ownMethod } from "./method.ts";
import type { Answered, Reading } from "./reading.ts";
import { MAX_BLOCKS, readFaces, summarise } from "./road-blocks.ts";
import { type EndRules, listEnds, readEndRules, readStreetNodes } from "./street-ends.ts";
import { isTrial, readParameterRows } from "./walking-parameter-rows.ts";

const lengthsSql = loadSql("./road-network.sql", import.meta.url);
const middleSql = "SELECT ST_Y(ST_Centroid($1::geometry)) AS lat";

const SQM_PER_SQKM = 1e6;
const M_PER_KM = 1000;

/** How dense the roads of an area are by rank, how large the blocks between them, and where roads end. */
export async function roadNetwork(
  reading: Reading,
  _params: RoadNetworkParams,
): Promise<Answered<RoadNetworkResult>> {
  const { landAreaSqm } = await reading.land();
  const rows = await readParameterRows(reading.database, [
    ...(["carriageway-gap", "block-width-min", "road-density-reference"] as const),
    ...(["road-spacing-max", "road-spacing-good-min", "road-spacing-good-max"] as const),
  ]);
  const classes = await measureClasses(reading, rows["carriageway-gap"].value, landAreaSqm);
  const faces = await readFaces(reading, rows["block-width-min"].value);
  const rules = await readEndRules(reading);
  const ends = await findRoadEnds(reading, rules);
  const result: RoadNetworkResult = {
    landAreaSqm,
    densityKmPerSqkm: densityOf(countedM(classes), landAreaSqm),
    classes,
    references: {
      density: rows["road-density-reference"],
      spacingMax: rows["road-spacing-max"],
      spacingGoodMin: rows["road-spacing-good-min"],
      spacingGoodMax: rows["road-spacing-good-max"],
    },
    blocks: summarise(faces, rows["road-spacing-max"].value),
    blockShapes: faces.blocks.slice(0, MAX_BLOCKS),
    ...ends,
    deadEndsPerSqkm: ratio(ends.deadEnds, landAreaSqm / SQM_PER_SQKM),
  };
  const method = methodOf({
    ends: rules,
    carriagewayM: rows["carriageway-gap"].value,
    blockWidthM: rows["block-width-min"].value,
    references: result.references,
  });
  return { result, method, dataQuality: await qualityOf(reading, result) };
}

/** Centreline of the counted ranks ÷ land of an area, km/km²; null where there is no land. */
export async function measureRoadDensity(reading: Reading): Promise<number | null> {
  const { landAreaSqm } = await reading.land();
  const rows = await readParameterRows(reading.database, ["carriageway-gap"] as const);
  const classes = await measureClasses(reading, rows["carriageway-gap"].value, landAreaSqm);
  return densityOf(countedM(classes), landAreaSqm);
}

const countedM = (classes: readonly RoadClass[]) =>
  classes.filter(({ counted }) => counted).reduce((sum, each) => sum + each.centrelineM, 0);

const densityOf = (lengthM: number, landAreaSqm: number) =>
  ratio(lengthM / M_PER_KM, landAreaSqm / SQM_PER_SQKM);

async function measureClasses(reading: Reading, gapM: number, landAreaSqm: number): Promise<RoadClass[]> {
  const { database, area } = reading;
  const middle = await database.query<{ lat: number }>(middleSql, [area.geometry]);
  const { metresPerLonDegree, metresPerLatDegree } = projectionAt(middle.rows[0]!.lat);
  type Row = Record<"lengthM" | "centrelineM" | "bridgeM" | "tunnelM", number> & { readonly class: string };
  const { rows } = await database.query<Row>(lengthsSql, [
    area.districtId,
    area.datasetId,
    area.levels,
    area.geometry,
    RANK_NAMES.flatMap((rank) => [...ROAD_RANKS[rank]]),
    gapM,
    // a hundredth more, as the frame is right to less than that within a district
    (1.01 * gapM) / metresPerLonDegree,
    (1.01 * gapM) / metresPerLatDegree,
  ]);
  return RANK_NAMES.map((rank) => {
    const held = rows.filter((row) => (ROAD_RANKS[rank] as readonly string[]).includes(row.class));
    const sum = (name: "lengthM" | "centrelineM" | "bridgeM" | "tunnelM") =>
      held.reduce((total, row) => total + row[name], 0);
    return {
      rank,
      counted: isCounted(rank),
      lengthM: sum("lengthM"),
      centrelineM: sum("centrelineM"),
      bridgeM: sum("bridgeM"),
      tunnelM: sum("tunnelM"),
      densityKmPerSqkm: densityOf(sum("centrelineM"), landAreaSqm),
    };
  });
}

const isCounted = (rank: RoadRank) => (COUNTED_RANKS as readonly RoadRank[]).includes(rank);

async function findRoadEnds(reading: Reading, rules: EndRules) {
  const [nodes, edges] = [await readStreetNodes(reading), await reading.drivenEdges()];
  const found = await reading.streets({ streets: "ends", edges, nodes, ...rules });
  return listEnds(reading, found, rules);
}

async function qualityOf(reading: Reading, result: RoadNetworkResult): Promise<DataQuality[]> {
  const facts = await reading.facts();
  return [
    ...qualityOfArea(reading.area, facts),
    ...applying(
      result.landAreaSqm === 0 && quality("no-land", { field: "densityKmPerSqkm" }),
      isTrial(result.references) && quality("unverified-clause", { field: "references" }),
    ),
  ];
}

interface Rules {
  readonly ends: EndRules;
  readonly carriagewayM: number;
  readonly blockWidthM: number;
  readonly references: RoadNetworkResult["references"];
}

function methodOf({ ends, carriagewayM, blockWidthM, references }: Rules): Method[] {
  const { density, spacingMax, spacingGoodMin, spacingGoodMax } = references;
  return [
    {
      quantity: "references",
      standard: "GB 50180",
      edition: "2018",
      clause: null,
      status: density.status === "verified" && spacingMax.status === "verified" ? "verified" : "unverified",
      text: `A road network of at least ${density.value} km/km², roads at most ${spacingMax.value} m apart, better ${spacingGoodMin.value} to ${spacingGoodMax.value} m.`,
    },
    ownMethod(
      "densityKmPerSqkm",
      `Centreline length of expressways, arterials, collectors and local roads within the area ÷ its land. A stretch of a one-way road counts half where another of its class runs against it within ${carriagewayM} m: the two carriageways of a divided road are one road. Service ways and pedestrian streets are listed and not counted.`,
    ),
    ownMethod(
      "blocks",
      `Faces enclosed by walkable streets at grade, whole, in the area where a point on them lies; bridges and tunnels enclose nothing. Faces narrower on average (2 × area ÷ perimeter) than ${blockWidthM} m are medians and ramps, and left out. The side is that of the square of a block's area.`,
    ),
    ownMethod(
      "candidates",
      `Ends of walkable streets that may be driven, service ways included, of at least ${ends.minM} m, across at most ${ends.gapM} m (straight, over no water) from another street to which the way round is at least ${ends.ratio} times the gap, or to which there is none within ${ends.searchM} m. Whether ground and land allow it is not asked; the difference of height is given.`,
    ),
    LAND_METHOD,
  ];
}
