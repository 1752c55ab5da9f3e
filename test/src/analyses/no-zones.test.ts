import { expect, test } from "vitest";
import { noZonesOf } from "../../../src/analyses/no-zones.ts";

test("a reader without communities is sent to subdistricts only where there are some", () => {
  expect(noZonesOf("community", [{ kind: "subdistrict", id: "subdistrict:a" }])).toBe("community");
  expect(noZonesOf("subdistrict", [{ kind: "community", id: "community:a" }])).toBe("subdistrict");
  expect(noZonesOf("community", [])).toBe("either");
  // what lies in no subdistrict is none
  expect(noZonesOf("community", [{ kind: "subdistrict", id: null }])).toBe("either");
});
