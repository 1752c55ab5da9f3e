import type { Block } from "./blocks.ts";
import type { Building } from "./buildings.ts";
import { type ControlRow, controlRows, numberIn, placeOf } from "./control.ts";
import type { Institution } from "./institutions.ts";
import type { Network } from "./network.ts";
import type { Household } from "./people.ts";
import { distanceM, type Line, type Plane, type Point, signedAreaSqm, toPlane } from "./plane.ts";
import { type Random, randomFor } from "./random.ts";
import { spatialHash } from "./spatial-hash.ts";

/** A facility: a point, or the site it fills. */
export interface Facility {
  readonly id: string;
  readonly category: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly place: Point;
  readonly sites: readonly Line[];
  readonly areaSqm: number | null;
  readonly capacity: number | null;
}

interface FacilityInputs {
  readonly plane: Plane;
  readonly blocks: readonly Block[];
  readonly institutions: ReadonlyMap<number, Institution>;
  readonly buildings: readonly Building[];
  readonly people: readonly Household[];
  readonly network: Network;
  readonly stations: readonly Point[];
  readonly seed: number;
}

interface Candidate {
  readonly place: Point;
  readonly weight: number;
}

const STATION_PULL_M = 260;
const STEEP = 0.2;
const ROADS = new Set(["primary", "secondary", "tertiary"]);

// Steep ground and the named gaps hold few facilities.
function thinningOf(plane: Plane): (place: Point) => number {
  const gaps = controlRows("gap").map((row) => ({
    place: toPlane(plane, placeOf(row)),
    radiusM: numberIn(row, "radius_m"),
    thinning: numberIn(row, "thinning"),
  }));
  return (place) =>
    gaps.reduce(
      (least, gap) => (distanceM(gap.place, place) < gap.radiusM ? Math.min(least, gap.thinning) : least),
      1,
    );
}

function candidatesOf({ plane, blocks, buildings, people, network, stations }: FacilityInputs) {
  const thinning = thinningOf(plane);
  const pull = (place: Point) =>
    1 + 3 * Math.max(0, ...stations.map((station) => 1 - distanceM(station, place) / STATION_PULL_M));
  const scaled = (place: Point, weight: number, block?: Block) =>
    weight * thinning(place) * (block && block.slope > STEEP ? 0.3 : 1);
  const standing = buildings.map((building, at) => ({
    building,
    block: blocks[building.block]!,
    residents: people[at]!.residents,
  }));
  const commerce = standing
    .filter(
      ({ building }) => ["commercial", "office"].includes(building.use) || building.residentialShare > 0.8,
    )
    .map(({ building, block }) => ({
      place: building.middle,
      weight: scaled(building.middle, (building.use === "commercial" ? 6 : 1) * pull(building.middle), block),
    }));
  const homes = standing
    .filter(({ residents }) => residents > 0)
    .map(({ building, block, residents }) => ({
      place: building.middle,
      weight: scaled(building.middle, Math.sqrt(residents), block),
    }));
  const publicPlaces = standing
    .filter(({ building }) => building.use === "public" || building.use === "office")
    .map(({ building }) => ({ place: building.middle, weight: scaled(building.middle, 1) }));
  const ground = blocks
    .filter(({ landClass, sites }) => (landClass === "G" || landClass === "R") && sites.length > 0)
    .map((block) => ({
      place: block.middle,
      weight: scaled(block.middle, block.landClass === "G" ? 2 : 1, block),
    }));
  const nodesOf = (isWanted: (roadClass: string | null) => boolean) => {
    const nodes = new Set(
      network.edges
        .filter(({ kind, context, roadClass }) => kind === "road" && !context && isWanted(roadClass))
        .map(({ from }) => from),
    );
    return [...nodes].map((node) => {
      const { place } = network.nodes[node]!;
      return { place, weight: scaled(place, 1) };
    });
  };
  return {
    commerce,
    homes,
    public: publicPlaces,
    ground,
    road: nodesOf((roadClass) => ROADS.has(roadClass ?? "")),
    street: nodesOf(() => true),
  } satisfies Record<string, Candidate[]>;
}

// Weighted draw without replacement (P. Efraimidis and P. Spirakis 2006), each a distance from those before.
function drawPlaces(candidates: readonly Candidate[], row: ControlRow, random: Random): Point[] {
  const spacingM = numberIn(row, "spacing_m");
  const drawn = candidates
    .map(({ place, weight }) => ({ place, key: Math.log(random.next()) / weight }))
    .sort((a, b) => b.key - a.key);
  const taken = spatialHash<Point>(Math.max(20, spacingM));
  const places: Point[] = [];
  for (const { place } of drawn) {
    if (places.length >= numberIn(row, "count")) break;
    if (taken.near(place, spacingM).some((other) => distanceM(other, place) < spacingM)) continue;
    taken.add(place, place, place);
    places.push(place);
  }
  return places;
}

// What shares a house with another facility stands a few metres from it.
function nextDoor(hosts: readonly Point[], random: Random): Candidate[] {
  return hosts.map(([x, y]) => ({
    place: [x + random.between(-9, 9), y + random.between(-9, 9)],
    weight: 1,
  }));
}

const drawn = (row: ControlRow, what: string, random: Random) =>
  row[`${what}_low`]
    ? Math.round(random.between(numberIn(row, `${what}_low`), numberIn(row, `${what}_high`)))
    : null;

function scattered(inputs: FacilityInputs): Facility[] {
  const candidates = candidatesOf(inputs);
  const placesOf = new Map<string, Point[]>();
  return controlRows("facility").flatMap((row) => {
    const random = randomFor(inputs.seed, `facility ${row.category}`);
    const [where, host] = row.where!.split(":");
    const places =
      where === "beside"
        ? drawPlaces(nextDoor(placesOf.get(host!)!, random), row, random)
        : drawPlaces(candidates[where as keyof typeof candidates], row, random);
    placesOf.set(row.category!, places);
    return places.map((place, at) => ({
      id: `${row.category}/${at + 1}`,
      category: row.category!,
      nameZh: `示例${row.name_zh}${String(at + 1).padStart(2, "0")}`,
      nameEn: `Sample ${row.name_en} ${at + 1}`,
      place,
      sites: [],
      areaSqm: drawn(row, "area", random),
      capacity: drawn(row, "capacity", random),
    }));
  });
}

function institutional({ blocks, institutions }: FacilityInputs): Facility[] {
  const counts = new Map<string, number>();
  return [...institutions].map(([number, institution]) => {
    const ordinal = (counts.get(institution.kind) ?? 0) + 1;
    counts.set(institution.kind, ordinal);
    const { sites, middle } = blocks[number]!;
    const areaSqm = sites.reduce((sum, ring) => sum + signedAreaSqm(ring), 0);
    const { capacityPerSqm } = institution;
    return {
      id: `${institution.kind}/${ordinal}`,
      category: institution.category,
      nameZh: `示例${institution.nameZh}${String(ordinal).padStart(2, "0")}`,
      nameEn: `Sample ${institution.nameEn} ${ordinal}`,
      place: middle,
      sites,
      areaSqm: Math.round(areaSqm),
      capacity: capacityPerSqm === null ? null : Math.round((areaSqm * capacityPerSqm) / 10) * 10,
    };
  });
}

/** All facilities but parks and stations: institutions on their sites, the rest where people or customers are. */
export function placeFacilities(inputs: FacilityInputs): Facility[] {
  return [...institutional(inputs), ...scattered(inputs)];
}
