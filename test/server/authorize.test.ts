import { expect, test } from "vitest";
import { authorize, localActor, visibleLevels } from "../../server/authorize.ts";

test("the local actor reads and writes what is public", () => {
  expect(() => authorize(localActor(), "read", { kind: "zone", level: "public" })).not.toThrow();
  expect(() => authorize(localActor(), "write", { kind: "dataset" })).not.toThrow();
});

test("a read-only installation refuses every write and no reading", () => {
  expect(() => authorize(localActor({ readOnly: true }), "write", { kind: "dataset" })).toThrow(
    "You may not write dataset here.",
  );
  expect(() => authorize(localActor({ readOnly: true }), "read", { kind: "dataset" })).not.toThrow();
});

test("what is not public is neither read nor written", () => {
  for (const level of ["internal", "secret", "unheard-of"]) {
    expect(() => authorize(localActor(), "read", { kind: "project", level })).toThrow(
      "You may not read project",
    );
    expect(() => authorize(localActor(), "write", { kind: "project", level })).toThrow(
      "You may not write project",
    );
  }
  expect(visibleLevels(localActor())).toEqual(["public"]);
  expect(visibleLevels(localActor({ internal: true }))).toEqual(["public", "internal"]);
});
