import type { MultiPolygon } from "../contract/geometry.ts";
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
import type { BuildingsInside } from "./buildings-inside.ts";
import { type CoverageDefinition, radiusOf } from "./coverage-definitions.ts";
import { isLandUsePartial, ratio } from "./data-quality.ts";
import { type Counter, counterOf, rankingOf } from "./gap-counts.ts";
import { rankZones, readGrounds } from "./gap-zones.ts";
import type { RadiusCover, SupplyPlace } from "./radius-reader.ts";
import type { RadiusWalk } from "./radius-walk.ts";
import type { Reading } from "./reading.ts";

const landSql = loadSql("./radius-land.sql", import.meta.url);
const placesSql = loadSql("./radius-places-near.sql", import.meta.url);

/** What an area is measured by: who lives there, and the greatest time of a walk. */
export interface RadiusGround {
  readonly inside: BuildingsInside;
  readonly count: Counter;
  readonly rankedBy: "residents" | "buildings";
  readonly all: GapCount;
  readonly limitS: number;
}

const SECONDS_PER_MINUTE = 60;

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

interface Covered {
  readonly byKind: Readonly<Record<LandKind, number>>;
  readonly shape: MultiPolygon | null;
}

const NOTHING: Covered = { byKind: { residential: 0, construction: 0, land: 0 }, shape: null };

/** The coverage of an area by one definition, and, where it is the one looked at, what is seen of it. */
export async function measureRadius(
  reading: Reading,
  ground: RadiusGround,
  { definition, places, walk, isPicked }: Defined & { readonly isPicked: boolean },
): Promise<{ readonly figure: RadiusFigure; readonly picked: PickedRadius | null }> {
  const isHeld = places.length > 0 && walk !== null;
  const cover = isHeld ? await (await reading.radius()).cover(definition) : null;
  const covered = cover ? await coverLand(reading, cover, isPicked) : null;
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
    cover: covered?.shape ?? null,
    places: await placesNear(reading, definition, places),
    buildings: { ordinals: people.onPaper.map((at) => ground.inside.ordinals[at]!) },
    zones: walk && isHeld ? await rankWalks(reading, ground, walk) : [],
  };
  return { figure, picked };
}

async function coverLand(
  { database, area }: Reading,
  cover: RadiusCover,
  isPicked: boolean,
): Promise<Covered> {
  if (cover.shape === null) return NOTHING;
  const { districtId, datasetId, geometry } = area;
  const { rows } = await database.query<Covered["byKind"] & { readonly cover: MultiPolygon | null }>(
    landSql,
    [...[districtId, datasetId, geometry, cover.shape, cover.parts, isPicked]],
  );
  const { cover: shape, ...byKind } = rows[0]!;
  return { byKind, shape: shape?.coordinates.length ? shape : null };
}

// a kind of land of which the data holds none, or only a part, has no share; no place at all, and none has
async function sharesOfLand(reading: Reading, covered: Covered | null): Promise<RadiusFigure["land"]> {
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
    const coveredSqm = Math.min(landSqm, covered.byKind[kind]);
    return { landSqm, coveredSqm, share: ratio(coveredSqm, landSqm) };
  };
  return Object.fromEntries(LAND_KINDS.map((kind) => [kind, share(kind)])) as RadiusFigure["land"];
}

interface People {
  readonly parts: Pick<RadiusFigure, "circle" | "walked" | "inTime" | "circleOnly">;
  /** Positions of the buildings within the radius that are farther on foot. */
  readonly onPaper: readonly number[];
}

const NOBODY: People = {
  parts: { circle: null, walked: null, inTime: null, circleOnly: null },
  onPaper: [],
};

function tellPeople(
  { inside, count, rankedBy, all, limitS }: RadiusGround,
  { buildings }: RadiusCover,
  { walked, seconds }: RadiusWalk,
): People {
  const { ordinals } = inside;
  const those = (holds: (ordinal: number) => boolean) =>
    [...ordinals.keys()].filter((at) => holds(ordinals[at]!));
  const part = (members: readonly number[]): RadiusPart => {
    const counted = count(members);
    const share = ratio(counted[rankedBy], all[rankedBy]);
    // sums of shares are rounded
    return { count: counted, share: share === null ? null : Math.min(1, share) };
  };
  const onPaper = those((ordinal) => buildings.has(ordinal) && walked[ordinal] !== 1);
  return {
    parts: {
      circle: part(those((ordinal) => buildings.has(ordinal))),
      walked: part(those((ordinal) => walked[ordinal] === 1)),
      inTime: part(those((ordinal) => seconds[ordinal]! >= 0 && seconds[ordinal]! <= limitS)),
      circleOnly: part(onPaper),
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

async function placesNear(
  { database, area }: Reading,
  definition: CoverageDefinition,
  places: readonly SupplyPlace[],
): Promise<RadiusPlace[]> {
  const judged = places.map((place) => ({ place, radius: radiusOf(place.areaSqm, definition) }));
  const reach = (radius: (typeof judged)[number]["radius"]) => (typeof radius === "number" ? radius : 0);
  const { rows } = await database.query<{ id: string }>(placesSql, [
    ...[area.districtId, area.datasetId, area.geometry, definition.supply === "walkway"],
    ...[judged.map(({ place }) => place.id), judged.map(({ radius }) => reach(radius))],
  ]);
  const near = new Set(rows.map(({ id }) => id));
  return judged
    .filter(({ place }) => near.has(place.id))
    .map(({ place: { id, nameZh, nameEn, at, areaSqm }, radius }) => ({
      ...{ id, nameZh, nameEn, at, areaSqm },
      radiusM: typeof radius === "number" ? radius : null,
    }));
}

async function rankWalks(reading: Reading, ground: RadiusGround, { walked }: RadiusWalk) {
  const lacks = Uint8Array.from(ground.inside.ordinals, (ordinal) => (walked[ordinal] === 1 ? 0 : 1));
  return rankZones(await readGrounds(reading), lacks, ground);
}
