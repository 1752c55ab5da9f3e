import { setImmediate } from "node:timers/promises";
import type { MultiPolygon } from "../contract/geometry.ts";
import { TIERS } from "../contract/life-circle-coverage.ts";
import {
  LAND_KINDS,
  type LandKind,
  type PickedRadius,
  type RadiusFigure,
  type RadiusPart,
  type RadiusPlace,
} from "../contract/radius-coverage.ts";
import type { GapCount } from "../contract/service-gap.ts";
import { loadSql } from "../database/sql.ts";
import { toFloatArrayParameter } from "../walking/int-array.ts";
import type { BuildingsInside } from "./buildings-inside.ts";
import { type CoverageDefinition, radiusOf } from "./coverage-definitions.ts";
import { isLandUsePartial, ratio } from "./data-quality.ts";
import { type Counter, counterOf, rankingOf } from "./gap-counts.ts";
import { rankZones } from "./gap-zones.ts";
import type { CoveredLand, RadiusCover, SupplyPlace } from "./radius-reader.ts";
import type { RadiusWalk } from "./radius-walk.ts";
import type { Reading } from "./reading.ts";

const pickedSql = loadSql("./radius-picked.sql", import.meta.url);

/** What an area is measured by: who lives there, and the greatest time of a walk. */
export interface RadiusGround {
  readonly inside: BuildingsInside;
  readonly count: Counter;
  readonly rankedBy: "residents" | "buildings";
  readonly all: GapCount;
  readonly limitS: number;
}

const SECONDS_PER_MINUTE = 60;
/** Definitions measured side by side where the database has sessions for it. */
const LANES = 4;

/** Who lives in the area; one thing for all definitions. */
export async function readRadiusGround(reading: Reading, minutes: number): Promise<RadiusGround> {
  const [inside, facts] = [await reading.buildings(), await reading.facts()];
  const count = counterOf(inside, facts);
  return {
    inside,
    count,
    rankedBy: rankingOf(inside, facts).rankedBy,
    all: count(inside.ordinals.keys()),
    limitS: minutes * SECONDS_PER_MINUTE,
  };
}

/** A definition with the places that may serve it, and the walks to those that do; no walk: it was not asked for. */
export interface Defined {
  readonly definition: CoverageDefinition;
  readonly places: readonly SupplyPlace[];
  readonly walk: RadiusWalk | null;
}

/** The coverage of an area by each definition, and what is seen of the one looked at. */
export async function measureAll(
  reading: Reading,
  ground: RadiusGround,
  {
    defined,
    picked: looked,
  }: { readonly defined: readonly Defined[]; readonly picked: CoverageDefinition | null },
): Promise<{ readonly figures: RadiusFigure[]; readonly picked: PickedRadius | null }> {
  const figures: RadiusFigure[] = [];
  let seen: PickedRadius | null = null;
  const queue = defined.entries();
  const measureNext = async () => {
    for (const [at, each] of queue) {
      const isPicked = each.definition === looked;
      const { figure, picked } = await measureRadius(reading, ground, { ...each, isPicked });
      figures[at] = figure;
      seen ??= picked;
      // other requests have their turn
      await setImmediate();
    }
  };
  // the embedded database has one session, which is not to be filled with one question's statements
  const lanes = reading.database.embedded ? 1 : LANES;
  await Promise.all(Array.from({ length: lanes }, measureNext));
  return { figures, picked: seen };
}

async function measureRadius(
  reading: Reading,
  ground: RadiusGround,
  { definition, places, walk, isPicked }: Defined & { readonly isPicked: boolean },
): Promise<{ readonly figure: RadiusFigure; readonly picked: PickedRadius | null }> {
  const isHeld = places.length > 0 && walk !== null;
  const radius = await reading.radius();
  const cover = isHeld ? await radius.cover(definition) : null;
  const covered = isHeld ? await radius.land(definition, reading.area.geometry) : null;
  const people = cover && walk ? tellPeople(ground, cover, walk) : NOBODY;
  const land = await sharesOfLand(reading, covered);
  const { id, land: ownLand, supply: _, categories: __, ...titled } = definition;
  const figure: RadiusFigure = {
    ...titled,
    definition: id,
    ownLand,
    radii: [...definition.radii],
    held: isHeld ? "held" : "absent",
    places: countPlaces(definition, places),
    share: land[ownLand]?.share ?? null,
    land,
    ...people.parts,
  };
  if (!isPicked) return { figure, picked: null };
  const picked: PickedRadius = {
    definition: id,
    ...(await readPicked(reading, { definition, places, cover })),
    buildings: { ordinals: people.onPaper.map((at) => ground.inside.ordinals[at]!) },
    zones: walk && isHeld ? await rankWalks(reading, ground, walk) : [],
  };
  return { figure, picked };
}

/** The share of each kind of land of an area that is covered. A kind of which the data holds none, or only a part, has none. */
export async function sharesOfLand(
  reading: Reading,
  covered: CoveredLand | null,
): Promise<RadiusFigure["land"]> {
  const { landAreaSqm, constructionLandSqm, residentialLandSqm } = await reading.land();
  const isPartial = isLandUsePartial(reading.area);
  const all: Record<LandKind, number | null> = {
    residential: isPartial ? null : residentialLandSqm,
    construction: isPartial ? null : constructionLandSqm,
    land: landAreaSqm,
  };
  const share = (kind: LandKind) => {
    const landSqm = all[kind];
    if (landSqm === null || covered === null) return null;
    const coveredSqm = Math.min(landSqm, covered[kind]);
    return { landSqm, coveredSqm, share: ratio(coveredSqm, landSqm) };
  };
  return Object.fromEntries(LAND_KINDS.map((kind) => [kind, share(kind)])) as RadiusFigure["land"];
}

interface People {
  readonly parts: Pick<RadiusFigure, "circle" | "walked" | "inTime" | "byTier" | "circleOnly">;
  /** Positions of the buildings within the radius that are farther on foot. */
  readonly onPaper: readonly number[];
}

const NOBODY: People = {
  parts: { circle: null, walked: null, inTime: null, byTier: [], circleOnly: null },
  onPaper: [],
};

const secondsOr = (seconds: number, unreachable: number) => (seconds < 0 ? unreachable : seconds);

function tellPeople(
  { inside, count, rankedBy, all, limitS }: RadiusGround,
  { buildings }: RadiusCover,
  { walked, seconds }: RadiusWalk,
): People {
  const members = { circle: [] as number[], walked: [] as number[], inTime: [] as number[] };
  const byTier = TIERS.map((minutes) => ({ minutes, members: [] as number[] }));
  const onPaper: number[] = [];
  for (const [at, ordinal] of inside.ordinals.entries()) {
    const isNear = walked[ordinal] === 1;
    if (isNear) members.walked.push(at);
    const walkS = secondsOr(seconds[ordinal]!, Infinity);
    if (walkS <= limitS) members.inTime.push(at);
    for (const tier of byTier) if (walkS <= tier.minutes * SECONDS_PER_MINUTE) tier.members.push(at);
    if (!buildings.has(ordinal)) continue;
    members.circle.push(at);
    if (!isNear) onPaper.push(at);
  }
  const part = (counted: GapCount): RadiusPart => {
    const share = ratio(counted[rankedBy], all[rankedBy]);
    // sums of shares are rounded
    return { count: counted, share: share === null ? null : Math.min(1, share) };
  };
  return {
    parts: {
      circle: part(count(members.circle)),
      walked: part(count(members.walked)),
      inTime: part(count(members.inTime)),
      byTier: byTier.map((tier) => ({ minutes: tier.minutes, part: part(count(tier.members)) })),
      circleOnly: part(count(onPaper)),
    },
    onPaper,
  };
}

function countPlaces(definition: CoverageDefinition, places: readonly SupplyPlace[]): RadiusFigure["places"] {
  const judged = places.map(({ areaSqm }) => radiusOf(areaSqm, definition));
  return {
    counted: judged.filter((each) => typeof each === "number").length,
    notCounted: judged.filter((each) => each === "not-counted").length,
    sizeUnknown: judged.filter((each) => each === "size-unknown").length,
  };
}

interface Looked {
  readonly definition: CoverageDefinition;
  readonly places: readonly SupplyPlace[];
  readonly cover: RadiusCover | null;
}

async function readPicked(
  { database, area }: Reading,
  { definition, places, cover }: Looked,
): Promise<Pick<PickedRadius, "cover" | "places">> {
  const judged = places.map((place) => ({ place, radius: radiusOf(place.areaSqm, definition) }));
  const radii = judged.map(({ radius }) => (typeof radius === "number" ? radius : 0));
  const { rows } = await database.query<{ cover: MultiPolygon | null; near: string[] }>(pickedSql, [
    ...[area.districtId, area.datasetId, area.geometry, cover?.shape ?? null],
    ...[definition.supply === "walkway", judged.map(({ place }) => place.id)],
    toFloatArrayParameter(Float64Array.from(radii)),
  ]);
  const { cover: shape, near } = rows[0]!;
  const isNear = new Set(near);
  return {
    cover: shape?.coordinates.length ? shape : null,
    places: judged
      .filter(({ place }) => isNear.has(place.id))
      .map(({ place: { id, nameZh, nameEn, at, areaSqm }, radius }): RadiusPlace => {
        return { id, nameZh, nameEn, at, areaSqm, radiusM: typeof radius === "number" ? radius : null };
      }),
  };
}

async function rankWalks(reading: Reading, ground: RadiusGround, { walked }: RadiusWalk) {
  const lacks = Uint8Array.from(ground.inside.ordinals, (ordinal) => (walked[ordinal] === 1 ? 0 : 1));
  return rankZones(await reading.grounds(), lacks, ground);
}
