import { describe, expect, it } from "vitest";
import { type FilterDraft, filterFromText, filterToText } from "../../../server/contract/filter-text.ts";

describe("conditions as a line", () => {
  it.each<[string, FilterDraft[]]>([
    ["", []],
    ["yearBuilt:lt:2000", [{ field: "yearBuilt", op: "lt", value: 2000 }]],
    ["safetyGrade:in:C,D", [{ field: "safetyGrade", op: "in", value: ["C", "D"] }]],
    ["hasLift:eq:false", [{ field: "hasLift", op: "eq", value: false }]],
    ["floorsAbove:known:false", [{ field: "floorsAbove", op: "known", value: false }]],
    // still without a value, and one that is no number: neither is lost
    ["yearBuilt:lt:", [{ field: "yearBuilt", op: "lt", value: null }]],
    ["yearBuilt:lt:abc", [{ field: "yearBuilt", op: "lt", value: "abc" }]],
    [
      "structure:in:砖%2C木%3B%3A%25,框架;use:ne:office",
      [
        { field: "structure", op: "in", value: ["砖,木;:%", "框架"] },
        { field: "use", op: "ne", value: "office" },
      ],
    ],
  ])("are the same there and back: %s", (text, drafts) => {
    expect(filterFromText(text)).toEqual(drafts);
    expect(filterToText(drafts)).toBe(text);
  });

  it.each(["colour:eq:red", "yearBuilt:near:2000", "nonsense", "toString:eq:1", ";;"])(
    "leave out what names no field or operation: %s",
    (text) => {
      expect(filterFromText(text)).toEqual([]);
    },
  );

  it("keep a broken escape as it is typed", () => {
    expect(filterFromText("structure:eq:100%")).toEqual([{ field: "structure", op: "eq", value: "100%" }]);
  });
});
