import { findComponents } from "./components.ts";
import type { FacilityPlace } from "./facility-entries.ts";
import type { IsochroneInputs } from "./isochrone-kernel.ts";
import { createNetworkAccess, type NetworkAccess } from "./network-access.ts";
import {
  createDetourWalker,
  type DetoursQuestion,
  type JoinedQuestion,
  joinStepFree,
} from "./street-detours.ts";
import { createEndFinder, type EndsQuestion, type StreetEnd } from "./street-ends.ts";

/** The parts of the network that hang together for whoever may use everything. */
export interface PartsQuestion {
  readonly streets: "parts";
}

/** One part; the place is that of its first node, EPSG:4326. */
export interface NetworkPart {
  readonly node: number;
  readonly lon: number;
  readonly lat: number;
  readonly nodes: number;
  readonly lengthM: number;
}

/** Which facilities get onto the network. */
export interface EnteredQuestion {
  readonly streets: "entered";
  readonly facilities: readonly FacilityPlace[];
}

/** What is asked of streets as such, by the name of the question. */
interface StreetsAnswers {
  readonly ends: readonly StreetEnd[];
  readonly detours: Float64Array;
  readonly joined: Int8Array;
  /** The longest first. */
  readonly parts: readonly NetworkPart[];
  /** 1 = on the network. */
  readonly entered: Uint8Array;
}

export type StreetsQuestion =
  | EndsQuestion
  | DetoursQuestion
  | JoinedQuestion
  | PartsQuestion
  | EnteredQuestion;
export type StreetsAnswer<Question extends StreetsQuestion> = StreetsAnswers[Question["streets"]];

/** Answers what is asked of the streets of one network; keeps what questions share. Throws on an unknown persona. */
export function createStreetKernel(
  inputs: IsochroneInputs,
  access: NetworkAccess = createNetworkAccess(inputs),
): {
  streets(question: StreetsQuestion): StreetsAnswers[keyof StreetsAnswers];
} {
  const findEnds = createEndFinder(inputs.network, inputs.water);
  const walkDetours = createDetourWalker(inputs, access);
  let parts: NetworkPart[] | undefined;
  return {
    streets(question) {
      switch (question.streets) {
        case "ends":
          return findEnds(question);
        case "detours": {
          const persona = inputs.personas.find(({ id }) => id === question.persona);
          if (!persona) throw new Error(`There is no persona "${question.persona}".`);
          return walkDetours(persona, question);
        }
        case "joined":
          return joinStepFree(inputs, access, question);
        case "parts":
          parts ??= partsOf(inputs);
          return parts;
        case "entered":
          return Uint8Array.from(question.facilities, (place) =>
            access.entries("any", place).length > 0 ? 1 : 0,
          );
      }
    },
  };
}

function partsOf({ network }: IsochroneInputs): NetworkPart[] {
  const { componentOf, size } = findComponents(network, "any");
  const lengthM = new Float64Array(network.nodeCount);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    lengthM[componentOf[network.edgeFrom[edge]!]!]! += network.lengthM[edge]!;
  }
  const parts: NetworkPart[] = [];
  size.forEach((nodes, node) => {
    if (nodes === 0) return;
    const place = { lon: network.nodeLon[node]!, lat: network.nodeLat[node]! };
    parts.push({ node, ...place, nodes, lengthM: lengthM[node]! });
  });
  return parts.sort((a, b) => b.lengthM - a.lengthM || a.node - b.node);
}
