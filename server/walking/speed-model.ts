import { kindNumber, type WalkNetwork } from "./network.ts";
import { closedEdges, STORED_TIME, type WalkConditions } from "./opening-hours.ts";
import type { Persona, WalkingParameters } from "./persona.ts";

/** Costs are whole numbers of 10 ms: this many to the second. */
export const UNITS_PER_S = 100;
/** The cost of an edge that may not be walked in a direction. */
export const FORBIDDEN = -1;
/** Slack of the grade limit, so that exactly 1:12 passes however it was written down. */
const GRADE_TOLERANCE = 1e-9;

const STAIRS = kindNumber("stairs");
const ESCALATOR = kindNumber("escalator");
const LIFT = kindNumber("lift");
const CABLEWAY = kindNumber("cableway");
const CROSSING = kindNumber("crossing");

/** Cost of each edge in its direction and against it; FORBIDDEN (-1) where it may not be walked. */
export interface EdgeCosts {
  readonly forward: Int32Array;
  readonly reverse: Int32Array;
}

/**
 * The slope factor of walking speed: normalised Tobler W(S) = exp(-a |S + b|) / exp(-a b), S clipped (W. Tobler 1993;
 * normalised as in Conveyal R5). `slope` is rise over horizontal length in the direction walked.
 */
export function slopeFactor(slope: number, parameters: WalkingParameters): number {
  const { toblerExponent, toblerOffset, slopeClip } = parameters;
  const clipped = Math.min(slopeClip, Math.max(-slopeClip, slope));
  return (
    Math.exp(-toblerExponent * Math.abs(clipped + toblerOffset)) / Math.exp(-toblerExponent * toblerOffset)
  );
}

/** Seconds of a straight connector or any other flat walk of so many metres. */
export function flatDurationS(lengthM: number, persona: Persona): number {
  return lengthM / persona.flatMps;
}

// Seconds in one direction; NaN = forbidden. `climbM` is the rise in the direction walked, NaN where unknown.
interface Walk {
  readonly network: WalkNetwork;
  readonly edge: number;
  readonly climbM: number;
  readonly persona: Persona;
  readonly parameters: WalkingParameters;
}

function slopedDurationS({ network, edge, climbM, persona, parameters }: Walk): number {
  const lengthM = network.lengthM[edge]!;
  // an unknown rise on a path is taken as flat; an edge without length has no slope either
  const slope = Number.isNaN(climbM) || lengthM === 0 ? 0 : climbM / lengthM;
  if (persona.maxGrade !== null && Math.abs(slope) > persona.maxGrade + GRADE_TOLERANCE) return Number.NaN;
  const walkedS = lengthM / (persona.flatMps * slopeFactor(slope, parameters));
  const waits = network.edgeKind[edge] === CROSSING && network.signal[edge] === 1;
  return waits ? walkedS + parameters.signalDelayS : walkedS;
}

function stairsDurationS({ network, edge, climbM, persona }: Walk): number {
  const down = climbM < 0; // unknown and level stairs take the slower, up speed both ways
  const horizontalMps = down ? persona.stairsDownHorizontalMps : persona.stairsUpHorizontalMps;
  const verticalMps = down ? persona.stairsDownVerticalMps : persona.stairsUpVerticalMps;
  if (persona.stepFree || horizontalMps === null || verticalMps === null) return Number.NaN;
  const alongS = network.lengthM[edge]! / horizontalMps;
  const risingS = Number.isNaN(climbM) ? 0 : Math.abs(climbM) / verticalMps;
  return Math.max(alongS, risingS) * network.fatigue[edge]!;
}

function escalatorDurationS({ network, edge, persona, parameters }: Walk): number {
  if (persona.stepFree || !persona.escalator) return Number.NaN;
  const tagged = network.speedMps[edge]!;
  const speedMps = tagged > 0 ? tagged : parameters.escalatorSpeedMps;
  return parameters.escalatorWaitS + network.lengthM[edge]! / speedMps;
}

function liftDurationS({ climbM, persona, parameters }: Walk): number {
  if (!persona.lift) return Number.NaN;
  const riseM = Number.isNaN(climbM) ? 0 : Math.abs(climbM);
  return parameters.liftWaitS + riseM / parameters.liftSpeedMps;
}

function cablewayDurationS({ network, edge, parameters }: Walk): number {
  const tagged = network.headwayS[edge]!;
  const headwayS = Number.isNaN(tagged) ? (parameters.cablewayHeadwayS ?? Number.NaN) : tagged;
  return headwayS / 2 + network.lengthM[edge]! / parameters.cablewaySpeedMps;
}

function durationS(walk: Walk): number {
  if (walk.persona.stepFree && walk.network.stepFree[walk.edge] === 0) return Number.NaN;
  switch (walk.network.edgeKind[walk.edge]) {
    case STAIRS:
      return stairsDurationS(walk);
    case ESCALATOR:
      return escalatorDurationS(walk);
    case LIFT:
      return liftDurationS(walk);
    case CABLEWAY:
      return cablewayDurationS(walk);
    default:
      return slopedDurationS(walk);
  }
}

/** Half the rise over which a sensitivity is taken, metres. */
const RISE_STEP_M = 0.5;

/**
 * Seconds by which one more metre of rise lengthens the walk over an edge in a direction; 0 where the rise does not rest
 * on an elevation model, is unknown or the edge is forbidden.
 */
export function riseSensitivity({
  forward,
  ...walk
}: Omit<Walk, "climbM"> & { readonly forward: boolean }): number {
  const climbM = walk.network.climbM[walk.edge]!;
  if (walk.network.modelled[walk.edge] === 0 || Number.isNaN(climbM)) return 0;
  const risen = forward ? climbM : -climbM;
  // the grade limit forbids an edge, it does not slow it
  const persona = { ...walk.persona, maxGrade: null };
  const more = durationS({ ...walk, persona, climbM: risen + RISE_STEP_M });
  const less = durationS({ ...walk, persona, climbM: risen - RISE_STEP_M });
  return Number.isNaN(more) ? 0 : (more - less) / (2 * RISE_STEP_M);
}

// rounded once per edge and direction; never 0, so that every edge costs something
const toUnits = (seconds: number) =>
  Number.isNaN(seconds) ? FORBIDDEN : Math.max(1, Math.round(seconds * UNITS_PER_S));

/**
 * What each edge costs a persona in each direction, in units of 10 ms, by definitions.md "Seconds of an edge".
 * Edges closed at the local time, or paid where fares are avoided, are forbidden; hours that cannot be read count as open.
 */
export function edgeCosts(
  network: WalkNetwork,
  persona: Persona,
  parameters: WalkingParameters,
  conditions: WalkConditions = STORED_TIME,
): EdgeCosts {
  const forward = new Int32Array(network.edgeCount);
  const reverse = new Int32Array(network.edgeCount);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const climbM = network.climbM[edge]!;
    forward[edge] = toUnits(durationS({ network, edge, climbM, persona, parameters }));
    const oneDirection = network.oneWay[edge] === 1 || network.edgeKind[edge] === ESCALATOR;
    reverse[edge] = oneDirection
      ? FORBIDDEN
      : toUnits(durationS({ network, edge, climbM: -climbM, persona, parameters }));
  }
  for (const edge of closedEdges(network, conditions)) forward[edge] = reverse[edge] = FORBIDDEN;
  return { forward, reverse };
}

/**
 * Length of each edge in whole centimetres where the given costs allow it, FORBIDDEN where they do not; lifts and
 * cableways are 0 m.
 */
export function edgeCentimetres(network: WalkNetwork, allowed: EdgeCosts): EdgeCosts {
  const forward = new Int32Array(network.edgeCount);
  const reverse = new Int32Array(network.edgeCount);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const kind = network.edgeKind[edge];
    const carried = kind === LIFT || kind === CABLEWAY;
    const lengthCm = carried ? 0 : Math.round(network.lengthM[edge]! * 100);
    forward[edge] = allowed.forward[edge] === FORBIDDEN ? FORBIDDEN : lengthCm;
    reverse[edge] = allowed.reverse[edge] === FORBIDDEN ? FORBIDDEN : lengthCm;
  }
  return { forward, reverse };
}

/**
 * Cost of the part of an edge that is `fraction` (0 … 1) of its length: FORBIDDEN stays so, except that no part of an
 * edge costs nothing (a place exactly at a node needs none of the edge).
 */
export function partialCost(cost: number, fraction: number): number {
  if (fraction <= 0) return 0;
  return cost === FORBIDDEN ? FORBIDDEN : Math.round(cost * fraction);
}
