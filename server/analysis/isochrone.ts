import type { DataQuality, Method } from "../contract/analysis.ts";
import type { IsochroneParams, IsochroneResult } from "../contract/isochrone.ts";
import type { Persona } from "../contract/life-circle-coverage.ts";
import { loadSql } from "../database/sql.ts";
import { notOnNetwork } from "../errors.ts";
import type { Isochrone } from "../walking/isochrone-kernel.ts";
import type { MultiPolygonCoordinates } from "../walking/outline-of-reach.ts";
import { type BuildingsInside, findBuildingsInside } from "./buildings-inside.ts";
import { applying, quality, qualityOfArea, qualityOfResidents, shareOf } from "./data-quality.ts";
import { countSets } from "./filter-count.ts";
import { CONDITIONS_METHOD, EDGE_METHOD, ownMethod, SPEED_METHOD, UNCERTAINTY_METHOD } from "./method.ts";
import type { Answered, Reading } from "./reading.ts";
import { conditionsFound, walkConditions } from "./walk-conditions.ts";
import type { WalkingFacts } from "./walking-facts.ts";

const sql = loadSql("./isochrone.sql", import.meta.url);
const personaStatusSql = "SELECT status FROM persona WHERE id = $1";

/**
 * Where one gets on foot from (or to) a place within each of the times, and the buildings and people there. Throws
 * not-on-network where the place cannot be joined to the walking network.
 */
export async function isochrone(
  reading: Reading,
  params: IsochroneParams,
): Promise<Answered<IsochroneResult>> {
  const { persona, direction, flat } = params;
  const [lon, lat] = params.origin as [number, number];
  const minutes = [...new Set(params.minutes)].sort((a, b) => a - b);
  const at = walkConditions(params);
  const walked = await reading.isochrone({ lon, lat, minutes, persona, direction, at, flat });
  if (walked === null) throw notOnNetwork("origin");
  const outlines = await measureOutlines(
    reading,
    walked.areas.map(({ coordinates }) => coordinates),
  );
  const parts: AreaPart[] = [];
  for (const [index, area] of walked.areas.entries()) {
    parts.push(await countInside(reading, { ...area, ...outlines[index]! }));
  }
  const [facts, walking] = [await reading.facts(), await reading.walking()];
  const conditions = conditionsFound(await reading.conditions(), params, walked.conditional);
  return {
    result: { type: "FeatureCollection", features: parts.map(({ feature }) => feature), conditions },
    method: methodOf(params),
    dataQuality: [
      ...qualityOfArea(reading.area, facts),
      ...qualityOfResidents(reading.area, facts),
      ...applying(
        !facts.hasResidents && quality("population-absent", { field: "residents" }),
        walked.edgesWithoutRise > 0 && quality("edges-without-rise", { count: walked.edgesWithoutRise }),
        !(await isVerified(reading, persona)) && quality("unverified-clause", { field: "persona" }),
        conditions.unreadable.length > 0 &&
          quality("hours-unreadable", { count: conditions.unreadable.length }),
        nearDataEdge(parts.at(-1)!.inside, walking),
      ),
    ],
  };
}

interface Outline {
  readonly geometry: Buffer;
  readonly areaSqm: number;
}

async function measureOutlines(
  { database }: Reading,
  outlines: readonly MultiPolygonCoordinates[],
): Promise<readonly Outline[]> {
  const geojson = outlines.map((coordinates) => JSON.stringify({ type: "MultiPolygon", coordinates }));
  const { rows } = await database.query<Outline>(sql, [geojson]);
  return rows;
}

type AreaPart = {
  readonly feature: IsochroneResult["features"][number];
  readonly inside: BuildingsInside;
};

async function countInside(reading: Reading, area: Outline & Isochrone["areas"][number]): Promise<AreaPart> {
  const { minutes, coordinates, areaSqm, geometry, plusMinusS } = area;
  const plusMinusMinutes = plusMinusS === null ? null : plusMinusS / 60;
  const inside = await findBuildingsInside(reading.database, { ...reading.area, geometry });
  const [counted] = await countSets({ ...reading, buildings: async () => inside }, [[]]);
  const { residents } = counted!.result;
  const buildings = inside.shares.reduce((sum, share) => sum + share, 0);
  return {
    inside,
    feature: {
      type: "Feature",
      geometry: { type: "MultiPolygon", coordinates },
      properties: { minutes, areaSqm, residents, buildings, plusMinusMinutes },
    },
  };
}

async function isVerified({ database }: Reading, persona: Persona): Promise<boolean> {
  const { rows } = await database.query<{ status: string }>(personaStatusSql, [persona]);
  return rows[0]?.status === "verified";
}

function nearDataEdge(
  { ordinals, shares }: BuildingsInside,
  { nearEdge }: WalkingFacts,
): DataQuality | false {
  let near = 0;
  let all = 0;
  ordinals.forEach((ordinal, index) => {
    all += shares[index]!;
    if (nearEdge.has(ordinal)) near += shares[index]!;
  });
  return near > 0 && quality("near-data-edge", { field: "buildings", share: shareOf(near, all) });
}

function methodOf({ flat }: IsochroneParams): Method[] {
  return [
    ownMethod(
      "minutes",
      flat
        ? "Walking at the persona's level speed over every edge it may use, slopes, stairs and waits at crossings left out: what a flat map promises, for comparison."
        : "Walking times over the network with slope, stairs, escalators, lifts and opening hours for the persona; a place counts if the walk, its straight connector of at most 150 m across no water included, takes at most the minutes.",
    ),
    ownMethod(
      "geometry",
      "Walking times on a grid of 20 m, the outline placed between its places to 1.25 m; bridges and tunnels are walked but are no ground to stand on.",
    ),
    ownMethod("areaSqm", "Area within the outline on the ellipsoid, m²."),
    CONDITIONS_METHOD,
    ...(flat ? [] : [UNCERTAINTY_METHOD, SPEED_METHOD]),
    EDGE_METHOD,
  ];
}
