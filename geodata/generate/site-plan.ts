import type { Archetype } from "./archetype.ts";
import type { Block } from "./blocks.ts";
import { hallBody, rectangleBody, slabBody, towerBody } from "./bodies.ts";
import { inset, without } from "./clip.ts";
import { roundCourts, schoolGround } from "./courts.ts";
import type { Elevation } from "./elevation.ts";
import { type Frame, frameAlong, frameOf } from "./frame.ts";
import type { Institution } from "./institutions.ts";
import { onLots } from "./lots.ts";
import type { Placed } from "./placed.ts";
import { centroidOf, type Line, signedAreaSqm } from "./plane.ts";
import { podiumBlocks, podiumStrip, roundGreen } from "./podiums.ts";
import type { Random } from "./random.ts";
import { inRows, type RowOptions } from "./rows.ts";
import { alongSides } from "./street-rows.ts";

/** From this slope on the contour, not the longest side, says how buildings are turned. */
const TERRACE_SLOPE = 0.09;
const LARGE_SITE_SQM = 5_500;
/** Institutions with a playground. */
export const SCHOOLS: ReadonlySet<string> = new Set(["primary", "junior", "kinder"]);
// playing fields leave little room for buildings
const ROOMY = new Map([
  ["sport-large", 4.5],
  ["sport-medium", 3.5],
  ["sport-hall", 2],
]);
const HOUSES = new Set(["old-house", "hill-house"]);

/** What a site is laid out by. */
export interface SitePlan {
  readonly site: Line;
  readonly block: Block;
  readonly archetype: Archetype;
  readonly institution: Institution | undefined;
  readonly elevation: Elevation;
  readonly random: Random;
}

/** The kinds of building that stand wall to wall or on lots: nothing is added along their sides. */
export const isClosePacked = ({ id }: Archetype) => HOUSES.has(id) || id === "shophouse";

/** Whether an institution keeps ground free to play on. */
export const hasOpenGround = (institution: Institution | undefined) =>
  SCHOOLS.has(institution?.kind ?? "") || ROOMY.has(institution?.kind ?? "");

// Along the contour on a slope, along the longest side elsewhere.
function frameOn({ site, elevation }: SitePlan): Frame {
  const [gx, gy] = elevation.gradientAt(centroidOf(site));
  const slope = Math.sqrt(gx * gx + gy * gy);
  return slope > TERRACE_SLOPE ? frameAlong(site, [-gy / slope, gx / slope]) : frameOf(site);
}

/** The main buildings of a site, in the form its kind takes. */
export function layOut(plan: SitePlan): Placed[] {
  const { site, archetype, institution, random, block } = plan;
  const { id } = archetype;
  if (HOUSES.has(id)) return onLots(site, archetype, random, id === "hill-house" ? 0.55 : 0.08);
  if (id === "shophouse") return shopStreets(plan);
  const options: RowOptions = {
    archetype,
    frame: frameOn(plan),
    roominess: ROOMY.get(institution?.kind ?? "") ?? random.between(0.85, 1.2),
    body: rectangleBody,
    stepM: 0,
    random,
  };
  if (id === "cbd-tower") return podiumBlocks(site, options);
  if (id.startsWith("tower")) return towers(site, options);
  if (id.startsWith("slab")) return slabs(site, options, block.slope);
  return halls(plan, options);
}

const COURT_CHANCE: Readonly<Record<string, number>> = { "office-slab": 0.55, "public-hall": 0.4 };

// Offices, schools and public buildings: round a court, or in rows.
function halls({ site, archetype, institution, random }: SitePlan, options: RowOptions): Placed[] {
  const chance = COURT_CHANCE[archetype.id];
  if (chance === undefined) return inRows(site, options);
  if (SCHOOLS.has(institution?.kind ?? "")) return roundCourts(schoolGround(site).built, [11, 15], random);
  const courts = random.chance(chance) && !hasOpenGround(institution);
  return courts ? roundCourts(site, archetype.depthM, random) : inRows(site, { ...options, body: hallBody });
}

// Shops and flats wall to wall along the streets, smaller houses in the court behind.
function shopStreets({ site, archetype, random }: SitePlan): Placed[] {
  const front = alongSides(site, [], archetype, { houses: [3, 8], gapM: [2.5, 5] }, random);
  const deepM = archetype.depthM[1] + 6;
  return front.length > 0 && signedAreaSqm(site) > deepM * 60
    ? [...front, ...inset(site, deepM).flatMap((court) => onLots(court, archetype, random, 0.25))]
    : onLots(site, archetype, random, 0.1);
}

function towers(site: Line, own: RowOptions): Placed[] {
  const options = { ...own, body: towerBody };
  const { random } = options;
  const large = signedAreaSqm(site) > LARGE_SITE_SQM;
  if (random.chance(large ? 0.45 : 0.6)) {
    const onPodium = podiumStrip(site, options);
    if (onPodium.length > 0) return large ? [...onPodium, ...behind(site, onPodium, options)] : onPodium;
  }
  const round = large ? roundGreen(site, options) : [];
  return round.length > 2 ? round : inRows(site, options);
}

// Further towers on what a podium leaves of its site.
function behind(site: Line, standing: readonly Placed[], options: RowOptions): Placed[] {
  const taken = standing.flatMap(({ box }) => inset(box, -options.archetype.gapM * 0.7));
  return without(site, taken).flatMap((rest) => inRows(rest, options));
}

// Point blocks among the slabs: eight storeys round one stair.
const POINT_BLOCK = { widthM: [17, 22], depthM: [15, 19], gapM: 7 } as const;

function slabs(site: Line, options: RowOptions, slope: number): Placed[] {
  const { archetype, random } = options;
  if (random.chance(0.16)) {
    return inRows(site, { ...options, archetype: { ...archetype, ...POINT_BLOCK }, body: towerBody });
  }
  const stepM = 1.2 + Math.min(4, slope * 18);
  return inRows(site, { ...options, stepM, body: slabBody });
}
