import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { encodeTile } from "../../../server/tiles/encoder.ts";
import { latOfWorldY, lonOfWorldX, tileBounds } from "../../../server/tiles/world.ts";
import { type DecodedLayer, decodeTile, featureArea, ringArea } from "../../support/decode-tile.ts";
import { layerOf, type TestFeature } from "../../support/geojson-layer.ts";

const TILE = { z: 14, x: 13_043, y: 6_755 };
const OPTIONS = { name: "test", buffer: 64 };

/** The place of tile units (x east, y south) of TILE in degrees. */
function at(x: number, y: number): Position {
  const { west, north, size } = tileBounds(TILE);
  return [lonOfWorldX(west + (x / 4096) * size), latOfWorldY(north + (y / 4096) * size)];
}

const ring = (...corners: [number, number][]) => [...corners, corners[0]!].map(([x, y]) => at(x, y));
const square = (x: number, y: number, side: number) =>
  ring([x, y], [x + side, y], [x + side, y + side], [x, y + side]);
const polygon = (id: string, ...rings: Position[][]): TestFeature => ({
  id,
  geometry: { type: "Polygon", coordinates: rings },
});

function cut(
  features: TestFeature[],
  attributes: string[] = [],
  tile = TILE,
  options = OPTIONS,
): DecodedLayer {
  const bytes = encodeTile(layerOf(features, attributes), tile, options);
  if (!bytes) throw new Error("The tile is empty.");
  const layers = decodeTile(bytes);
  expect(layers).toHaveLength(1);
  return layers[0]!;
}

describe("a tile holds", () => {
  it("the layer of version 2 with its name and extent", () => {
    const layer = cut([polygon("a", square(100, 100, 50))]);
    expect(layer).toMatchObject({ name: "test", version: 2, extent: 4096 });
  });

  it("vertices where they are, to the unit", () => {
    const [feature] = cut([polygon("a", ring([100, 200], [300, 200], [300, 500], [100, 400]))]).features;
    expect(feature!.parts).toHaveLength(1);
    expect(new Set(feature!.parts[0]!.map(String))).toEqual(
      new Set(["100,200", "300,200", "300,500", "100,400"]),
    );
  });

  it("attributes of each kind, with null left out and equal values once", () => {
    const layer = cut(
      [
        {
          ...polygon("w1", square(0, 0, 50)),
          use: "office",
          floors: 3,
          bridge: true,
          depth: -4,
          height: 10.5,
        },
        {
          ...polygon("w2", square(100, 0, 50)),
          use: "office",
          floors: null,
          bridge: false,
          depth: -4,
          height: 10.5,
        },
      ],
      ["use", "floors", "bridge", "depth", "height"],
    );
    const byId = new Map(layer.features.map((feature) => [feature.attributes.id, feature.attributes]));
    expect(byId.get("w1")).toEqual({
      id: "w1",
      use: "office",
      floors: 3,
      bridge: true,
      depth: -4,
      height: 10.5,
    });
    expect(byId.get("w2")).toEqual({ id: "w2", use: "office", bridge: false, depth: -4, height: 10.5 });
    expect(layer.values.filter((value) => value === "office")).toHaveLength(1);
    expect(new Set(layer.values).size).toBe(layer.values.length);
  });

  it("feature ids that hang on the string id alone", () => {
    const alone = cut([polygon("w7", square(0, 0, 50))]).features[0]!.id;
    const among = cut([polygon("w1", square(500, 0, 50)), polygon("w7", square(900, 0, 50))]).features;
    expect(among.find((feature) => feature.attributes.id === "w7")!.id).toBe(alone);
    expect(new Set(among.map((feature) => feature.id)).size).toBe(2);
  });

  it("the same bytes each time", () => {
    const features = [polygon("b", square(10, 10, 50)), polygon("a", square(900, 900, 50))];
    expect(encodeTile(layerOf(features), TILE, OPTIONS)).toEqual(
      encodeTile(layerOf(features), TILE, OPTIONS),
    );
  });

  it("nothing where no feature is near", () => {
    expect(encodeTile(layerOf([polygon("a", square(9000, 0, 50))]), TILE, OPTIONS)).toBeUndefined();
    expect(encodeTile(layerOf([]), TILE, OPTIONS)).toBeUndefined();
  });

  it("a feature from its own lowest zoom on", () => {
    const hidden = [{ ...polygon("a", square(0, 0, 50)), minZoom: 15 }];
    expect(encodeTile(layerOf(hidden), TILE, OPTIONS)).toBeUndefined();
    const shown = [{ ...polygon("a", square(0, 0, 50)), minZoom: 14 }];
    expect(encodeTile(layerOf(shown), TILE, OPTIONS)).toBeDefined();
  });
});

describe("polygons", () => {
  it("turn outer rings one way and holes the other, however they came", () => {
    const outer = square(100, 100, 400);
    const hole = square(200, 200, 100);
    for (const rings of [
      [outer, hole],
      [[...outer].reverse(), hole],
      [outer, [...hole].reverse()],
    ]) {
      const [feature] = cut([polygon("a", ...rings)]).features;
      expect(feature!.parts.map(ringArea)).toEqual([160_000, -10_000]);
    }
  });

  it("keep each outer ring of a multipolygon before its holes", () => {
    const layer = cut([
      {
        id: "m",
        geometry: {
          type: "MultiPolygon",
          coordinates: [[square(0, 0, 100), square(20, 20, 40)], [square(500, 0, 200)]],
        },
      },
    ]);
    expect(layer.features[0]!.parts.map(ringArea)).toEqual([10_000, -1_600, 40_000]);
  });

  it("end at the buffer: 64 units of a square that crosses the edge stay", () => {
    // from −500 to 500 both ways, cut at −64: 564 × 564
    const [feature] = cut([polygon("a", square(-500, -500, 1000))]).features;
    expect(featureArea(feature!)).toBe(564 * 564);
    expect(Math.min(...feature!.parts[0]!.flat())).toBe(-64);
  });

  it("that hold the whole tile fill it to the buffer", () => {
    const [feature] = cut([polygon("a", square(-9000, -9000, 40_000))]).features;
    expect(featureArea(feature!)).toBe((4096 + 128) ** 2);
  });

  it("share the area of a shape among the tiles it crosses", () => {
    // a triangle of 6,000 × 3,000 ÷ 2 over the corner of four tiles, without buffer
    const triangle = polygon("t", ring([1000, 3000], [7000, 3000], [1000, 6000]));
    const layer = layerOf([triangle]);
    let area = 0;
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const bytes = encodeTile(layer, { z: 14, x: TILE.x + dx, y: TILE.y + dy }, { name: "t", buffer: 0 });
      if (bytes) area += featureArea(decodeTile(bytes)[0]!.features[0]!);
    }
    expect(area / 9_000_000).toBeCloseTo(1, 3);
  });

  it("drop vertices on a straight edge but keep the corners", () => {
    const withMiddle = ring([0, 0], [100, 0], [200, 0], [200, 200], [100, 200], [0, 200]);
    expect(cut([polygon("a", withMiddle)]).features[0]!.parts[0]).toHaveLength(4);
  });

  it("too small to see keep their area together: 400 of a quarter unit are 25 specks of 4 units", () => {
    const sheds = Array.from({ length: 400 }, (_, place) =>
      polygon(`s${place}`, square(100 + (place % 20) * 10, 100 + Math.floor(place / 20) * 10, 0.5)),
    );
    const layer = cut(sheds);
    const area = layer.features.reduce((sum, feature) => sum + featureArea(feature), 0);
    expect(Math.abs(area - 100)).toBeLessThanOrEqual(4);
    expect(layer.features.every((feature) => featureArea(feature) === 4)).toBe(true);
  });

  it("lose a hole too small to see, and no hole is drawn without its outer ring", () => {
    const [feature] = cut([polygon("a", square(0, 0, 100), square(50, 50, 0.5))]).features;
    expect(feature!.parts).toHaveLength(1);
  });
});

describe("lines", () => {
  const line = (id: string, ...places: [number, number][]): TestFeature => ({
    id,
    geometry: { type: "LineString", coordinates: places.map(([x, y]) => at(x, y)) },
  });

  it("are cut where they leave the buffer and go on where they come back", () => {
    const [feature] = cut([line("l", [100, 100], [-500, 100], [-500, 300], [100, 300])]).features;
    expect(feature!.type).toBe(2);
    expect(feature!.parts).toEqual([
      [
        [100, 100],
        [-64, 100],
      ],
      [
        [-64, 300],
        [100, 300],
      ],
    ]);
  });

  it("that only pass a corner outside are left out", () => {
    expect(encodeTile(layerOf([line("l", [-200, 10], [10, -200])]), TILE, OPTIONS)).toBeUndefined();
  });

  it("keep a bend of 2 units and drop one of half a unit", () => {
    expect(cut([line("l", [0, 0], [500, 2], [1000, 0])]).features[0]!.parts[0]).toHaveLength(3);
    expect(cut([line("l", [0, 0], [500, 0.6], [1000, 0])]).features[0]!.parts[0]).toHaveLength(2);
  });
});

describe("points", () => {
  const point = (id: string, x: number, y: number): TestFeature => ({
    id,
    geometry: { type: "Point", coordinates: at(x, y) },
  });

  it("stand in the tile and in the buffer of the next, edge included", () => {
    const layer = cut([point("in", 10, 10), point("edge", -64, 0), point("out", -65, 0)]);
    expect(layer.features.map((feature) => feature.attributes.id).sort()).toEqual(["edge", "in"]);
    expect(layer.features.find((feature) => feature.attributes.id === "edge")!.parts).toEqual([[[-64, 0]]]);
  });

  it("of a multipoint come together", () => {
    const layer = cut([
      { id: "m", geometry: { type: "MultiPoint", coordinates: [at(1, 2), at(9000, 0), at(5, 6)] } },
    ]);
    expect(layer.features[0]!.parts).toEqual([[[1, 2]], [[5, 6]]]);
  });
});

describe("zooms", () => {
  it("from 0 to 20 draw a place where it belongs", () => {
    const layer = layerOf([{ id: "p", geometry: { type: "Point", coordinates: [106.57, 29.56] } }]);
    for (let z = 0; z <= 20; z++) {
      const x = Math.floor(((106.57 + 180) / 360) * 2 ** z);
      const sine = Math.sin((29.56 * Math.PI) / 180);
      const exactY = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z;
      const y = Math.floor(exactY);
      const bytes = encodeTile(layer, { z, x, y }, OPTIONS);
      const [[place]] = decodeTile(bytes!)[0]!.features[0]!.parts as [[[number, number]]];
      expect(place[0]).toBeCloseTo((((106.57 + 180) / 360) * 2 ** z - x) * 4096, -0.4);
      expect(place[1]).toBeCloseTo((exactY - y) * 4096, -0.4);
    }
  });
});
