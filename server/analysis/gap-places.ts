import type { GapPlace } from "../contract/service-gap.ts";
import { loadSql } from "../database/sql.ts";
import type { GapAnswer } from "../walking/gap-kernel.ts";
import { toFloatArrayParameter, toIntArrayParameter } from "../walking/int-array.ts";
import { type Grounds, groupOf, type Zone } from "./building-grounds.ts";
import type { Counter } from "./gap-counts.ts";
import { positionsBy } from "./gap-counts.ts";
import type { Reading } from "./reading.ts";
import { readParameterRows } from "./walking-parameter-rows.ts";

const sql = loadSql("./service-gap-places.sql", import.meta.url);

interface Row extends Pick<GapPlace, "shape" | "street" | "landmark"> {
  readonly middle: [number, number];
  readonly ages: number[] | null;
}

/** What places are made of; the buildings that lack something are `lacking`, positions within the area, in one order. */
export interface GatheredGap {
  readonly answer: GapAnswer;
  readonly lacking: Int32Array;
  readonly grounds: Grounds;
  readonly facilities: readonly NonNullable<GapPlace["nearest"]>[];
  /** Of each building of the area: the worse of there and back, −1 = not within an hour; null where several are asked. */
  readonly seconds: Int32Array | null;
  readonly weight: Float64Array;
  /** By category the positions within the area that lack it. */
  readonly missing: ReadonlyMap<string, Uint8Array>;
  readonly count: Counter;
}

/** The places of a gap, named, counted and with what would help them; those with most of it first. */
export async function describePlaces(reading: Reading, gap: GatheredGap): Promise<GapPlace[]> {
  const { answer, lacking } = gap;
  if (lacking.length === 0) return [];
  const { database, area } = reading;
  const inside = await reading.buildings();
  const parameters = await readParameterRows(database, ["place-name-reach"] as const);
  const { rows } = await database.query<Row>(sql, [
    area.districtId,
    area.datasetId,
    area.levels,
    toIntArrayParameter(lacking.map((at) => inside.ordinals[at]!)),
    toFloatArrayParameter(Float64Array.from(lacking, (at) => inside.shares[at]!)),
    toIntArrayParameter(answer.place),
    parameters["place-name-reach"].value,
  ]);
  const members = positionsBy(answer.place);
  return rows.map((row, number) => placeOf(gap, row, { number, members: members.get(number) ?? [] }));
}

// members are positions among the lacking
function placeOf(
  gap: GatheredGap,
  { shape, street, landmark, middle, ages }: Row,
  { number, members }: { readonly number: number; readonly members: readonly number[] },
): GapPlace {
  const { answer, lacking, grounds, count } = gap;
  const inArea = members.map((member) => lacking[member]!);
  return {
    zone: named(grounds.zones[groupOf(grounds, inArea[0]!)]),
    street,
    landmark,
    at: middle,
    shape,
    onNetwork: answer.onNetwork[members[0]!] === 1,
    lacking: count(inArea),
    byAge: ages,
    ...helpOf(gap, members, number),
    medianSeconds: gap.seconds && medianOf(inArea, gap.seconds, gap.weight),
    missing: [...gap.missing]
      .map(([category, lacks]) => ({ category, lacking: count(inArea.filter((at) => lacks[at] === 1)) }))
      .filter((each) => each.lacking.buildings > 0)
      .sort(
        (a, b) => (b.lacking.residents ?? b.lacking.buildings) - (a.lacking.residents ?? a.lacking.buildings),
      ),
  };
}

function named(zone: Zone | undefined): GapPlace["zone"] {
  return zone ? { id: zone.id, nameZh: zone.nameZh, nameEn: zone.nameEn } : null;
}

function helpOf(
  { answer, lacking, facilities, grounds, weight, count }: GatheredGap,
  members: readonly number[],
  number: number,
): Pick<GapPlace, "nearest" | "byClimb" | "newFacility"> {
  const { byCategory } = answer;
  if (byCategory === null) return { nearest: null, byClimb: null, newFacility: null };
  const votes = new Map<number, number>();
  for (const member of members) {
    const facility = byCategory.facility[member]!;
    // a house without people still has a say where nobody lives in the place
    if (facility >= 0) votes.set(facility, (votes.get(facility) ?? 1e-9) + weight[lacking[member]!]!);
  }
  const [most] = [...votes].sort(([a, one], [b, other]) => other - one || a - b);
  const site = byCategory.sites[number];
  const home = site && lacking[site.building]!;
  return {
    nearest: most ? facilities[most[0]]! : null,
    byClimb: count(
      members.filter((each) => byCategory.inTimeOnFlat[each] === 1).map((each) => lacking[each]!),
    ),
    newFacility:
      site && typeof home === "number"
        ? {
            at: [grounds.lon[home]!, grounds.lat[home]!],
            served: count(Array.from(site.served, (each) => lacking[each]!)),
          }
        : null,
  };
}

// the least that at least half of the weight is within; over an hour counts as infinite
function medianOf(members: readonly number[], seconds: Int32Array, weight: Float64Array): number | null {
  const isWeighed = members.some((at) => weight[at]! > 0);
  const weigh = (at: number) => (isWeighed ? weight[at]! : 1);
  const inOrder = [...members].sort((a, b) => rank(seconds[a]!) - rank(seconds[b]!));
  const half = (members.reduce((sum, at) => sum + weigh(at), 0) / 2) * (1 - 1e-9);
  let within = 0;
  for (const at of inOrder) {
    within += weigh(at);
    if (within >= half) return seconds[at]! < 0 ? null : seconds[at]!;
  }
  return null;
}

const rank = (seconds: number) => (seconds < 0 ? Number.MAX_SAFE_INTEGER : seconds);
