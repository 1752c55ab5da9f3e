import type { DataQuality, Method } from "../contract/analysis.ts";
import type { RadiusFigure } from "../contract/radius-coverage.ts";
import type { CoverageDefinition } from "./coverage-definitions.ts";
import {
  applying,
  isLandUsePartial,
  quality,
  qualityOfArea,
  qualityOfResidents,
  residentsUnknown,
  shareOf,
} from "./data-quality.ts";
import { EDGE_METHOD, ownMethod } from "./method.ts";
import type { RadiusGround } from "./radius-figures.ts";
import type { Reading } from "./reading.ts";

interface Judged {
  readonly ground: RadiusGround;
  readonly figures: readonly RadiusFigure[];
  readonly definitions: readonly CoverageDefinition[];
  readonly persona: string;
}

/** What is missing or doubtful behind figures by radius. */
export async function radiusQuality(
  reading: Reading,
  { ground, figures, definitions, persona }: Judged,
): Promise<DataQuality[]> {
  const { area } = reading;
  const [facts, walking, land] = [await reading.facts(), await reading.walking(), await reading.land()];
  const { inside, all } = ground;
  const absent = figures.filter(({ held }) => held === "absent").length;
  const sizeUnknown = Math.max(0, ...figures.map(({ places }) => places.sizeUnknown));
  const unverified = figures.filter(({ status }) => status === "unverified").length;
  const isHeld = (id: string) => figures.some(({ definition, held }) => definition === id && held === "held");
  const byWalkways = definitions.some(({ id, supply }) => supply === "walkway" && isHeld(id));
  const proxies = new Set(definitions.flatMap(({ categories }) => categories)).values();
  const proxied = [...proxies].filter((category) => (walking.facilities[category]?.proxy ?? 0) > 0).length;
  const isPartial = isLandUsePartial(area);
  const near = inside.shares.reduce(
    (sum, share, at) => sum + (walking.nearEdge.has(inside.ordinals[at]!) ? share : 0),
    0,
  );
  return [
    ...qualityOfArea(area, facts),
    ...qualityOfResidents(area, facts),
    ...applying(
      inside.ordinals.length === 0 && quality("no-buildings"),
      all.residents === null && residentsUnknown(facts),
      figures.length === 0 && quality("rule-set-empty"),
      land.residentialLandSqm === null && !isPartial && quality("land-use-absent", { field: "share" }),
      land.residentialLandSqm === 0 && quality("no-land", { field: "share" }),
      isPartial && quality("construction-land-partial", { field: "share" }),
      absent > 0 && quality("categories-absent", { count: absent }),
      sizeUnknown > 0 && quality("place-size-unknown", { count: sizeUnknown }),
      byWalkways && quality("greenways-by-walkways"),
      proxied > 0 && quality("proxy-facilities", { count: proxied }),
      (unverified > 0 || persona !== "verified") && quality("unverified-clause", { count: unverified }),
      walking.edgesWithoutRise > 0 &&
        quality("edges-without-rise", {
          count: walking.edgesWithoutRise,
          share: shareOf(walking.edgesWithoutRise, walking.edges),
        }),
      walking.liftsWithoutRise > 0 && quality("lifts-without-rise", { count: walking.liftsWithoutRise }),
      near > 0 && quality("near-data-edge", { field: "buildings", share: shareOf(near, all.buildings) }),
    ),
  ];
}

/** How figures by radius are made. */
export function radiusMethods(figures: readonly RadiusFigure[], minutes: number): Method[] {
  return [
    ...figures.map(
      ({ titleEn, edition, clause, status, source }): Method => ({
        quantity: "share",
        standard: titleEn,
        edition,
        clause: clause ?? source,
        status,
        text: "Land of the definition's own kind within the radius of a place that counts, as the crow flies, ÷ all such land of the area, m² on the ellipsoid; a radius is measured from the outline of the place, or from its middle where the definition says so. Circles are drawn with 128 corners in the local projection PostGIS picks for the place (UTM or an equal-area one): their areas are right within 0.1 %.",
      }),
    ),
    ownMethod("land", "The same over residential land, construction land and all land of the area."),
    ownMethod("circle", "Who lives in a building whose point on the footprint lies within the radius."),
    ownMethod(
      "walked",
      "Whose shortest walk to a place, over the edges the persona may use, is at most that place's radius; areas are entered at their mapped entrances, else anywhere along their outline.",
    ),
    ownMethod(
      "inTime",
      `Who walks to the nearest place and back from the nearest, each within ${minutes} minutes, a weekday at 10:00.`,
    ),
    ownMethod("circleOnly", "Within the radius, but farther on foot than it: covered on paper only."),
    ownMethod(
      "published",
      "Every definition over every kind of land, and by people, held against the published share; what rounds to it may be how it was made, which is no proof.",
    ),
    EDGE_METHOD,
  ];
}
