import { beforeEach, describe, expect, test } from "vitest";
import type { FilterDraft } from "../../../server/contract/filter-text.ts";
import { type AppState, INITIAL_STATE } from "../../../src/state/app-state.ts";
import {
  addCondition,
  changeCondition,
  nextFilterPage,
  previousFilterPage,
  removeCondition,
  sortFilterList,
  takePreset,
} from "../../../src/state/filter.ts";
import { filterOverlay } from "../../../src/state/filter-overlay.ts";
import {
  refusedCondition,
  selectFilterQuestion,
  selectLitOrdinals,
  selectOpenedBuilding,
} from "../../../src/state/filter-question.ts";
import { useApp } from "../../../src/state/store.ts";

const OLD: FilterDraft = { field: "yearBuilt", op: "lt", value: 2000 };
const EMPTY: FilterDraft = { field: "floorsAbove", op: "gte", value: null };
const NONE_CHOSEN: FilterDraft = { field: "use", op: "in", value: [] };
const zone = { id: "district:1", properties: { kind: "district" } };
const READY: AppState = {
  ...INITIAL_STATE,
  district: "1",
  mode: "analyse",
  start: { status: "done", params: null, result: null },
  catalogue: {
    status: "done",
    params: "1",
    result: { layers: [], zones: [zone as never], categories: [], publishedValues: [] },
  },
};
const asking = (conditions: readonly FilterDraft[], more: Partial<AppState> = {}): AppState => ({
  ...READY,
  filter: { ...INITIAL_STATE.filter, conditions },
  ...more,
});

beforeEach(() => useApp.setState(INITIAL_STATE, true));

describe("the question by conditions", () => {
  test("leaves out what has no value yet, and is none where nothing is left", () => {
    expect(selectFilterQuestion(asking([EMPTY, OLD, NONE_CHOSEN]))?.conditions).toEqual([OLD]);
    expect(selectFilterQuestion(asking([EMPTY, NONE_CHOSEN]))).toBeNull();
    expect(selectFilterQuestion({ ...asking([OLD]), mode: "explore" })).toBeNull();
  });

  test("is asked of the chosen area, else or on demand of the whole district", () => {
    const area = { zone: "core:a" };
    expect(selectFilterQuestion(asking([OLD]))?.area).toEqual({ zone: "district:1" });
    expect(selectFilterQuestion(asking([OLD], { area }))?.area).toEqual(area);
    const whole = asking([OLD], { area });
    expect(selectFilterQuestion({ ...whole, filter: { ...whole.filter, whole: true } })?.area).toEqual({
      zone: "district:1",
    });
  });

  test("is none where there is neither an area nor an outline of the district", () => {
    const catalogue = { ...READY.catalogue, result: { ...READY.catalogue, zones: [] } } as never;
    expect(selectFilterQuestion(asking([OLD], { catalogue }))).toBeNull();
  });

  test("a refusal is told beside the condition it names, those left out counted in", () => {
    const failure = {
      code: "invalid-parameter",
      message: "",
      path: "conditions.1.value",
      place: null,
      details: {},
      retryAfterS: null,
    };
    const params = { district: "1", area: { zone: "district:1" }, conditions: [] };
    const state = asking([OLD, EMPTY, { field: "use", op: "eq", value: "castle" }], {
      filterCount: { status: "failed", params, failure },
    });
    expect(refusedCondition(state)).toBe(2);
    const busy = { status: "failed", params, failure: { ...failure, path: null } } as const;
    expect(refusedCondition({ ...state, filterCount: busy })).toBeNull();
  });

  test("lights nothing and opens no card but while it is asked", () => {
    const answer = { result: { ordinals: [3, 5] } } as never;
    const done = asking([OLD], {
      filterCount: { status: "done", params: null as never, result: answer },
      selection: { layer: "building", id: "b3" },
    });
    expect(selectLitOrdinals(done)).toEqual([3, 5]);
    expect(selectLitOrdinals({ ...done, mode: "explore" })).toBeNull();
    expect(selectOpenedBuilding(done)).toBe("b3");
    expect(selectOpenedBuilding({ ...done, selection: { layer: "zone", id: "core:a" } })).toBeNull();
    expect(selectOpenedBuilding({ ...done, filter: INITIAL_STATE.filter })).toBeNull();
  });
});

test("a point stands on every building found, where it is and as large as its footprint", () => {
  const state = asking([OLD], {
    filterCount: { status: "done", params: null as never, result: { result: { ordinals: [2, 0] } } as never },
    buildings: {
      status: "done",
      params: null as never,
      result: {
        count: 3,
        positions: Float64Array.of(106.1, 29.1, 106.2, 29.2, 106.3, 29.3),
        // a disc of radius 10 m, and one of 20 m
        columns: { footprintSqm: Float32Array.of(Math.PI * 100, 1, Math.PI * 400) } as never,
      },
    },
  });
  const overlay = filterOverlay(state);
  if (overlay?.kind !== "points") throw new Error("no points");
  expect([...overlay.positions]).toEqual([106.3, 29.3, 106.1, 29.1]);
  expect([...overlay.radiiM].map(Math.round)).toEqual([20, 10]);
  expect(overlay.colours).toHaveLength(8);
  expect(filterOverlay({ ...state, mode: "explore" })).toBeNull();
  expect(filterOverlay({ ...state, buildings: { status: "idle" } })).toBeNull();
});

describe("putting a question together", () => {
  const conditions = () => useApp.getState().filter.conditions;

  test("a new condition has a likely comparison and no number of our own", () => {
    addCondition("yearBuilt");
    addCondition("hasLift");
    addCondition("use");
    expect(conditions()).toEqual([
      { field: "yearBuilt", op: "lt", value: null },
      { field: "hasLift", op: "eq", value: false },
      { field: "use", op: "in", value: null },
    ]);
    changeCondition(0, { value: "abc" });
    removeCondition(1);
    expect(conditions()).toEqual([
      { field: "yearBuilt", op: "lt", value: "abc" },
      { field: "use", op: "in", value: null },
    ]);
  });

  test("another order or question begins again at the first page; a page back is the one before", () => {
    takePreset({ conditions: [{ field: "yearBuilt", op: "lt", value: 1980 }] });
    const result = { result: { items: [], total: 200, next: "50" } } as never;
    useApp.setState({ filterList: { status: "done", params: null as never, result } });
    nextFilterPage();
    expect(useApp.getState().filterCursors).toEqual(["50"]);
    previousFilterPage();
    expect(useApp.getState().filterCursors).toEqual([]);
    nextFilterPage();
    sortFilterList("yearBuilt");
    expect(useApp.getState()).toMatchObject({
      filterCursors: [],
      filter: { sort: "yearBuilt", descending: true },
    });
    sortFilterList("yearBuilt");
    expect(useApp.getState().filter.descending).toBe(false);
  });
});
