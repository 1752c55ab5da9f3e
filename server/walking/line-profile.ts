import type { LineProfile, ProfilePart } from "../contract/line-profile.ts";
import { chainLinks, type Link, type ProfileEdge, type Step } from "./line-chain.ts";
import { allocateNetwork, setEdge } from "./network.ts";
import type { Persona, WalkingParameters } from "./persona.ts";
import { edgeCosts, FORBIDDEN, UNITS_PER_S } from "./speed-model.ts";

/** What is said of a line, without whose it is. */
export type Profile = Omit<LineProfile, "layer" | "id" | "dataVersion">;

export interface ProfileStandards {
  readonly personas: readonly Persona[];
  readonly parameters: WalkingParameters;
}

/** Shorter parts are no slope one walks up, and there an elevation model says more about itself than about the ground. */
const SLOPE_FROM_M = 10;

/** How steep edges are that make one walkway or street, from the lower to the higher end; see the contract. */
export function profileOf(edges: readonly ProfileEdge[], standards: ProfileStandards): Profile {
  const { sections, branchesM } = chainLinks(edges);
  const steps = sections.flat();
  const partsOf = sections.map((section) => ({ parts: section.map((step) => partOf(step, edges)) }));
  const parts = partsOf.flatMap((section) => section.parts);
  const known = parts.filter(({ climbM }) => climbM !== null);
  const lengthOf = (some: readonly ProfilePart[]) => some.reduce((sum, { lengthM }) => sum + lengthM, 0);
  const climb = (sign: 1 | -1) => known.reduce((sum, { climbM }) => sum + Math.max(0, sign * climbM!), 0);
  const [riseM, fallM, knownM, lengthM] = [climb(1), climb(-1), lengthOf(known), lengthOf(parts)];
  const stairs = parts.filter(({ kind }) => kind === "stairs");
  return {
    lengthM,
    branchesM,
    riseM,
    fallM,
    unknownRiseM: lengthOf(parts.filter(({ climbM }) => climbM === null)),
    stairsM: lengthOf(stairs),
    steps: stairs.some((part) => part.steps === null)
      ? null
      : stairs.reduce((sum, part) => sum + part.steps!, 0),
    meanSlope: knownM > 0 ? (riseM + fallM) / knownM : null,
    steepest: steepestOf(parts),
    sections: partsOf,
    walks: standards.personas.map((persona) => ({
      persona: persona.id,
      ...walkOf({ steps, edges, persona, parameters: standards.parameters }),
    })),
  };
}

function partOf({ link, isForward }: Step, edges: readonly ProfileEdge[]): ProfilePart {
  const edge = edges[link.main]!;
  const { kind, lengthM, steps } = edge;
  // the same way round as the link, then as it is walked
  const isAlong = (edge.from === link.from) === isForward;
  const [fromHeightM, toHeightM] = isAlong
    ? [edge.fromHeightM, edge.toHeightM]
    : [edge.toHeightM, edge.fromHeightM];
  const climbM = edge.climbM === null ? null : isAlong ? edge.climbM : -edge.climbM;
  return {
    kind,
    lengthM,
    climbM,
    fromHeightM,
    toHeightM,
    steps,
    beside: [...new Set(link.edges.map((each) => edges[each]!.kind))].filter((each) => each !== kind),
  };
}

function steepestOf(parts: readonly ProfilePart[]): Profile["steepest"] {
  let steepest: Profile["steepest"] = null;
  let startM = 0;
  for (const { climbM, lengthM, kind } of parts) {
    const slope = climbM === null || lengthM < SLOPE_FROM_M ? null : Math.abs(climbM) / lengthM;
    if (slope !== null && slope > (steepest?.slope ?? -1)) steepest = { slope, kind, startM, lengthM };
    startM += lengthM;
  }
  return steepest;
}

interface Walk {
  readonly steps: readonly Step[];
  readonly edges: readonly ProfileEdge[];
  readonly persona: Persona;
  readonly parameters: WalkingParameters;
}

// between two nodes the quickest edge that may be used, at the stored time of day
function walkOf({ steps, edges, persona, parameters }: Walk) {
  const network = allocateNetwork(0, edges.length, 0);
  edges.forEach((edge, at) => {
    setEdge(network, at, edge);
  });
  const { forward, reverse } = edgeCosts(network, persona, parameters);
  const quickest = ({ edges: among, from }: Link, isForward: boolean) => {
    const costs = among
      .map((at) => ((edges[at]!.from === from) === isForward ? forward[at]! : reverse[at]!))
      .filter((cost) => cost !== FORBIDDEN);
    return costs.length === 0 ? null : Math.min(...costs);
  };
  const total = (isBack: boolean) => {
    const costs = steps.map(({ link, isForward }) => quickest(link, isForward !== isBack));
    if (costs.length === 0 || costs.includes(null)) return null;
    return costs.reduce<number>((sum, cost) => sum + cost!, 0) / UNITS_PER_S;
  };
  return { forwardS: total(false), backwardS: total(true) };
}
