import { beforeEach, expect, test } from "vitest";
import { fromFragment, toFragment } from "../../../src/state/address.ts";
import { INITIAL_STATE } from "../../../src/state/app-state.ts";
import { addToComparison, holdAgainst, removeFromComparison } from "../../../src/state/comparison.ts";
import { useApp } from "../../../src/state/store.ts";

beforeEach(() => useApp.setState({ ...INITIAL_STATE, district: "500000" }));

const zone = (id: string) => ({ name: null, area: { zone: id } });
const compared = () => useApp.getState().compared.map(({ area }) => ("zone" in area ? area.zone : "drawn"));

test("four areas fit, a fifth is not taken, and none stands there twice", () => {
  for (const id of ["a", "b", "a", "c", "d", "e"]) addToComparison(zone(id));
  expect(compared()).toEqual(["a", "b", "c", "d"]);
});

test("an area is made the one the others are held against, the order of the others stays", () => {
  for (const id of ["a", "b", "c"]) addToComparison(zone(id));
  holdAgainst({ zone: "c" });
  expect(compared()).toEqual(["c", "a", "b"]);
});

test("taking the last area out closes the comparison", () => {
  for (const id of ["a", "b"]) addToComparison(zone(id));
  useApp.setState({ comparing: true });
  removeFromComparison({ zone: "a" });
  expect([compared(), useApp.getState().comparing]).toEqual([["b"], true]);
  removeFromComparison({ zone: "b" });
  expect([compared(), useApp.getState().comparing]).toEqual([[], false]);
});

test("a comparison stands in the address so that a person can read it, and comes back from it", () => {
  const start = fromFragment("");
  const state = {
    ...start,
    comparing: true,
    compared: [zone("core:one"), { name: "东@西|块", area: { zone: "wing:two" } }],
  };
  const fragment = toFragment(state);
  expect(fragment).toContain("compare=zone:core:one%7Czone:wing:two@");
  expect(fragment).toContain("open=comparison");
  expect(fromFragment(fragment)).toEqual(state);
});

test("an address with five areas keeps four, and what is no area is left out", () => {
  const { compared: read } = fromFragment("compare=zone:a|1,2;3,4|zone:b|zone:c|zone:d|zone:e");
  expect(read.map(({ area }) => area)).toEqual(["a", "b", "c", "d"].map((id) => ({ zone: id })));
});

test("a name that is badly encoded costs the name, not the area", () => {
  expect(fromFragment("compare=zone:a@%25E4%25").compared).toEqual([zone("a")]);
});
