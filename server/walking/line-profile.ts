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
  const walkers = standards.personas.map((persona) => walkerOver(edges, persona, standards.parameters));
  const barred = (link: Link) =>
    walkers.filter(({ seconds }) => [true, false].every((way) => seconds(link, way) === null));
  const partsOf = sections.map((section) => ({
    parts: section.map((step) => ({
      ...partOf(step, edges),
      barred: barred(step.link).map(({ persona }) => persona),
    })),
  }));
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
    walks: walkers.map((walker) => ({ persona: walker.persona, ...walkOf(steps, walker) })),
  };
}

function partOf({ link, isForward }: Step, edges: readonly ProfileEdge[]): Omit<ProfilePart, "barred"> {
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

/** How a persona passes links: seconds one way, null where it cannot, by the quickest edge at the stored time of day. */
interface Walker {
  readonly persona: string;
  readonly seconds: (link: Link, isForward: boolean) => number | null;
}

function walkerOver(edges: readonly ProfileEdge[], persona: Persona, parameters: WalkingParameters): Walker {
  const network = allocateNetwork(0, edges.length, 0);
  edges.forEach((edge, at) => {
    setEdge(network, at, edge);
  });
  const { forward, reverse } = edgeCosts(network, persona, parameters);
  const seconds: Walker["seconds"] = ({ edges: among, from }, isForward) => {
    const costs = among
      .map((at) => ((edges[at]!.from === from) === isForward ? forward[at]! : reverse[at]!))
      .filter((cost) => cost !== FORBIDDEN);
    return costs.length === 0 ? null : Math.min(...costs) / UNITS_PER_S;
  };
  return { persona: persona.id, seconds };
}

function walkOf(steps: readonly Step[], { seconds }: Walker) {
  const total = (isBack: boolean) => {
    const passed = steps.map(({ link, isForward }) => seconds(link, isForward !== isBack));
    if (passed.length === 0 || passed.includes(null)) return null;
    return passed.reduce<number>((sum, each) => sum + each!, 0);
  };
  return { forwardS: total(false), backwardS: total(true) };
}
