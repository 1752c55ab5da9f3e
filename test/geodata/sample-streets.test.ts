import { beforeAll, describe, expect, it } from "vitest";
import { controlRows, placeOf } from "../../geodata/generate/control.ts";
import { buildElevation } from "../../geodata/generate/elevation.ts";
import { drawLines, placeStations } from "../../geodata/generate/metro.ts";
import { buildNetwork, type Network } from "../../geodata/generate/network.ts";
import { distanceM, distanceToLineM, isInside, toPlane } from "../../geodata/generate/plane.ts";
import { isOnLand, type Outline, readOutline } from "../../geodata/generate/ring.ts";
import { SAMPLE_SEED } from "../../geodata/generate/sample-district.ts";
import { spatialHash } from "../../geodata/generate/spatial-hash.ts";
import { crossing } from "../../geodata/generate/street-drawing.ts";
import { streetEdges } from "../../geodata/generate/street-edges.ts";
import { layStreetPlan, type StreetPlan } from "../../geodata/generate/street-plan.ts";
import { isStreet } from "../../geodata/generate/streets.ts";
import type { WalkEdge } from "../../geodata/generate/walk-network.ts";

let outline: Outline;
let plan: StreetPlan;
let network: Network;

beforeAll(() => {
  outline = readOutline();
  const elevation = buildElevation(outline, SAMPLE_SEED);
  plan = layStreetPlan(outline, elevation, SAMPLE_SEED);
  const streets = streetEdges(plan, { elevation, isWooded: () => false, seed: SAMPLE_SEED });
  network = buildNetwork({ outline, elevation, streets, seed: SAMPLE_SEED });
}, 300_000);

const isLaidOut = ({ id }: WalkEdge) => id.startsWith("street/") || id.startsWith("crossing/");

describe("the streets of the sample district", () => {
  it("run on land, down to the bank and no further", () => {
    const wet = network.edges.filter(isLaidOut).flatMap(({ line }) =>
      line.filter((place) => {
        if (isOnLand(outline, place)) return false;
        const { yangtzeBank, jialingBank, boundaryOnLand } = outline;
        const edges = [yangtzeBank, jialingBank, boundaryOnLand];
        return Math.min(...edges.map((edge) => distanceToLineM(place, edge))) > 1;
      }),
    );
    expect(wet).toEqual([]);
  });

  it("meet only at junctions", () => {
    const pieces = network.edges
      .filter(isLaidOut)
      .flatMap(({ line }) => line.slice(1).map((b, at) => [line[at]!, b] as const));
    const hash = spatialHash<number>(60);
    const found: unknown[] = [];
    pieces.forEach(([a, b], number) => {
      for (const other of hash.near(a, distanceM(a, b) + 1)) {
        const cut = crossing(a, b, pieces[other]![0], pieces[other]![1]);
        if (!cut) continue;
        // touching at an end of both is a junction
        const atEnds = cut.every((share) => share < 1e-6 || share > 1 - 1e-6);
        if (!atEnds) found.push([a, b, cut]);
      }
      hash.add(number, a, b);
    });
    expect(found).toEqual([]);
  });

  it("leave a street to every block, but for the bar and a few pieces at the boundary", () => {
    const without = plan.land.filter(
      ({ edges }) => !edges.some((edge) => isStreet(plan.streets[plan.graph.edges[edge]!.street]!.rank)),
    );
    expect(without.length).toBeGreaterThanOrEqual(outline.bars.length);
    expect(without.length / plan.land.length).toBeLessThan(0.005);
  });

  it("are of every class a map of the district shows", () => {
    const lengthOf = (roadClass: string) =>
      network.edges
        .filter((edge) => edge.roadClass === roadClass && !edge.context)
        .reduce((sum, { lengthM }) => sum + lengthM, 0) / 1_000;
    // an extract of the real one, April 2026, dual carriageways counted once: 48, 48, 28, 69, 44, 79 and 11 km
    expect(lengthOf("primary")).toBeGreaterThan(30);
    expect(lengthOf("secondary")).toBeGreaterThan(25);
    expect(lengthOf("tertiary")).toBeGreaterThan(25);
    for (const [roadClass, least, most] of [
      ["residential", 55, 95],
      ["service", 20, 60],
      ["footway", 55, 105],
      ["stairs", 10, 35],
    ] as const) {
      expect(lengthOf(roadClass)).toBeGreaterThan(least);
      expect(lengthOf(roadClass)).toBeLessThan(most);
    }
  });
});

describe("the bridges of the sample district", () => {
  it("land in the streets, and on a road across the river", () => {
    const bridges = network.edges.filter(({ kind }) => kind === "bridge");
    expect(bridges.map(({ id }) => id)).toContain("bridge/shibanpo");
    expect(bridges.map(({ id }) => id)).toContain("bridge/caiyuanba");
    for (const { from, to } of bridges) {
      const at = (node: number) => network.edges.filter((edge) => edge.from === node || edge.to === node);
      expect(at(from).some(({ kind, context }) => kind !== "bridge" && !context)).toBe(true);
      expect(at(to).some(({ kind, context }) => kind === "road" && context)).toBe(true);
      expect(isOnLand(outline, network.nodes[from]!.place)).toBe(true);
      expect(isInside(network.nodes[to]!.place, outline.districtRing)).toBe(false);
    }
  });

  it("carry the trunk road from river to river through its tunnel", () => {
    const [shibanpo, tunnel, huanghuayuan] = ["shibanpo", "shihuang", "huanghuayuan"].map(
      (name) => network.structures.find(({ id }) => id === name)!,
    );
    expect(tunnel).toMatchObject({ kind: "tunnel", roadClass: "trunk", walkable: false });
    expect(tunnel!.line[0]).toEqual(shibanpo!.line[0]);
    expect(tunnel!.line.at(-1)).toEqual(huanghuayuan!.line[0]);
  });
});

describe("the banks of the sample district", () => {
  it("have the bar apart from them, slim, in the Yangtze", () => {
    for (const bar of outline.bars) {
      for (const place of bar) {
        expect(isInside(place, outline.landRing)).toBe(false);
        expect(isInside(place, outline.districtRing)).toBe(true);
        expect(distanceToLineM(place, outline.yangtzeBank)).toBeGreaterThan(40);
      }
      const [west, east] = [Math.min(...bar.map(([x]) => x)), Math.max(...bar.map(([x]) => x))];
      const widths = Array.from({ length: 20 }, (_, at) => {
        const near = bar.filter(([x]) => Math.abs(x - (west + ((east - west) * (at + 0.5)) / 20)) < 80);
        return Math.max(...near.map(([, y]) => y)) - Math.min(...near.map(([, y]) => y));
      });
      expect((east - west) / Math.max(...widths)).toBeGreaterThan(7);
    }
  });
});

describe("the metro lines of the sample district", () => {
  it("pass through their stations and bend where those lie far apart", () => {
    const stations = placeStations(outline.plane, network);
    const placeByName = new Map(stations.map(({ nameZh, place }) => [nameZh, place]));
    const lines = drawLines(outline.plane, stations);
    controlRows("metro-line").forEach((row, number) => {
      const { line } = lines[number]!;
      const stops = row
        .course!.split(";")
        .map((stop) => placeByName.get(stop))
        .filter((place) => place !== undefined);
      for (const stop of stops) expect(line).toContainEqual(stop);
      stops.slice(1).forEach((to, at) => {
        const from = stops[at]!;
        if (distanceM(from, to) < 1_000) return;
        const between = line.slice(line.indexOf(from), line.indexOf(to));
        expect(Math.max(...between.map((place) => distanceToLineM(place, [from, to])))).toBeGreaterThan(25);
      });
    });
  });

  it("serve the stations that name them", () => {
    const courses = new Map(controlRows("metro-line").map((row) => [row.ref!, row.course!.split(";")]));
    for (const row of controlRows("metro-station")) {
      for (const ref of row.lines!.split(";")) expect(courses.get(ref)).toContain(row.name_zh);
      expect(toPlane(outline.plane, placeOf(row)).every(Number.isFinite)).toBe(true);
    }
  });
});
