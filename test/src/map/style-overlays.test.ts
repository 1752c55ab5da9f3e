import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { expect, test } from "vitest";
import type { Project } from "../../../server/contract/projects.ts";
import type { TwoStepCatchmentResult } from "../../../server/contract/two-step-catchment.ts";
import { CATCHMENT_SCHEMES, catchmentClasses } from "../../../src/cartography/catchment-classes.ts";
import { SERIES_COLOURS } from "../../../src/cartography/series-colour.ts";
import { keepDrawing } from "../../../src/map/keep-drawing.ts";
import { styleFor } from "../../../src/map/style.ts";
import type { StyleInput } from "../../../src/map/style-input.ts";
import type { CatchmentAnswer } from "../../../src/state/catchment-state.ts";
import { fileOf, readValid } from "../../support/area-files.ts";
import { CORE, INPUT, ids } from "../../support/style-input.ts";

const CATCHMENT = {
  zones: [{ id: "core:a", kind: "subdistrict", perThousand: 40 }],
  facilities: [
    { id: "f0", at: [106.5, 29.5], supply: 90 },
    { id: "f1", at: [106.6, 29.6], supply: null },
  ],
  perThousand: 50,
  balance: null,
  buildings: { ordinals: [4, 5, 6], perThousand: [0, 40, null], demand: [1, 1, null] },
} as unknown as TwoStepCatchmentResult;

test.each(CATCHMENT_SCHEMES)(
  "a catchment is drawn by building, zone and facility, classed by %s",
  (scheme) => {
    const answer = { result: CATCHMENT } as CatchmentAnswer;
    const classes = catchmentClasses(CATCHMENT, scheme);
    const style = styleFor({
      ...INPUT,
      catchment: { answer, classes, view: "facility", facility: "f0" },
    });
    const faults = validateStyleMin(style).map(({ message }) => message);
    expect(faults.filter((message) => !message.includes("glyphs"))).toEqual([]);
    const data = (source: string) =>
      (style.sources[source] as { data: GeoJSON.FeatureCollection }).data.features.map(
        ({ properties }) => properties,
      );
    expect(data("catchment-zone")).toEqual([{ colour: classes.classes[classes.classOf(40)]!.light }]);
    // what it holds is the size; unknown is hollow and small, never nothing
    expect(data("catchment-facility")).toEqual([
      { radius: 11, known: true, picked: true },
      { radius: 3.5, known: false, picked: false },
    ]);
    expect(style.layers.map(({ id }) => id)).toContain("catchment-building");
  },
);

test("the area asked about is outlined, whether drawn or a zone", () => {
  const outlined = (area: StyleInput["area"]) => {
    const source = styleFor({ ...INPUT, area }).sources.asked;
    return source?.type === "geojson" ? (source.data as GeoJSON.FeatureCollection).features.length : -1;
  };
  expect(outlined(null)).toBe(0);
  expect(outlined({ zone: "core:a" })).toBe(1);
  expect(outlined({ zone: "core:gone" })).toBe(0);
  expect(outlined(CORE.geometry as StyleInput["area"])).toBe(1);
});

test("the areas of a dropped file are laid over the map, with a mark where one crosses itself", async () => {
  const bow = {
    type: "Polygon",
    coordinates: [
      [
        [106.5, 29.5],
        [106.52, 29.52],
        [106.52, 29.5],
        [106.5, 29.52],
        [106.5, 29.5],
      ],
    ],
  };
  const file = await readValid(fileOf("a.geojson", JSON.stringify(bow)));
  const dropped = { status: "read", name: "a.geojson", file, reading: 0, area: 0 } as const;
  const source = styleFor({ ...INPUT, dropped }).sources.preview;
  const { features } = (source as { data: GeoJSON.FeatureCollection }).data;
  expect(features.map(({ geometry }) => geometry.type)).toEqual(["MultiLineString", "Point"]);
  expect(features[1]?.geometry).toMatchObject({ coordinates: [106.51, 29.51] });
  expect(ids(INPUT)).toEqual(expect.arrayContaining(["preview-face", "preview-edge", "preview-crossing"]));
});

test("an area that crosses itself is still outlined, as lines", () => {
  const bow: GeoJSON.Polygon = {
    type: "Polygon",
    coordinates: [
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
    ],
  };
  const style = styleFor({ ...INPUT, area: bow });
  const outline = style.sources["asked-outline"];
  const data = outline?.type === "geojson" ? (outline.data as GeoJSON.FeatureCollection) : null;
  expect(data?.features[0]?.geometry).toEqual({ type: "MultiLineString", coordinates: bow.coordinates });
  expect(style.layers.find(({ id }) => id === "asked-edge")).toMatchObject({ source: "asked-outline" });
});

test("a new style keeps the layers and sources of the pen, on top", () => {
  const before = {
    version: 8 as const,
    sources: {
      "td-polygon": { type: "geojson" as const, data: "" },
      old: { type: "geojson" as const, data: "" },
    },
    layers: [{ id: "td-polygon", type: "fill" as const, source: "td-polygon" }],
  };
  const kept = keepDrawing(before, styleFor(INPUT));
  expect(kept.layers.at(-1)?.id).toBe("td-polygon");
  expect(Object.keys(kept.sources)).toContain("td-polygon");
  expect(Object.keys(kept.sources)).not.toContain("old");
});

test("in the mode of the projects the map shows those of the list and no others", () => {
  const project: Project = {
    id: "p1",
    code: null,
    nameZh: "甲",
    nameEn: null,
    categories: [],
    stage: null,
    renewalDistrict: null,
    yearStart: null,
    yearEnd: null,
    summaryZh: null,
    summaryEn: null,
    amounts: [],
    extent: [106.5, 29.5, 106.5, 29.5],
    place: [106.5, 29.5],
    distanceM: 0,
  };
  const near = { lon: 106.5, lat: 29.5, metres: 500 };
  const style = styleFor({
    ...INPUT,
    found: { items: [project], lights: new Map([["p1", "red" as const]]), lit: "p1", near },
  });
  expect(validateStyleMin(style)).toEqual([]);
  const area = style.layers.find(({ id }) => id === "project-area")!;
  expect(JSON.stringify(area)).toContain('["in",["get","id"],["literal",["p1"]]]');
  expect(JSON.stringify(style.sources["found-projects"])).toContain('"id":"p1"');
  // the place itself, and a ring around it whose corners are no dots
  const marked = style.layers.find(({ id }) => id === "found-near-place");
  expect(marked).toMatchObject({ type: "circle", filter: ["==", ["geometry-type"], "Point"] });
  expect(JSON.stringify(style.sources["found-near"])).toContain(
    '{"type":"Point","coordinates":[106.5,29.5]}',
  );
  // without a list the source of the dots is not there at all
  expect(styleFor(INPUT).sources["found-projects"]).toBeUndefined();
});

test("areas side by side are outlined each in its colour and under its letter, and only while there are any", () => {
  const shape = CORE.geometry as GeoJSON.Geometry;
  const compared = [
    { letter: "A", nameZh: "核", nameEn: null, shape },
    { letter: "B", nameZh: null, nameEn: null, shape },
  ] as const;
  const style = styleFor({ ...INPUT, compared });
  expect(validateStyleMin(style).filter(({ message }) => !message.includes("glyphs"))).toEqual([]);
  const edge = JSON.stringify(style.layers.find(({ id }) => id === "compared-edge"));
  for (const letter of ["A", "B"] as const) expect(edge).toContain(SERIES_COLOURS.light[letter]);
  const { data } = style.sources["compared-names"] as { data: GeoJSON.FeatureCollection };
  expect(data.features.map(({ properties }) => properties)).toEqual([
    { letter: "A", nameZh: "核" },
    { letter: "B" },
  ]);
  expect(ids(INPUT).some((id) => id.startsWith("compared"))).toBe(false);
});

test("parcels are outlined while the pen is out, for it snaps to them", () => {
  expect(ids(INPUT)).not.toContain("parcel-edge");
  expect(ids({ ...INPUT, drawing: true })).toContain("parcel-edge");
});

test("where a walk begins and a way ends stands over every name", () => {
  const asked = { origin: [106.5, 29.5], destination: [106.6, 29.6] } as const;
  const order = ids({ ...INPUT, walkOrigin: [106.5, 29.5], routeEnds: asked });
  const highestName = Math.max(
    ...["landmark", "metro-station-name", "water-name"].map((id) => order.indexOf(id)),
  );
  expect(order.indexOf("walk-origin")).toBeGreaterThan(highestName);
  expect(order.indexOf("route-end")).toBeGreaterThan(highestName);
});
