import { beforeEach, describe, expect, test } from "vitest";
import { INITIAL_STATE } from "../../../src/state/app-state.ts";
import {
  chooseDroppedArea,
  chooseReading,
  chosenArea,
  previewOf,
  refuseDropped,
  showDropped,
  takeDroppedArea,
} from "../../../src/state/dropped-file.ts";
import { useApp } from "../../../src/state/store.ts";
import { closedSquareAt, fileOf, PLACE, readValid, squareAt } from "../../support/area-files.ts";

const DRAWN = { type: "Polygon" as const, coordinates: [closedSquareAt([106.5, 29.5], 0.01)] };
const polygon = (corners: number[][]) => ({ type: "Polygon", coordinates: [corners] });
const readGeoJson = (...polygons: object[]) =>
  readValid(fileOf("a.geojson", JSON.stringify({ type: "GeometryCollection", geometries: polygons })));
const square = closedSquareAt(PLACE.lonLat, 0.001);
const dropped = () => useApp.getState().dropped;

beforeEach(() => useApp.setState({ ...INITIAL_STATE, area: DRAWN }, true));

describe("a dropped file", () => {
  test("with one area in one reading needs no question, and becomes the drawn area in hand", async () => {
    showDropped("a.geojson", await readGeoJson(polygon(square)));
    expect(useApp.getState().area).toBe(DRAWN);
    expect(useApp.getState().goTo?.extent[0]).toBeCloseTo(PLACE.lonLat[0], 6);
    takeDroppedArea();
    expect(useApp.getState()).toMatchObject({ dropped: { status: "none" }, tool: "edit" });
    expect(useApp.getState().area).toMatchObject({ type: "Polygon" });
    expect(useApp.getState().area).not.toBe(DRAWN);
  });

  test("with two areas shows both until one is chosen, and takes nothing before", async () => {
    showDropped(
      "a.geojson",
      await readGeoJson(polygon(square), polygon(closedSquareAt([106.51, 29.55], 0.002))),
    );
    expect(previewOf(dropped())).toHaveLength(2);
    takeDroppedArea();
    expect(useApp.getState().area).toBe(DRAWN);
    chooseDroppedArea(1);
    expect(previewOf(dropped())).toHaveLength(1);
    expect(chosenArea(dropped())?.corners).toBe(4);
    chooseDroppedArea(null);
    expect(chosenArea(dropped())).toBeNull();
  });

  test("that can lie in several places shows all until a reading is chosen", async () => {
    const text = squareAt([500_000, 3_272_000]).join("\n");
    showDropped("far.txt", await readValid(fileOf("far.txt", text)));
    const places = previewOf(dropped()).length;
    expect(places).toBeGreaterThan(1);
    expect(chosenArea(dropped())).toBeNull();
    chooseReading(1);
    expect(previewOf(dropped())).toHaveLength(1);
    expect(chosenArea(dropped())).not.toBeNull();
  });

  test("whose area has too many vertices is shown and never taken", async () => {
    const circle = Array.from({ length: 5001 }, (_, index) => {
      const angle = ((index % 5000) / 5000) * 2 * Math.PI;
      return [106.55 + 0.01 * Math.cos(angle), 29.56 + 0.01 * Math.sin(angle)];
    });
    showDropped("a.geojson", await readGeoJson(polygon(circle)));
    expect(previewOf(dropped())).toHaveLength(1);
    takeDroppedArea();
    expect(useApp.getState().area).toBe(DRAWN);
  });

  test("that is refused leaves the drawn area", () => {
    refuseDropped("a.dwg", { code: "dwg", values: {} });
    expect(previewOf(dropped())).toEqual([]);
    expect(useApp.getState().area).toBe(DRAWN);
  });
});
