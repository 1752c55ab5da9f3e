import { kindNumber, type WalkNetwork } from "./network.ts";

const STAIRS = kindNumber("stairs");
const ESCALATOR = kindNumber("escalator");
const PATH = kindNumber("path");

/**
 * The network as a flat map has it: no slopes, stairs and escalators like level paths walked both ways by everyone, no
 * waiting at crossings. Lifts, cableways and one-way paths stay as they are. For comparing a flat map with the real one.
 */
export function flatNetwork(network: WalkNetwork): WalkNetwork {
  const { edgeKind } = network;
  const isStairs = (edge: number) => edgeKind[edge] === STAIRS || edgeKind[edge] === ESCALATOR;
  return {
    ...network,
    edgeKind: edgeKind.map((kind, edge) => (isStairs(edge) ? PATH : kind)),
    climbM: network.climbM.map(() => 0),
    oneWay: network.oneWay.map((oneWay, edge) => (isStairs(edge) ? 0 : oneWay)),
    stepFree: network.stepFree.map((stepFree, edge) => (isStairs(edge) ? 1 : stepFree)),
    signal: network.signal.map(() => 0),
    modelled: network.modelled.map(() => 0),
    openHours: new Map([...network.openHours].filter(([edge]) => edgeKind[edge] !== ESCALATOR)),
    fares: new Map([...network.fares].filter(([edge]) => edgeKind[edge] !== ESCALATOR)),
  };
}
