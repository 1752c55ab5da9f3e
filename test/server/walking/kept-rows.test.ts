import { expect, it } from "vitest";
import type { FacilityRow } from "../../../server/walking/catchment-rows.ts";
import { createRowKeeper } from "../../../server/walking/kept-rows.ts";

const rows = (walks: number): FacilityRow[] => [
  { places: new Int32Array(walks), costs: new Int32Array(walks), onNetwork: true, outsideCost: 0 },
];

it("finds what was searched as far, and nothing that was searched less far", () => {
  const keeper = createRowKeeper(100);
  const kept = rows(10);
  keeper.keep("school", { limit: 600, rows: kept });
  expect(keeper.find("school", 600)).toBe(kept);
  expect(keeper.find("school", 300)).toBe(kept);
  expect(keeper.find("school", 601)).toBeUndefined();
  expect(keeper.find("clinic", 1)).toBeUndefined();
});

it("drops what was used longest ago, and never keeps more than it may", () => {
  const keeper = createRowKeeper(100);
  keeper.keep("a", { limit: 1, rows: rows(40) });
  keeper.keep("b", { limit: 1, rows: rows(40) });
  keeper.find("a", 1);
  keeper.keep("c", { limit: 1, rows: rows(40) });
  expect(["a", "b", "c"].map((name) => keeper.find(name, 1) !== undefined)).toEqual([true, false, true]);
  keeper.keep("d", { limit: 1, rows: rows(101) });
  expect(["a", "c", "d"].map((name) => keeper.find(name, 1) !== undefined)).toEqual([true, true, false]);
});
