// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { INITIAL_STATE } from "../../../src/state/app-state.ts";
import { setMode } from "../../../src/state/appearance.ts";
import { followAreaHistory } from "../../../src/state/area-history.ts";
import { drawBeside, stopDrawingBeside } from "../../../src/state/draw-beside.ts";
import {
  discardSketch,
  redo,
  removeRing,
  resumeSketch,
  setPen,
  setSketch,
  startShape,
  takeShape,
  undo,
} from "../../../src/state/drawing.ts";
import { shareAddress } from "../../../src/state/share-address.ts";
import { askAboutZone, clearArea, setDrawnArea, stopDrawing } from "../../../src/state/sheet.ts";
import { openShortLink } from "../../../src/state/short-link.ts";
import { useApp } from "../../../src/state/store.ts";
import { lineAlong, takeStreets } from "../../../src/state/street-legs.ts";

const square = (west: number, south: number, side: number) => ({
  type: "Polygon" as const,
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});
const BIG = square(1, 1, 4);
const area = () => useApp.getState().area;
let stop: () => void;

beforeEach(() => {
  useApp.setState(INITIAL_STATE, true);
  stop = followAreaHistory();
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

describe("drawing for what is open beside the map", () => {
  test("leaves it open, gives it the area, and keeps no corner where it is given up", () => {
    useApp.setState({ mode: "projects", projectsView: "entry" });
    drawBeside();
    expect(useApp.getState()).toMatchObject({ mode: "projects", tool: "draw", area: null });
    takeShape(BIG);
    expect(useApp.getState()).toMatchObject({ mode: "projects", projectsView: "entry", tool: "none" });
    expect(area()).toEqual(BIG);
    drawBeside();
    setSketch({ shape: "polygon", corners: [[1, 1]] });
    stopDrawingBeside();
    expect(useApp.getState()).toMatchObject({ mode: "projects", tool: "none", sketch: null, area: BIG });
  });
});

describe("undo and redo", () => {
  test("go over everything that changes the area, and a new change ends what could be redone", () => {
    setDrawnArea(BIG);
    askAboutZone("core:a");
    clearArea();
    undo();
    expect(area()).toEqual({ zone: "core:a" });
    undo();
    expect(area()).toEqual(BIG);
    expect(useApp.getState().tool).toBe("edit");
    undo();
    expect(area()).toBeNull();
    // nothing is left to undo
    undo();
    expect(area()).toBeNull();
    redo();
    redo();
    expect(area()).toEqual({ zone: "core:a" });
    setDrawnArea(square(2, 2, 1));
    redo();
    expect(area()).toEqual(square(2, 2, 1));
    undo();
    expect(area()).toEqual({ zone: "core:a" });
  });

  test("take back a corner while there is one under the pen, and not the area", () => {
    setDrawnArea(BIG);
    startShape("polygon");
    setSketch({ shape: "polygon", corners: [[1, 1]] });
    undo();
    expect(area()).toEqual(BIG);
    expect(useApp.getState().penOrder).toEqual({ name: "undo", count: 1 });
  });
});

describe("what is drawn and not yet closed", () => {
  const corners = [
    [1, 1],
    [2, 1],
  ] as const;

  test("stays when the pen is put down, the mode is changed or another shape is taken up", () => {
    startShape("polygon");
    setSketch({ shape: "polygon", corners });
    stopDrawing();
    setMode("explore");
    setMode("analyse");
    expect(useApp.getState().sketch).toEqual({ shape: "polygon", corners });
    startShape("circle");
    expect(useApp.getState().sketch).toEqual({ shape: "polygon", corners });
    // the same corners, from now on along streets
    startShape("streets");
    expect(useApp.getState().sketch).toEqual({ shape: "streets", corners });
    stopDrawing();
    resumeSketch(useApp.getState().sketch!);
    expect(useApp.getState()).toMatchObject({ tool: "draw", pen: { shape: "streets" }, sketch: { corners } });
    discardSketch();
    expect(useApp.getState().sketch).toBeNull();
  });

  test("stays where a circle is drawn meanwhile, and goes into the area that is closed", () => {
    setSketch({ shape: "polygon", corners });
    startShape("circle");
    takeShape(square(7, 7, 1));
    expect(useApp.getState().sketch).toEqual({ shape: "polygon", corners });
    startShape("polygon");
    takeShape(BIG);
    expect(useApp.getState().sketch).toBeNull();
  });
});

describe("a closed shape", () => {
  test("takes the place of the area, joins it or is cut out of it, and the next is a new area again", () => {
    takeShape(BIG);
    setPen({ combine: "cut" });
    takeShape(square(2, 2, 1));
    expect(area()).toMatchObject({ type: "Polygon" });
    expect((area() as typeof BIG).coordinates).toHaveLength(2);
    expect(useApp.getState().pen.combine).toBe("replace");
    setPen({ combine: "add" });
    takeShape(square(8, 8, 1));
    expect(area()).toMatchObject({ type: "MultiPolygon" });
    takeShape(square(3, 3, 1));
    expect(area()).toEqual(square(3, 3, 1));
  });

  test("that cuts nothing away, or all, is kept with the reason and the area unchanged", () => {
    takeShape(BIG);
    setPen({ combine: "cut" });
    takeShape(square(8, 8, 1));
    const { penTrouble, sketch } = useApp.getState();
    expect(penTrouble).toBe("nothing-cut");
    expect(sketch?.corners).toEqual([
      [8, 8],
      [9, 8],
      [9, 9],
      [8, 9],
    ]);
    expect(area()).toEqual(BIG);
    setPen({ combine: "cut" });
    takeShape(square(0, 0, 9));
    expect(useApp.getState().penTrouble).toBe("nothing-left");
    expect(area()).toEqual(BIG);
  });

  test("loses a hole, or a part, that is taken out of it; the last part stays", () => {
    const [outer] = BIG.coordinates;
    const [hole] = square(2, 2, 1).coordinates;
    const [other] = square(8, 8, 1).coordinates;
    setDrawnArea({ type: "MultiPolygon", coordinates: [[outer!, hole!], [other!]] });
    removeRing(0, 1);
    expect(area()).toEqual({ type: "MultiPolygon", coordinates: [[outer], [other]] });
    removeRing(0, 0);
    expect(area()).toEqual({ type: "Polygon", coordinates: [other] });
    removeRing(0, 0);
    expect(area()).toEqual({ type: "Polygon", coordinates: [other] });
  });
});

describe("along streets", () => {
  const CORNERS = [
    [1, 1],
    [3, 1],
    [3, 3],
  ] as const;

  test("a leg without a way is straight, one with a way follows it", () => {
    const legs = {
      "1.000000,1.000000;3.000000,1.000000": [
        [1, 1],
        [2, 0.5],
        [3, 1],
      ],
      "3.000000,1.000000;3.000000,3.000000": null,
    } as const;
    expect(lineAlong(CORNERS, legs)).toEqual([
      [1, 1],
      [2, 0.5],
      [3, 1],
      [3, 1],
      [3, 3],
    ]);
  });

  test("the way back is asked for too before the ring becomes the area", async () => {
    const asked: string[] = [];
    vi.stubGlobal("fetch", (address: string) => {
      const { searchParams } = new URL(address);
      asked.push(`${searchParams.get("from")} ${searchParams.get("to")}`);
      const [from, to] = [searchParams.get("from")!, searchParams.get("to")!].map((text) =>
        text.split(",").map(Number),
      );
      // a bend half a degree east of each leg's middle
      const bend = [(from![0]! + to![0]!) / 2 + 0.5, (from![1]! + to![1]!) / 2];
      return Promise.resolve(
        asked.length === 2
          ? reply({ error: { code: "not-on-network", message: "No way." } }, 422)
          : reply({ coordinates: [from, bend, to], lengthM: 1 }),
      );
    });
    useApp.setState({ district: "500000", pen: { ...INITIAL_STATE.pen, shape: "streets" } });
    await takeStreets(CORNERS);
    expect(asked).toEqual(["1,1 3,1", "3,1 3,3", "3,3 1,1"]);
    expect(area()).toEqual({
      type: "Polygon",
      // the second leg, of which there is no way, is straight
      coordinates: [
        [
          [1, 1],
          [2.5, 1],
          [3, 1],
          [3, 3],
          [2.5, 2],
          [1, 1],
        ],
      ],
    });
  });
});

describe("an address to share", () => {
  // 1,800 characters go as they are, one more is shortened
  const hashOf = (length: number) => `#${"a".repeat(length)}`;

  test("goes as it is up to 1,800 characters", async () => {
    location.hash = hashOf(1_800);
    expect(await shareAddress()).toMatchObject({ kind: "whole" });
  });

  test("is shortened beyond, and the short one opens the whole state again", async () => {
    location.hash = hashOf(1_801);
    vi.stubGlobal("fetch", () => Promise.resolve(reply({ id: "abcdefghij" }, 201)));
    const shared = await shareAddress();
    expect(shared.kind).toBe("short");
    expect(shared.address.endsWith("#s=abcdefghij")).toBe(true);
    location.hash = "#s=abcdefghij";
    vi.stubGlobal("fetch", () => Promise.resolve(reply({ fragment: "mode=analyse" })));
    await openShortLink();
    expect(location.hash).toBe("#mode=analyse");
    expect(useApp.getState().linkFailure).toBeNull();
  });

  test("stays long where the service may not keep links, with the reason", async () => {
    location.hash = hashOf(1_801);
    const refusal = { error: { code: "forbidden", message: "You may not write link here." } };
    vi.stubGlobal("fetch", () => Promise.resolve(reply(refusal, 403)));
    const shared = await shareAddress();
    expect(shared).toMatchObject({ kind: "long", failure: { code: "forbidden" } });
    expect(shared.address.endsWith(hashOf(1_801))).toBe(true);
  });

  test("that is not known leaves the page as it is and says so", async () => {
    location.hash = "#s=AAAAAAAAAA";
    const refusal = { error: { code: "not-found", message: "There is no link." } };
    vi.stubGlobal("fetch", () => Promise.resolve(reply(refusal, 404)));
    await openShortLink();
    expect(useApp.getState().linkFailure?.code).toBe("not-found");
    expect(location.hash).toBe("#s=AAAAAAAAAA");
  });
});
