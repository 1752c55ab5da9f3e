import { describe, expect, it } from "vitest";
import { byteCache } from "../../../server/tiles/byte-cache.ts";

describe("a byte cache", () => {
  it("drops what was read longest ago once the limit is passed, not at the limit", () => {
    const cache = byteCache<string>(100);
    cache.set("a", "A", 50);
    cache.set("b", "B", 50);
    expect(cache.bytes).toBe(100);
    cache.get("a");
    cache.set("c", "C", 1);
    expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual(["A", undefined, "C"]);
    expect(cache.bytes).toBe(51);
  });

  it("does not keep a value larger than itself, nor drop others for it", () => {
    const cache = byteCache<string>(100);
    cache.set("a", "A", 100);
    cache.set("b", "B", 101);
    expect(cache.get("a")).toBe("A");
    expect(cache.get("b")).toBeUndefined();
  });

  it("counts a value set again once", () => {
    const cache = byteCache<string>(100);
    cache.set("a", "A", 60);
    cache.set("a", "A2", 30);
    expect(cache.bytes).toBe(30);
    cache.delete("a");
    expect(cache.bytes).toBe(0);
  });
});
