import type { NodeElevations } from "./node-elevations.ts";
import type { GraphEdge } from "./walk-graph.ts";
import { isFootway } from "./walk-line.ts";

/** Rise of an edge from its start to its end, metres; null = unknown. */
export interface Climb {
  readonly climbM: number | null;
  readonly source: "elevation-model" | "interpolated" | "steps" | "incline" | "unknown";
  /** Stairs of known rise whose direction nothing tells: taken to go up as drawn. */
  readonly directionUnknown?: boolean;
  /** A deck that the heights of its ends would make too steep to be one. */
  readonly tooSteep?: boolean;
}

const UNKNOWN: Climb = { climbM: null, source: "unknown" };

/** How rises are told. */
export interface ClimbParameters {
  readonly stairRiserM: number;
  /** A level shorter than this between two flights: a 30 m model sees the flights there, not the landing. */
  readonly levelBetweenStairsM: number;
  /** The elevation model tells which way stairs go where its difference is at least this, and half of their rise. */
  readonly stairsDirectionM: number;
  /** Below this the two ends of a lift are not told apart. */
  readonly liftRiseMinM: number;
  /** No bridge or tunnel is steeper, rise over length: there the model sees no ends of it. */
  readonly deckGradeMax: number;
}

interface Heights extends NodeElevations {
  /** The surface at the place of any node. */
  readonly surface: (key: number) => number | null;
}

/**
 * Rises by definitions.md: streets and paths from the elevation model, bridges and tunnels between their ends, stairs by
 * steps × riser, else a numeric incline × length. A deck steeper than any is built ends on a roof, at a cliff or in the
 * noise of the model, not on the ground seen there: its rise is unknown. The model never gives the rise of stairs, at most their
 * direction. Escalators as stairs (their time does not depend on it).
 */
export function climbOf(
  edge: GraphEdge,
  heights: Heights,
  parameters: ClimbParameters,
  touchesStairs: ReadonlySet<number>,
): Climb {
  switch (edge.line.kind) {
    case "stairs":
    case "escalator":
      return stairsClimb(edge, heights, parameters);
    case "bridge":
    case "tunnel":
      return deckClimb(edge, heights, parameters.deckGradeMax);
    case "road":
    case "path":
    case "crossing": {
      const isShort = edge.lengthM < parameters.levelBetweenStairsM;
      const landing = isShort && touchesStairs.has(edge.from) && touchesStairs.has(edge.to);
      if (edge.line.indoor || landing) return UNKNOWN;
      // a street that meets a deck rises or falls to it
      const meetsDeck = heights.span.has(edge.from) || heights.span.has(edge.to);
      return difference(edge, heights, meetsDeck ? "interpolated" : "elevation-model");
    }
    default:
      return UNKNOWN;
  }
}

function difference({ from, to }: GraphEdge, { ground, span }: Heights, source: Climb["source"]): Climb {
  const start = span.get(from) ?? ground.get(from);
  const end = span.get(to) ?? ground.get(to);
  return start === undefined || end === undefined ? UNKNOWN : { climbM: end - start, source };
}

function deckClimb(edge: GraphEdge, heights: Heights, gradeMax: number): Climb {
  const climb = difference(edge, heights, "interpolated");
  const tooSteep = climb.climbM !== null && Math.abs(climb.climbM) > gradeMax * edge.lengthM;
  return tooSteep && !mayHideStairs(edge) ? { ...UNKNOWN, tooSteep } : climb;
}

// a passage below the ground may hold stairs and escalators that nobody drew: it rises as its ends do
function mayHideStairs({ line }: GraphEdge): boolean {
  return line.kind === "tunnel" && line.layer < 0 && isFootway(line.roadClass);
}

function stairsClimb(edge: GraphEdge, heights: Heights, parameters: ClimbParameters): Climb {
  const { steps, incline } = edge.line;
  if (steps !== null) {
    const riseM = edge.wholeM === 0 ? 0 : (steps * parameters.stairRiserM * edge.lengthM) / edge.wholeM;
    const sign = directionOf(edge, heights, Math.max(parameters.stairsDirectionM, riseM / 2));
    if (sign === null) return { climbM: riseM, source: "steps", directionUnknown: true };
    return { climbM: sign * riseM, source: "steps" };
  }
  return typeof incline === "number" ? { climbM: incline * edge.lengthM, source: "incline" } : UNKNOWN;
}

function directionOf({ line, from, to }: GraphEdge, heights: Heights, clearM: number): 1 | -1 | null {
  if (line.incline === "up") return 1;
  if (line.incline === "down") return -1;
  if (typeof line.incline === "number" && line.incline !== 0) return line.incline > 0 ? 1 : -1;
  const start = heights.surface(from);
  const end = heights.surface(to);
  if (start === null || end === null) return null;
  if (Math.abs(end - start) < clearM) return null;
  return end > start ? 1 : -1;
}
