import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forwardGraph, reverseGraph } from "../../../server/walking/graph.ts";
import { buildHierarchy } from "../../../server/walking/hierarchy.ts";
import { buildNetwork, EDGE_KINDS, type WalkNetwork } from "../../../server/walking/network.ts";
import {
  createBucketScratch,
  createHeapScratch,
  type Seeds,
  searchBuckets,
  searchHeap,
  UNREACHED,
} from "../../../server/walking/search.ts";
import { createLaneSearch } from "../../../server/walking/search-lanes.ts";
import { edgeCentimetres, edgeCosts, FORBIDDEN } from "../../../server/walking/speed-model.ts";
import { standardParameters, standardPersona, standardPersonas } from "../../support/walking-standards.ts";

const parameters = standardParameters();
const scratch = createBucketScratch();
const LIMIT = 1_000_000;

const networks: fc.Arbitrary<WalkNetwork> = fc.integer({ min: 2, max: 24 }).chain((nodeCount) => {
  const node = fc.nat(nodeCount - 1);
  const edge = fc.record({
    from: node,
    to: node,
    kind: fc.constantFrom(...EDGE_KINDS),
    lengthM: fc.double({ min: 0, max: 400, noNaN: true }),
    climbM: fc.option(fc.double({ min: -40, max: 40, noNaN: true })),
    oneWay: fc.boolean(),
    stepFree: fc.boolean(),
    headwayS: fc.constantFrom(120, 600),
  });
  return fc.array(edge, { minLength: 1, maxLength: 60 }).map((edges) =>
    buildNetwork({
      nodes: Array.from({ length: nodeCount }, (_, index) => ({ lon: index / 1000, lat: 0 })),
      edges,
    }),
  );
});

const seedsIn = (network: WalkNetwork, numbers: readonly number[]): Seeds => ({
  nodes: numbers.map((number) => number % network.nodeCount),
  costs: numbers.map((number) => (number * 37) % 5000),
});
const costsOf = (network: WalkNetwork, id: string) => edgeCosts(network, standardPersona(id), parameters);

describe("searches", () => {
  //   0 --1 s--> 1 --1 s--> 2        0 --3 s--> 2 directly; 3 is alone
  const network = buildNetwork({
    nodes: Array.from({ length: 4 }, (_, index) => ({ lon: index / 1000, lat: 0 })),
    edges: [
      { from: 0, to: 1, kind: "path", lengthM: 1.33, climbM: 0, oneWay: true },
      { from: 1, to: 2, kind: "path", lengthM: 1.33, climbM: 0, oneWay: true },
      { from: 0, to: 2, kind: "path", lengthM: 3.99, climbM: 0, oneWay: true },
    ],
  });
  const costs = costsOf(network, "adult");

  test("find the cheaper of two ways, and nothing beyond the limit, which is inclusive", () => {
    const seeds = { nodes: [0], costs: [5] };
    const graph = forwardGraph(network, costs);
    expect([...searchBuckets(graph, seeds, { limit: 205, scratch })]).toEqual([5, 105, 205, UNREACHED]);
    expect([...searchBuckets(graph, seeds, { limit: 204, scratch })]).toEqual([5, 105, UNREACHED, UNREACHED]);
    expect([...searchBuckets(graph, seeds, { limit: 4, scratch })]).toEqual(Array(4).fill(UNREACHED));
  });

  test("on the reverse graph tell how far every node is from the seed", () => {
    const seeds = { nodes: [2], costs: [0] };
    const found = searchBuckets(reverseGraph(network, costs), seeds, { limit: LIMIT, scratch });
    expect([...found]).toEqual([200, 100, 0, UNREACHED]);
  });

  test("label each node with the seed that reaches it first", () => {
    const owners = new Int32Array(4).fill(-1);
    const seeds = { nodes: [0, 1, 1], costs: [0, 60, 50] };
    searchBuckets(forwardGraph(network, costs), seeds, { limit: LIMIT, scratch, owners });
    expect([...owners]).toEqual([0, 2, 2, -1]); // 1: 50 from seed 2 before 60 and 100; 2: 150 from seed 2
  });

  test("reuse of the heap's memory leaves nothing of the search before", () => {
    const heap = createHeapScratch(4);
    const graph = forwardGraph(network, costs);
    searchHeap(graph, { nodes: [0, 3], costs: [0, 0] }, LIMIT, heap);
    const second = searchHeap(graph, { nodes: [1], costs: [0] }, LIMIT, heap);
    expect([...second.costs]).toEqual([UNREACHED, 0, 100, UNREACHED]);
    expect([...second.reached].sort()).toEqual([1, 2]);
  });
});

describe("on any network", () => {
  const numbers = fc.array(fc.nat(9999), { minLength: 1, maxLength: 6 });
  const limits = fc.integer({ min: 0, max: 200_000 });

  test("heap and bucket search agree, whatever the limit", () => {
    fc.assert(
      fc.property(networks, numbers, limits, (network, picks, limit) => {
        const graph = forwardGraph(network, costsOf(network, "adult"));
        const seeds = seedsIn(network, picks);
        const heap = searchHeap(graph, seeds, limit, createHeapScratch(network.nodeCount));
        expect([...searchBuckets(graph, seeds, { limit, scratch })]).toEqual([...heap.costs]);
        const reached = [...heap.costs].filter((cost) => cost !== UNREACHED);
        expect([...heap.reached].map((node) => heap.costs[node])).toEqual(reached.sort((a, b) => a - b));
      }),
    );
  });

  test("many sets of seeds at once over a hierarchy cost what each costs alone", () => {
    fc.assert(
      fc.property(networks, fc.array(numbers, { maxLength: 9 }), limits, (network, picks, limit) => {
        const graph = reverseGraph(network, costsOf(network, "adult"));
        const seedSets = picks.map((each) => seedsIn(network, each));
        const alone = seedSets.map((seeds) => [...searchBuckets(graph, seeds, { limit, scratch })]);
        const together = createLaneSearch(buildHierarchy(graph), scratch)(seedSets, { limit });
        expect(together.map((costs) => [...costs])).toEqual(alone);
      }),
    );
  });

  test("a hierarchy keeps every node once, and links only to what outlasts it", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const hierarchy = buildHierarchy(forwardGraph(network, costsOf(network, "adult")));
        const { removedCount, positionOf, linkStart, arriving } = hierarchy;
        expect([...positionOf].sort((a, b) => a - b)).toEqual([...network.nodeLon.keys()]);
        for (let position = 0; position < removedCount; position++) {
          for (let link = linkStart[position]!; link < linkStart[position + 1]!; link++) {
            expect(arriving[2 * link]!).toBeGreaterThan(position);
          }
        }
      }),
    );
  });

  test("no arc is a shortcut left unused, and every cost is earned by an arc or a seed", () => {
    fc.assert(
      fc.property(networks, numbers, (network, picks) => {
        const { start, arcs } = forwardGraph(network, costsOf(network, "elderly"));
        const seeds = seedsIn(network, picks);
        const graph = { nodeCount: network.nodeCount, arcCount: arcs.length / 2, start, arcs };
        const found = searchBuckets(graph, seeds, { limit: LIMIT, scratch });
        const earned = new Set<string>();
        for (let seed = 0; seed < seeds.nodes.length; seed++) {
          expect(found[seeds.nodes[seed]!]).toBeLessThanOrEqual(seeds.costs[seed]!);
          earned.add(`${seeds.nodes[seed]} ${seeds.costs[seed]}`);
        }
        for (let node = 0; node < network.nodeCount; node++) {
          if (found[node] === UNREACHED) continue;
          for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
            const through = found[node]! + arcs[2 * arc + 1]!;
            if (through <= LIMIT) expect(found[arcs[2 * arc]!]).toBeLessThanOrEqual(through);
            earned.add(`${arcs[2 * arc]} ${through}`);
          }
        }
        found.forEach((cost, node) => {
          if (cost !== UNREACHED) expect(earned.has(`${node} ${cost}`)).toBe(true);
        });
      }),
    );
  });

  test("walking from a to b forward is walking from b to a in reverse", () => {
    fc.assert(
      fc.property(networks, fc.nat(9999), fc.nat(9999), (network, a, b) => {
        const costs = costsOf(network, "child");
        const from = { nodes: [a % network.nodeCount], costs: [0] };
        const to = { nodes: [b % network.nodeCount], costs: [0] };
        const there = searchBuckets(forwardGraph(network, costs), from, { limit: LIMIT, scratch });
        const back = searchBuckets(reverseGraph(network, costs), to, { limit: LIMIT, scratch });
        expect(there[to.nodes[0]!]).toBe(back[from.nodes[0]!]);
      }),
    );
  });

  test("the triangle inequality holds", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const graph = forwardGraph(network, costsOf(network, "adult"));
        const nodes = Array.from({ length: network.nodeCount }, (_, node) => node);
        const from = nodes.map((node) =>
          searchBuckets(graph, { nodes: [node], costs: [0] }, { limit: LIMIT, scratch }),
        );
        // by way of any third place it is never nearer, and no place is away from itself
        for (const a of nodes) {
          expect(from[a]![a]).toBe(0);
          for (const b of nodes) {
            if (from[a]![b] === UNREACHED) continue;
            const nearer = nodes.filter((c) => from[a]![b]! + from[b]![c]! < Math.min(LIMIT, from[a]![c]!));
            expect(nearer).toEqual([]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("where everything is flat and two-way, there is as far as back", () => {
    fc.assert(
      fc.property(networks, fc.nat(9999), (network, a) => {
        const kinds = network.edgeKind.map((kind) => (EDGE_KINDS[kind] === "escalator" ? 1 : kind));
        const flat = {
          ...network,
          edgeKind: kinds,
          climbM: network.climbM.map(() => 0),
          oneWay: network.oneWay.map(() => 0),
        };
        const costs = costsOf(flat, "adult");
        const seeds = { nodes: [a % network.nodeCount], costs: [0] };
        expect(searchBuckets(forwardGraph(flat, costs), seeds, { limit: LIMIT, scratch })).toEqual(
          searchBuckets(reverseGraph(flat, costs), seeds, { limit: LIMIT, scratch }),
        );
      }),
    );
  });

  test("one more facility takes nobody farther", () => {
    fc.assert(
      fc.property(networks, numbers, fc.nat(9999), (network, picks, more) => {
        const graph = reverseGraph(network, costsOf(network, "adult"));
        const before = searchBuckets(graph, seedsIn(network, picks), { limit: LIMIT, scratch });
        const after = searchBuckets(graph, seedsIn(network, [...picks, more]), { limit: LIMIT, scratch });
        after.forEach((cost, node) => {
          expect(cost).toBeLessThanOrEqual(before[node]!);
        });
      }),
    );
  });

  test("a wheelchair is nowhere sooner than an adult, in seconds and in metres", () => {
    expect(standardPersonas().size).toBe(5);
    fc.assert(
      fc.property(networks, numbers, (network, picks) => {
        const seeds = seedsIn(network, picks);
        const found = (id: string, metres: boolean) => {
          const seconds = costsOf(network, id);
          const graph = forwardGraph(network, metres ? edgeCentimetres(network, seconds) : seconds);
          return searchBuckets(graph, seeds, { limit: LIMIT, scratch });
        };
        for (const metres of [false, true]) {
          const adult = found("adult", metres);
          found("wheelchair", metres).forEach((cost, node) => {
            expect(cost).toBeGreaterThanOrEqual(adult[node]!);
          });
        }
      }),
    );
  });

  test("forbidden directions make no arcs", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const costs = costsOf(network, "wheelchair");
        const allowed = [...costs.forward, ...costs.reverse].filter((cost) => cost !== FORBIDDEN).length;
        expect(forwardGraph(network, costs).arcCount).toBe(allowed);
        expect(reverseGraph(network, costs).arcCount).toBe(allowed);
      }),
    );
  });
});
