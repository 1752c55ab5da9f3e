import type { Block } from "./blocks.ts";
import { controlRows, numberIn, placeOf } from "./control.ts";
import { neighboursOf, type PlanePolygon, unionOf } from "./face-union.ts";
import { partition } from "./partition.ts";
import { distanceM, type Plane, type Point, toPlane } from "./plane.ts";
import { randomFor } from "./random.ts";

/** A subdistrict or community: a set of blocks. */
export interface AdministrativeZone {
  readonly id: string;
  readonly kind: "subdistrict" | "community";
  readonly nameZh: string;
  readonly nameEn: string;
  readonly parent: string;
  readonly blocks: readonly number[];
  readonly polygons: readonly PlanePolygon[];
  /** Share of the district's residents; of subdistricts only. */
  readonly residentShare: number | null;
}

interface AdministrationInputs {
  readonly blocks: readonly Block[];
  readonly plane: Plane;
  readonly districtId: string;
  /** Dwellings per block: communities hold about equally many. */
  readonly dwellings: readonly number[];
  readonly seed: number;
}

function membersOf(zones: readonly number[], zone: number): number[] {
  return [...zones.keys()].filter((at) => zones[at] === zone);
}

// Far from each other, the first by chance: every further centre is the member furthest from those before.
function spreadCentres(places: readonly Point[], count: number, first: number): Point[] {
  const centres = [places[first]!];
  while (centres.length < count) {
    const away = places.map((place) => Math.min(...centres.map((centre) => distanceM(place, centre))));
    centres.push(places[away.indexOf(Math.max(...away))]!);
  }
  return centres;
}

function communitiesOf(
  subdistrict: AdministrativeZone,
  count: number,
  inputs: AdministrationInputs,
): AdministrativeZone[] {
  const { blocks, dwellings, seed } = inputs;
  const members = subdistrict.blocks;
  const places = members.map((block) => blocks[block]!.middle);
  const random = randomFor(seed, `communities ${subdistrict.id}`);
  const zones = partition({
    places,
    // land counts a little, so that empty blocks do not all fall to one community
    weights: members.map((block) => dwellings[block]! + blocks[block]!.face.areaSqm / 400),
    neighbours: neighboursOf(members.map((block) => blocks[block]!.face)),
    centres: spreadCentres(places, count, random.whole(0, places.length - 1)),
    shares: Array.from({ length: count }, () => 1 / count),
  });
  return Array.from({ length: count }, (_, number) => {
    const own = membersOf(zones, number).map((at) => members[at]!);
    const ordinal = String(number + 1).padStart(2, "0");
    return {
      id: `community:${subdistrict.id.split(":")[1]}-${ordinal}`,
      kind: "community",
      nameZh: `${subdistrict.nameZh.replace("街道", "")}示例社区${ordinal}`,
      nameEn: `${subdistrict.nameEn} sample community ${ordinal}`,
      parent: subdistrict.id,
      blocks: own,
      polygons: unionOf(own.map((block) => blocks[block]!.face)),
      residentShare: null,
    };
  });
}

/** The subdistricts and, within each, its communities: both cover the land without gap or overlap. */
export function divideDistrict(inputs: AdministrationInputs): AdministrativeZone[] {
  const { blocks, plane, districtId } = inputs;
  const rows = controlRows("subdistrict");
  const landShares = rows.map((row) => numberIn(row, "land_share"));
  const zones = partition({
    places: blocks.map(({ middle }) => middle),
    weights: blocks.map(({ face }) => face.areaSqm),
    neighbours: neighboursOf(blocks.map(({ face }) => face)),
    centres: rows.map((row) => toPlane(plane, placeOf(row))),
    shares: landShares.map((share) => share / landShares.reduce((sum, other) => sum + other, 0)),
  });
  const residentTotal = rows.reduce((sum, row) => sum + numberIn(row, "resident_share"), 0);
  const subdistricts = rows.map((row, number): AdministrativeZone => {
    const own = membersOf(zones, number);
    return {
      id: `subdistrict:${row.id}`,
      kind: "subdistrict",
      nameZh: row.name_zh!,
      nameEn: row.name_en!,
      parent: districtId,
      blocks: own,
      polygons: unionOf(own.map((block) => blocks[block]!.face)),
      residentShare: numberIn(row, "resident_share") / residentTotal,
    };
  });
  const communities = subdistricts.flatMap((subdistrict, number) =>
    communitiesOf(subdistrict, numberIn(rows[number]!, "communities"), inputs),
  );
  return [...subdistricts, ...communities];
}
