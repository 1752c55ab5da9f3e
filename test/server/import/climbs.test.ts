import { describe, expect, test } from "vitest";
import { climbOf } from "../../../server/import/osm/climbs.ts";
import type { GraphEdge } from "../../../server/import/osm/walk-graph.ts";
import { readWalkLine } from "../../../server/import/osm/walk-line.ts";

const PARAMETERS = {
  stairRiserM: 0.155,
  levelBetweenStairsM: 30,
  stairsDirectionM: 3,
  liftRiseMinM: 1,
  deckGradeMax: 0.12,
};

/** The rise of a deck of 50 m whose far end lies so many metres above its near end. */
function deckClimb(tags: Record<string, string>, riseM: number) {
  const line = { ...readWalkLine(tags, 0.9)!, id: "w1", sourceId: "way/1", places: [0, 1] };
  const span = { from: 1, to: 2, places: [0, 1], startM: 0, lengthM: 50, wholeM: 50 };
  const edge: GraphEdge = { ...span, id: "w1.0", line, signal: false, stepFree: true };
  const ground = new Map([
    [1, 200],
    [2, 200 + riseM],
  ]);
  return climbOf(edge, { ground, span: new Map(), surface: () => null }, PARAMETERS, new Set());
}

describe("a deck", () => {
  const bridge = { highway: "footway", bridge: "yes" };

  test("rises as its ends do, up to the steepest that is built", () => {
    // 6 m over 50 m is 12 %
    expect(deckClimb(bridge, 6)).toEqual({ climbM: 6, source: "interpolated" });
    expect(deckClimb(bridge, -6)).toEqual({ climbM: -6, source: "interpolated" });
  });

  test("that its ends would make steeper has an unknown rise, up or down", () => {
    const unknown = { climbM: null, source: "unknown", tooSteep: true };
    expect(deckClimb(bridge, 6.1)).toEqual(unknown);
    expect(deckClimb(bridge, -6.1)).toEqual(unknown);
    expect(deckClimb({ highway: "residential", tunnel: "yes", layer: "-1" }, 20)).toEqual(unknown);
    expect(deckClimb({ highway: "footway", tunnel: "building_passage" }, 20)).toEqual(unknown);
  });

  test("below the ground and for people on foot may hide stairs: it rises as its ends do", () => {
    expect(deckClimb({ highway: "footway", tunnel: "yes", layer: "-3" }, 20)).toMatchObject({ climbM: 20 });
  });
});
