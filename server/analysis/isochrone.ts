import type { DataQuality, Method } from "../contract/analysis.ts";
import type { IsochroneParams, IsochroneResult } from "../contract/isochrone.ts";
import { notOnNetwork } from "../errors.ts";
import type { CountedIsochrone } from "../walking/counted-isochrone.ts";
import type { BuildingsWithin } from "../walking/footprint-shares.ts";
import {
  applying,
  knownSum,
  quality,
  qualityOfArea,
  qualityOfResidents,
  residentsUnknown,
  shareOf,
} from "./data-quality.ts";
import type { DatasetFacts } from "./dataset-facts.ts";
import { CONDITIONS_METHOD, EDGE_METHOD, ownMethod, SPEED_METHOD, UNCERTAINTY_METHOD } from "./method.ts";
import type { Answered, Reading } from "./reading.ts";
import { conditionsFound, walkConditions } from "./walk-conditions.ts";
import type { WalkingFacts } from "./walking-facts.ts";

/**
 * Where one gets on foot from (or to) a place within each of the times, and the buildings, people and facilities there. Throws
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
  const [facts, walking, found, status] = await Promise.all([
    reading.facts(),
    reading.walking(),
    reading.conditions(),
    reading.personaStatus(persona),
  ]);
  const conditions = conditionsFound(found, params, walked.conditional);
  return {
    result: {
      type: "FeatureCollection",
      features: walked.areas.map((area) => featureOf(area, facts)),
      conditions,
    },
    method: methodOf(params),
    dataQuality: [
      ...qualityOfArea(reading.area, facts),
      ...qualityOfResidents(reading.area, facts),
      ...applying(
        !facts.hasResidents && residentsUnknown(facts),
        walked.edgesWithoutRise > 0 && quality("edges-without-rise", { count: walked.edgesWithoutRise }),
        status !== "verified" && quality("unverified-clause", { field: "persona" }),
        conditions.unreadable.length > 0 &&
          quality("hours-unreadable", { count: conditions.unreadable.length }),
        nearDataEdge(walked.areas.at(-1)!.within, walking),
      ),
    ],
  };
}

type Reached = CountedIsochrone["areas"][number];

function featureOf(
  { minutes, coordinates, plusMinusS, areaSqm, within, facilities }: Reached,
  { hasResidents }: DatasetFacts,
): IsochroneResult["features"][number] {
  return {
    type: "Feature",
    geometry: { type: "MultiPolygon", coordinates },
    properties: {
      minutes,
      areaSqm,
      residents: knownSum(hasResidents, within.residents, within.buildings),
      buildings: within.buildings,
      facilities: [...facilities],
      plusMinusMinutes: plusMinusS === null ? null : plusMinusS / 60,
    },
  };
}

function nearDataEdge(
  { ordinals, shares, buildings }: BuildingsWithin,
  { nearEdge }: WalkingFacts,
): DataQuality | false {
  let near = 0;
  ordinals.forEach((ordinal, index) => {
    if (nearEdge.has(ordinal)) near += shares[index]!;
  });
  return near > 0 && quality("near-data-edge", { field: "buildings", share: shareOf(near, buildings) });
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
    ownMethod(
      "facilities",
      "Public facilities of the data, beyond the district too: each counts once where a mapped entrance lies within the outline, else its point or a corner of its own outline.",
    ),
    CONDITIONS_METHOD,
    ...(flat ? [] : [UNCERTAINTY_METHOD, SPEED_METHOD]),
    EDGE_METHOD,
  ];
}
