import fc from "fast-check";
import { expect, test } from "vitest";
import { CONSENT_PURPOSES } from "../../../server/contract/consent-purposes.ts";

import { ESTATE_SORTS, LIFT_STATES } from "../../../server/contract/estates.ts";
import { FILTER_SORTS } from "../../../server/contract/filter-list.ts";
import { PERSONAS } from "../../../server/contract/life-circle-coverage.ts";
import { REACH_DIRECTIONS } from "../../../server/contract/reach.ts";
import { DUE_STATES } from "../../../server/contract/safety-records.ts";
import {
  CATCHMENT_DECAYS,
  CATCHMENT_METHODS,
  CATCHMENT_SUPPLIES,
  CATCHMENT_WALKS,
} from "../../../server/contract/two-step-catchment.ts";
import { CATCHMENT_SCHEMES } from "../../../src/cartography/catchment-classes.ts";
import { COLOURING_NAMES } from "../../../src/cartography/colourings/registry.ts";
import { roundShape } from "../../../src/geometry/area-text.ts";
import { type Addressed, fromFragment, toFragment } from "../../../src/state/address.ts";
import { MODES } from "../../../src/state/app-state.ts";
import { LANGUAGES, LAYER_GROUPS, THEMES } from "../../../src/state/appearance-state.ts";
import { CATCHMENT_VIEWS } from "../../../src/state/catchment-state.ts";
import { CELL_MEASURES, MINUTES_SCOPES, MINUTES_UNITS } from "../../../src/state/colouring-state.ts";
import { DISPATCH_PARTS, LIGHT_ORDER } from "../../../src/state/dispatch-state.ts";
import { GAP_VIEWS } from "../../../src/state/gap-state.ts";
import { PROJECTS_VIEWS } from "../../../src/state/projects-view.ts";
import { QUESTION_NAMES } from "../../../src/state/question-names.ts";
import { RADIUS_ANALYSES } from "../../../src/state/radius-state.ts";
import { STREET_ANALYSES } from "../../../src/state/street-state.ts";

const START = fromFragment("");

const degrees = (most: number, decimals: number) =>
  fc.double({ min: -most, max: most, noNaN: true }).map((value) => Number(value.toFixed(decimals)) + 0);
const corner = fc.tuple(degrees(180, 6), degrees(85, 6)).map(([lon, lat]) => [lon, lat]);
const drawn = fc
  .array(corner, { minLength: 3, maxLength: 9 })
  .map((ring) => roundShape({ type: "Polygon", coordinates: [[...ring, ring[0]!]] }));
// two parts, the first with a hole; with many corners they are packed
const ringOf = (most: number) =>
  fc.array(corner, { minLength: 3, maxLength: most }).map((ring) => [...ring, ring[0]!]);
const several = fc
  .tuple(ringOf(60), ringOf(9), ringOf(9))
  .map(([outer, hole, other]) => roundShape({ type: "MultiPolygon", coordinates: [[outer, hole], [other]] }));
const zone = fc.string({ minLength: 1, maxLength: 20 }).map((id) => ({ zone: id }));
// ids of zones hold neither of the two signs that part compared areas
const zoneId = fc.string({ minLength: 1, maxLength: 20 }).filter((id) => !/[|@]/.test(id));
const view = fc.record({
  lon: degrees(180, 5),
  lat: degrees(85, 5),
  zoom: fc.integer({ min: 0, max: 2200 }).map((value) => value / 100),
  bearing: fc.integer({ min: -180, max: 180 }),
  pitch: fc.integer({ min: 0, max: 85 }),
});
const persona = fc.constantFrom(...PERSONAS);
const way = {
  direction: fc.constantFrom(...REACH_DIRECTIONS),
  at: fc.constantFrom("wedT10:00", "satT23:15"),
  flat: fc.boolean(),
};
const addressed: fc.Arbitrary<Addressed> = fc.record({
  district: fc.option(fc.string({ minLength: 1, maxLength: 12 })),
  mode: fc.constantFrom(...MODES),
  language: fc.constantFrom(...LANGUAGES),
  theme: fc.constantFrom(...THEMES),
  colouring: fc.constantFrom(...COLOURING_NAMES),
  reachCategory: fc.option(fc.constantFrom("edu.primary", "health.clinic")),
  minutes: fc.record({
    unit: fc.constantFrom(...MINUTES_UNITS),
    measure: fc.constantFrom(...CELL_MEASURES),
    scope: fc.constantFrom(...MINUTES_SCOPES),
    range: fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: 59 }), fc.option(fc.integer({ min: 1, max: 60 })))
        .map(([from, to]) => ({ from, to: to === null ? null : Math.max(from + 1, to) })),
    ),
    direction: way.direction,
    flat: way.flat,
    beside: fc.option(
      fc.record({ category: fc.constantFrom("edu.primary", "eld.daycare"), persona, ...way }),
    ),
    split: fc.constant(START.minutes.split),
  }),
  bothNames: fc.boolean(),
  findingChoice: fc.record({
    severities: fc.subarray(["major", "moderate", "minor"]),
    states: fc.subarray(["open", "in-project"]),
    sources: fc.subarray(["letter", "survey"]),
    indicator: fc.option(fc.constantFrom("E11", "H02")),
    zone: fc.option(zoneId),
    text: fc.string({ maxLength: 12 }),
  }),
  switchedGroups: fc.subarray([...LAYER_GROUPS]),
  view: fc.option(view),
  selection: fc.option(
    fc.record({ layer: fc.constantFrom("zone", "building", "road"), id: fc.string({ minLength: 1 }) }),
  ),
  area: fc.option(fc.oneof(drawn, several, zone)),
  compared: fc.array(
    fc.record({
      name: fc.option(fc.string({ minLength: 1, maxLength: 12 })),
      area: fc.oneof(
        drawn,
        several,
        zoneId.map((id) => ({ zone: id })),
      ),
    }),
    { maxLength: 4 },
  ),
  // the report and the comparison never stand open together
  comparing: fc.constant(false),
  sketch: fc.option(
    fc.record({
      shape: fc.constantFrom("polygon" as const, "streets" as const),
      corners: fc.array(fc.tuple(degrees(180, 6), degrees(85, 6)), { minLength: 1, maxLength: 9 }),
    }),
  ),
  sheetParams: fc.record({
    persona: fc.constantFrom(...PERSONAS),
    mode: fc.constantFrom("time" as const, "distance" as const, "both" as const),
    ruleSet: fc.constantFrom("gb-50180-2018", "complete-community-2020"),
  }),
  walk: fc.oneof(
    fc.constant(START.walk),
    fc.record({
      origin: fc.tuple(degrees(180, 6), degrees(90, 6)),
      persona: fc.constantFrom(...PERSONAS),
      direction: fc.constantFrom("from" as const, "to" as const),
      flat: fc.boolean(),
    }),
  ),
  conditions: fc.record({
    at: fc.constantFrom("wedT10:00", "satT23:30", "monT06:00"),
    fares: fc.constantFrom("include" as const, "avoid" as const),
    upstairs: fc.constantFrom("none" as const, "mean" as const, "top" as const),
  }),
  route: fc.oneof(
    fc.constant(START.route),
    fc.record({
      origin: fc.tuple(degrees(180, 6), degrees(90, 6)),
      destination: fc.option(fc.tuple(degrees(180, 6), degrees(90, 6))),
      persona: fc.constantFrom(...PERSONAS),
    }),
  ),
  filter: fc.record({
    conditions: fc.array(
      fc.oneof(
        fc.record({
          field: fc.constantFrom("yearBuilt" as const, "floorsAbove" as const),
          op: fc.constantFrom("lt" as const, "gte" as const),
          value: fc.oneof(fc.constant(null), fc.constant("abc"), fc.integer({ min: 0, max: 3000 })),
        }),
        fc.record({
          field: fc.constantFrom("structure" as const, "use" as const),
          op: fc.constant("in" as const),
          value: fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
        }),
        fc.record({
          field: fc.constantFrom("hasLift" as const, "dwellings" as const),
          op: fc.constant("known" as const),
          value: fc.boolean(),
        }),
      ),
      { maxLength: 4 },
    ),
    whole: fc.boolean(),
    sort: fc.constantFrom(...FILTER_SORTS),
    descending: fc.boolean(),
  }),
  radius: fc.oneof(
    fc.constant(START.radius),
    fc.record({
      analysis: fc.constantFrom(...RADIUS_ANALYSES),
      definition: fc.option(fc.constantFrom("health-check-2022", "gb-50180-2018/trn.bus/500")),
      persona: fc.constantFrom(...PERSONAS),
      minutes: fc.integer({ min: 1, max: 60 }),
      published: fc.option(fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000)),
      own: fc.constantFrom(null, { category: "edu.kinder", radiusM: 700 }),
    }),
  ),
  openedQuestion: fc.option(fc.constantFrom(...QUESTION_NAMES)),
  gap: fc.oneof(
    fc.constant(START.gap),
    fc.record({
      category: fc.constantFrom("any-required", "health.clinic"),
      minutes: fc.integer({ min: 1, max: 60 }),
      persona: fc.constantFrom(...PERSONAS),
      view: fc.constantFrom(...GAP_VIEWS),
    }),
  ),
  street: fc.oneof(
    fc.constant(START.street),
    fc.record({ asked: fc.constantFrom(...STREET_ANALYSES), persona: fc.constantFrom(...PERSONAS) }),
  ),
  catchment: fc.oneof(
    fc.constant(START.catchment),
    fc.record({
      category: fc.constantFrom("edu.primary", "trn.car"),
      minutes: fc.option(fc.integer({ min: 1, max: 60 })),
      method: fc.constantFrom(...CATCHMENT_METHODS),
      decay: fc.constantFrom(...CATCHMENT_DECAYS),
      persona: fc.constantFrom(...PERSONAS),
      walks: fc.constantFrom(...CATCHMENT_WALKS),
      demand: fc.option(fc.constantFrom("all", "age-6-11")),
      supply: fc.constantFrom(...CATCHMENT_SUPPLIES),
      view: fc.constantFrom(...CATCHMENT_VIEWS),
      scheme: fc.constantFrom(...CATCHMENT_SCHEMES),
    }),
  ),
  estateChoice: fc.record({
    builtFrom: fc.option(fc.integer({ min: 1900, max: 2100 })),
    builtTo: fc.option(fc.integer({ min: 1900, max: 2100 })),
    lift: fc.option(fc.constantFrom(...LIFT_STATES)),
    project: fc.option(fc.constantFrom("none" as const, "some" as const)),
    survey: fc.option(fc.constantFrom("none" as const, "some" as const)),
    text: fc.string({ maxLength: 12 }),
    sort: fc.constantFrom(...ESTATE_SORTS),
  }),
  safetyChoice: fc.record({
    due: fc.option(fc.constantFrom(...DUE_STATES)),
    grade: fc.option(fc.constantFrom("A" as const, "none" as const)),
    hazards: fc.option(fc.constant("open" as const)),
    disposition: fc.option(fc.constantFrom("demolish" as const, "none" as const)),
    text: fc.string({ maxLength: 12 }),
  }),
  assetChoice: fc.record({
    kind: fc.option(fc.constantFrom("idle-house" as const, "idle-land" as const)),
    state: fc.option(fc.constantFrom("idle" as const, "closed" as const)),
    text: fc.string({ maxLength: 12 }),
  }),
  besidePersonas: fc.boolean(),
  health: fc
    .constantFrom("2023", "2022")
    .chain((edition) => fc.constantFrom(START.health, { asked: true, edition })),
  riverfront: fc.oneof(
    fc.constant(START.riverfront),
    fc.record({
      asked: fc.constant(true),
      persona: fc.constantFrom(...PERSONAS),
      secondary: fc.boolean(),
    }),
  ),
  litCategory: fc.option(fc.constantFrom("edu.primary", "com.bank")),
  projectsView: fc.constantFrom(...PROJECTS_VIEWS),
  consentPurpose: fc.constantFrom(...CONSENT_PURPOSES),
  itemList: fc.option(fc.constantFrom("projects", "measures-2025")),
  itemStanding: fc.option(fc.constantFrom("entered" as const, "done" as const, "overdue" as const)),
  operationState: fc.option(fc.constantFrom("run" as const, "closed" as const)),
  reportOpen: fc.boolean(),
  projectText: fc.string({ maxLength: 20 }),
  moneyChoice: fc.record({
    kind: fc.option(fc.constantFrom("区财政", "社会资本")),
    status: fc.option(fc.constantFrom("declared" as const, "received" as const)),
    sources: fc.option(fc.constantFrom("all" as const, "target" as const)),
  }),
  dispatchChoice: fc.record({
    only: fc.option(fc.constantFrom("open" as const, "overdue" as const)),
    part: fc.constantFrom(...DISPATCH_PARTS),
    month: fc.option(fc.constantFrom("2026-01", "2026-11")),
    unit: fc.option(fc.string({ minLength: 1, maxLength: 12 })),
    zone: fc.option(fc.constantFrom("subdistrict:daping", "renewal-district:x")),
    light: fc.option(fc.constantFrom(...LIGHT_ORDER)),
    snapshot: fc.option(fc.constantFrom("2026-10.1", "2026-10.12")),
    quarter: fc.option(fc.constantFrom("2026-Q1", "2026-Q4")),
    by: fc.constantFrom("unit" as const, "subdistrict" as const),
  }),
  timelineBy: fc.constantFrom("renewal-district" as const, "unit" as const),
  conflictTest: fc.option(fc.constantFrom("same-ground" as const, "road-opened-again" as const)),
  projectChoice: fc.record({
    batch: fc.option(fc.constantFrom("start:2026", "reserve:2025")),
    tasks: fc.subarray(["heritage", "digital"]),
    funds: fc.subarray(["区财政", "政策性/开发性金融贷款", "unknown"]),
    unit: fc.option(fc.string({ minLength: 1, maxLength: 12 })),
    minYuan: fc.option(fc.integer({ min: 0, max: 1_000_000_000 })),
    maxYuan: fc.option(fc.integer({ min: 0, max: 1_000_000_000 })),
    disposition: fc.option(fc.constantFrom("keep", "demolish", "unknown")),
    within: fc.boolean(),
    categories: fc.subarray(["老旧小区", "公共空间", "unknown"]),
    stages: fc.subarray(["在建", "效果评估/运营"]),
    year: fc.option(fc.integer({ min: 1900, max: 2200 })),
    zone: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
    near: fc.option(
      fc.record({
        lon: degrees(180, 6),
        lat: degrees(90, 6),
        metres: fc.integer({ min: 1, max: 20_000 }),
        name: fc.option(fc.string({ minLength: 1, maxLength: 12 })),
      }),
    ),
  }),
});

test("a pasted link restores every state that an address can say", () => {
  fc.assert(
    fc.property(addressed, (state) => {
      expect(fromFragment(`#${toFragment(state)}`)).toEqual(state);
    }),
  );
});

test.each([
  ["ledger=estates&as=board&show=lists", "estates"],
  ["figures=published&issues=list", "figures"],
  ["issues=ranking&as=money", "findings-ranking"],
  ["show=signing&as=board", "signing"],
  ["as=dispatch", "dispatch"],
  ["as=nothing&show=nothing", "list"],
])("a link of before, %s, opens the view that stood above", (text, view) => {
  expect(fromFragment(text).projectsView).toBe(view);
});

test("the state at the start has an empty address", () => {
  expect(toFragment(START)).toBe("");
});

test("a drawn area reads as lon,lat in the address, with the closing corner left out", () => {
  const area = {
    type: "Polygon" as const,
    coordinates: [
      [
        [106.5, 29.5],
        [106.6, 29.5],
        [106.6, 29.6],
        [106.5, 29.5],
      ],
    ],
  };
  expect(toFragment({ ...START, area })).toBe(
    "area=106.500000,29.500000;106.600000,29.500000;106.600000,29.600000",
  );
});

test.each([
  ["two corners", "area=106.5,29.5;106.6,29.5"],
  ["a corner that is no number", "area=106.5,29.5;106.6,abc;106.6,29.6"],
  ["three numbers in a corner", "area=1,2,3;1,3,4;2,3,4"],
])("an area of %s is no area, and nothing else is lost", (_, text) => {
  expect(fromFragment(`mode=analyse&${text}`)).toEqual({ ...START, mode: "analyse" });
});

test.each([
  ["181,29,15,0,0", "beyond the date line"],
  ["106,86,15,0,0", "beyond what Mercator shows"],
  ["106,29,23,0,0", "closer than the map goes"],
  ["106,29,15,0", "without a pitch"],
  ["106,29,x,0,0", "with no number"],
])("the view %s, %s, is not taken", (text) => {
  expect(fromFragment(`view=${text}`).view).toBeNull();
});

test("a view at the limits is taken", () => {
  expect(fromFragment("view=180,85,22,0,85").view).toEqual({
    lon: 180,
    lat: 85,
    zoom: 22,
    bearing: 0,
    pitch: 85,
  });
});

test("an unknown mode, language, persona or layer is as at the start", () => {
  expect(fromFragment("mode=fly&lang=fr&persona=cat&layers=moon,relief&theme=pink")).toEqual({
    ...START,
    switchedGroups: ["relief"],
  });
});

test("an unknown word within a question is as at the start, and the rest of it with it", () => {
  expect(fromFragment("street=moon,elderly&list=moon&radius=moon,,elderly&sketch=moon:1,2;3,4")).toEqual(
    START,
  );
});
