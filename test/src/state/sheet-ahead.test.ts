// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { INITIAL_STATE } from "../../../src/state/app-state.ts";
import { setSketch, startShape } from "../../../src/state/drawing.ts";
import { followSketch, selectSketchQuestion } from "../../../src/state/follow-sketch.ts";
import { followQuestion, setDrawnArea } from "../../../src/state/sheet.ts";
import { useApp } from "../../../src/state/store.ts";

type Corner = readonly [number, number];
const SQUARE: readonly Corner[] = [
  [106.5, 29.5],
  [106.51, 29.5],
  [106.51, 29.51],
  [106.5, 29.51],
];
const setCorners = (corners: readonly Corner[]) =>
  useApp.setState({ sketch: { shape: "polygon", corners: [...corners] } });
const close = (corners: readonly Corner[]) =>
  setDrawnArea({ type: "Polygon", coordinates: [[...corners, corners[0]!].map((corner) => [...corner])] });

const fetched = vi.fn<typeof fetch>();
const signalOf = (call: number) => fetched.mock.calls[call]![1]!.signal!;
let stops: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  fetched.mockReset();
  fetched.mockImplementation(async () => Response.json({ result: {}, dataVersion: 1 }));
  vi.stubGlobal("fetch", fetched);
  useApp.setState({
    ...INITIAL_STATE,
    district: "500000",
    start: { status: "done", params: null, result: null } as never,
  });
  stops = [followQuestion(), followSketch()];
  startShape("polygon");
});
afterEach(() => {
  for (const stop of stops) stop();
  useApp.setState(INITIAL_STATE);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("corners are asked about as if they were closed, and closing asks nothing again, whichever way round", async () => {
  setCorners(SQUARE);
  await vi.advanceTimersByTimeAsync(200);
  expect(fetched).toHaveBeenCalledTimes(1);
  const [first, ...others] = SQUARE;
  close([first!, ...others.toReversed()]);
  await vi.advanceTimersByTimeAsync(0);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(useApp.getState().sheet).toMatchObject({ status: "done", result: { dataVersion: 1 } });
});

test("corners set quickly are one question, a further one later puts it off", async () => {
  setCorners(SQUARE.slice(0, 3));
  await vi.advanceTimersByTimeAsync(50);
  setCorners(SQUARE);
  await vi.advanceTimersByTimeAsync(200);
  expect(fetched).toHaveBeenCalledTimes(1);
  setCorners([...SQUARE, [106.495, 29.505]]);
  await vi.advanceTimersByTimeAsync(200);
  expect(fetched).toHaveBeenCalledTimes(2);
  expect([signalOf(0).aborted, signalOf(1).aborted]).toEqual([true, false]);
});

test("the pointer on its way with the same corners set does not put the question off", async () => {
  for (let move = 0; move < 10; move++) {
    setSketch({ shape: "polygon", corners: SQUARE.map(([lon, lat]) => [lon, lat]) });
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(fetched).toHaveBeenCalledTimes(1);
});

test("another area than the corners is asked about in earnest, and the one ahead is given up", async () => {
  setCorners(SQUARE);
  await vi.advanceTimersByTimeAsync(200);
  close([...SQUARE.slice(0, 3), [106.502, 29.515]]);
  await vi.advanceTimersByTimeAsync(0);
  expect(fetched).toHaveBeenCalledTimes(2);
  expect(signalOf(0).aborted).toBe(true);
});

test("a refusal of what was asked ahead is told once the area is closed", async () => {
  fetched.mockImplementation(async () =>
    Response.json({ error: { code: "area-outside-district", message: "outside" } }, { status: 422 }),
  );
  setCorners(SQUARE);
  await vi.advanceTimersByTimeAsync(200);
  expect(useApp.getState().sheet.status).toBe("idle");
  close(SQUARE);
  await vi.advanceTimersByTimeAsync(0);
  expect(useApp.getState().sheet).toMatchObject({
    status: "failed",
    failure: { code: "area-outside-district" },
  });
});

test("two corners, a ring that crosses itself, and a part cut out of an area are not asked about", () => {
  setCorners(SQUARE.slice(0, 2));
  expect(selectSketchQuestion(useApp.getState())).toBeNull();
  const [a, b, c, d] = SQUARE as [Corner, Corner, Corner, Corner];
  setCorners([a, c, b, d]);
  expect(selectSketchQuestion(useApp.getState())).toBeNull();
  setCorners(SQUARE);
  expect(selectSketchQuestion(useApp.getState())).not.toBeNull();
  const area = { type: "Polygon" as const, coordinates: [[...SQUARE, a].map((corner) => [...corner])] };
  useApp.setState(({ pen }) => ({ area, pen: { ...pen, combine: "cut" } }));
  expect(selectSketchQuestion(useApp.getState())).toBeNull();
});
