import type { TwoStepCatchmentResult } from "../../server/contract/two-step-catchment.ts";
import { GAP_BUILDING, GAP_UNKNOWN } from "./gap-classes.ts";

/** quantile: as many people in each class; mean: by how far from the mean of the district. */
export const CATCHMENT_SCHEMES = ["quantile", "mean"] as const;
export type CatchmentScheme = (typeof CATCHMENT_SCHEMES)[number];

/** Limits of the classes round the mean, as parts of it. */
const PARTS_OF_MEAN = [0.5, 0.8, 1.25, 2] as const;
const HUNDREDTHS = [0.2, 0.4, 0.6, 0.8] as const;

const RAMPS = {
  quantile: {
    light: ["#dcebc9", "#a9d3ad", "#67b39a", "#2f8c87", "#135e68"],
    dark: ["#2c4a44", "#33655c", "#3f877a", "#63b09d", "#a6dfc8"],
  },
  mean: {
    light: ["#c8743c", "#eab88b", "#e9e3d6", "#8cc0b6", "#23777c"],
    dark: ["#df8c55", "#94664a", "#66635c", "#4d928a", "#97dccf"],
  },
} as const;

/** Nothing in reach: never the lowest class of those who have some. */
export const CATCHMENT_NONE = GAP_BUILDING;
export const CATCHMENT_UNKNOWN = GAP_UNKNOWN;

/** A class of people by what is held for 1,000 of them: more than `from`, at most `to`. */
export interface CatchmentClass {
  readonly kind: "none" | "some" | "unknown";
  readonly from: number;
  readonly to: number;
  readonly light: string;
  readonly dark: string;
  /** People of the class; null where nobody's number is known. */
  readonly people: number | null;
}

/** None first, unknown last. */
export interface CatchmentClasses {
  readonly classes: readonly CatchmentClass[];
  /** Position of the class of a value; null = unknown. */
  readonly classOf: (perThousand: number | null) => number;
  readonly ordinals: readonly number[];
  /** Class of each building, in the order of `ordinals`. */
  readonly ofBuildings: Uint8Array;
}

/** The classes of an answer; those with no room between their limits are left out. */
export function catchmentClasses(result: TwoStepCatchmentResult, scheme: CatchmentScheme): CatchmentClasses {
  const { buildings } = result;
  const limits = scheme === "mean" ? aroundMean(result) : byPeople(buildings);
  // one class alone has no side of a mean, whose middle looks like what is unknown
  const ramp = RAMPS[limits.length === 0 ? "quantile" : scheme];
  const some = [...limits, Number.POSITIVE_INFINITY].map((to, at) => {
    // fewer classes keep the ends of the ramp
    const place = limits.length === 0 ? 2 : Math.round((at * (ramp.light.length - 1)) / limits.length);
    return { from: limits[at - 1] ?? 0, to, light: ramp.light[place]!, dark: ramp.dark[place]! };
  });
  const unknown = some.length + 1;
  const classOf = (value: number | null) => {
    if (value === null) return unknown;
    return value <= 0 ? 0 : 1 + some.findIndex(({ to }) => value <= to);
  };
  const ofBuildings = Uint8Array.from(buildings.perThousand, classOf);
  const people = new Array<number>(unknown + 1).fill(0);
  let isAnyKnown = false;
  for (const [at, living] of buildings.demand.entries()) {
    if (living === null) continue;
    isAnyKnown = true;
    people[ofBuildings[at]!]! += living;
  }
  const count = (at: number) => (isAnyKnown ? people[at]! : null);
  return {
    classes: [
      { kind: "none", from: 0, to: 0, ...CATCHMENT_NONE, people: count(0) },
      ...some.map((each, at) => ({ kind: "some" as const, ...each, people: count(at + 1) })),
      { kind: "unknown", from: 0, to: 0, ...CATCHMENT_UNKNOWN, people: count(unknown) },
    ],
    classOf,
    ordinals: buildings.ordinals,
    ofBuildings,
  };
}

function aroundMean({ balance, perThousand }: TwoStepCatchmentResult): number[] {
  const mean = balance?.perThousand ?? perThousand;
  return mean === null || mean <= 0 ? [] : PARTS_OF_MEAN.map((part) => part * mean);
}

// fifths of those who have some; one value may be the limit of several, and is then one limit
function byPeople({ perThousand, demand }: TwoStepCatchmentResult["buildings"]): number[] {
  const order = perThousand
    .map((value, at) => ({ value: value ?? 0, people: demand[at] ?? 0 }))
    .filter(({ value, people }) => value > 0 && people > 0)
    .sort((a, b) => a.value - b.value);
  const total = order.reduce((sum, { people }) => sum + people, 0);
  const limits: number[] = [];
  let living = 0;
  for (const { value, people } of order) {
    living += people;
    while (limits.length < HUNDREDTHS.length && living >= HUNDREDTHS[limits.length]! * total)
      limits.push(value);
  }
  const greatest = order.at(-1)?.value ?? 0;
  return [...new Set(limits)].filter((limit) => limit < greatest);
}
