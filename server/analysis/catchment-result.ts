import type {
  CatchmentFacility,
  TwoStepCatchmentParams,
  TwoStepCatchmentResult,
} from "../contract/two-step-catchment.ts";
import type { CatchmentsAnswer } from "../walking/catchment-kernel.ts";
import type { FacilityPlace } from "../walking/facility-entries.ts";
import type { BuildingsInside } from "./buildings-inside.ts";
import type { CatchmentGround } from "./catchment-ground.ts";
import { type Held, inequality, spreadByZone, spreadOver } from "./catchment-spread.ts";
import type { CatchmentStandards } from "./catchment-standards.ts";
import { ratio } from "./data-quality.ts";

/** A facility that is competed for. */
export interface Facility {
  readonly about: Pick<CatchmentFacility, "id" | "nameZh" | "nameEn" | "at" | "inArea" | "outside">;
  readonly places: readonly FacilityPlace[];
  readonly capacity: number | null;
  readonly areaSqm: number | null;
  /** By the basis catchment for; NaN = not known. */
  readonly supply: number;
}

/** Who competes, by building of the district. */
export interface People {
  /** In the part of each building that lies in the district; NaN = not known. */
  readonly ofDistrict: Float64Array;
  /** In the part that lies in the area, in the order of the district. */
  readonly ofArea: Float64Array;
  /** Position of each building of the area in the order of the district. */
  readonly positions: Int32Array;
}

/** A question, what it rests on, and what the walking network says of it. */
export interface Catchment {
  readonly params: TwoStepCatchmentParams;
  readonly standards: CatchmentStandards;
  readonly inside: BuildingsInside;
  readonly ground: CatchmentGround;
  readonly facilities: readonly Facility[];
  readonly people: People;
  readonly answer: CatchmentsAnswer;
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value);
const sixFigures = (value: number) => (Number.isNaN(value) ? null : Number(value.toPrecision(6)));

/** The catchment as the contract has it. */
export function catchmentResult(catchment: Catchment): TwoStepCatchmentResult {
  const { params, standards, inside, ground, facilities, people } = catchment;
  const held = heldInArea(catchment);
  const isHeld = facilities.length > 0;
  const members = [...inside.ordinals.keys()];
  const { unit } = standards;
  return {
    category: standards.category,
    status: isHeld ? "held" : "absent",
    minutes: standards.minutes,
    minutesFrom: standards.minutesFrom,
    group: { id: standards.group.id, nameZh: standards.group.nameZh, nameEn: standards.group.nameEn },
    unit: params.supply === "capacity" && unit ? { nameZh: unit.nameZh, nameEn: unit.nameEn } : null,
    trial: standards.trial,
    supply: supplyOf(catchment),
    balance: balanceOf(catchment),
    ...spreadOver(held, members),
    ...inequality(held),
    zones: isHeld ? spreadByZone(ground.grounds, people.positions, held) : [],
    facilities: facilitiesOf(catchment),
    buildings: {
      ordinals: [...inside.ordinals],
      perThousand: Array.from(held.perThousand, sixFigures),
      demand: Array.from(held.people, sixFigures),
    },
  };
}

// nothing is known of a category without any facility, and so nobody is said to have none
function heldInArea({ people, facilities, answer }: Catchment): Held {
  const heldAt = (position: number): number => {
    if (position < 0 || facilities.length === 0) return Number.NaN;
    const each = answer.accessibility[position]!;
    return answer.unknown[position] === 1 && each === 0 ? Number.NaN : 1000 * each;
  };
  return {
    people: Float64Array.from(people.positions, (at) => (at < 0 ? Number.NaN : people.ofArea[at]!)),
    perThousand: Float64Array.from(people.positions, heldAt),
    atLeast: Uint8Array.from(people.positions, (at) => (at < 0 ? 0 : answer.unknown[at]!)),
  };
}

function supplyOf({ facilities, answer }: Catchment): TwoStepCatchmentResult["supply"] {
  const count = (holds: (facility: Facility, at: number) => boolean) => facilities.filter(holds).length;
  return {
    facilities: facilities.length,
    known: count(({ supply }) => !Number.isNaN(supply)),
    offNetwork: count((_, at) => !answer.facilities[at]!.onNetwork),
    outside: count(({ about }) => about.outside),
    beyond: count((_, at) => answer.facilities[at]!.beyond),
    knownOf: {
      capacity: count(({ capacity }) => capacity !== null),
      area: count(({ areaSqm }) => areaSqm !== null),
      count: facilities.length,
    },
  };
}

function balanceOf({ facilities, people, answer }: Catchment): TwoStepCatchmentResult["balance"] {
  const demand = people.ofDistrict.reduce((sum, each) => sum + (Number.isNaN(each) ? 0 : each), 0);
  const known = facilities.some(({ supply }) => !Number.isNaN(supply));
  if (!known || demand <= 0) return null;
  let supplied = 0;
  let unused = 0;
  for (const [at, { supply }] of facilities.entries()) {
    if (Number.isNaN(supply)) continue;
    if (Number.isNaN(answer.facilities[at]!.ratio)) unused += supply;
    else supplied += supply;
  }
  const distributed = people.ofDistrict.reduce(
    (sum, each, at) => sum + (Number.isNaN(each) ? 0 : each * answer.accessibility[at]!),
    0,
  );
  return { supplied, distributed, unused, demand, perThousand: ratio(1000 * (supplied + unused), demand) };
}

function facilitiesOf({ facilities, people, answer }: Catchment): CatchmentFacility[] {
  const isPeopleKnown = people.ofDistrict.some((each) => !Number.isNaN(each));
  const known = (value: number) => (isPeopleKnown ? value : null);
  const listed = facilities.flatMap(({ about, supply }, at): CatchmentFacility[] => {
    const { onNetwork, people: demand, peopleOfArea, ratio: held, beyond } = answer.facilities[at]!;
    if (!about.inArea && peopleOfArea === 0) return [];
    return [
      {
        ...about,
        onNetwork,
        supply: orNull(supply),
        demand: known(demand),
        demandOfArea: known(peopleOfArea),
        perThousand: orNull(1000 * held),
        beyond,
      },
    ];
  });
  return listed.sort((a, b) => (a.perThousand ?? Infinity) - (b.perThousand ?? Infinity));
}
