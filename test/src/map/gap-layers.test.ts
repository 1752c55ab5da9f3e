import { expect, test } from "vitest";
import type { ServiceGapResult } from "../../../server/contract/service-gap.ts";
import { gapBuildings } from "../../../src/map/gap-layers.ts";
import type { Brush } from "../../../src/map/style-input.ts";

// of two categories asked at once, by community
function opacity(zones: readonly { readonly id: string | null; readonly kind: string }[]): unknown {
  const result = { categories: [{}, {}], zones } as unknown as ServiceGapResult;
  const gap = { answer: { result }, view: "community", place: null };
  const [houses] = gapBuildings({ input: { gap, dark: false } } as unknown as Brush);
  return (houses!.paint as Record<string, unknown>)["fill-opacity"];
}

test("from afar communities stand for the houses that lack something, and where there are none the houses themselves", () => {
  expect(opacity([{ id: "community:a", kind: "community" }])).toContain("interpolate");
  expect(opacity([])).not.toContain("interpolate");
  // what lies in no community has no shape to colour
  expect(opacity([{ id: null, kind: "community" }])).not.toContain("interpolate");
});
