// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { INITIAL_STATE } from "../../../src/state/app-state.ts";
import { selectKeptName } from "../../../src/state/kept-name.ts";
import {
  deleteArea,
  keepAreas,
  recallNamedAreas,
  renameArea,
  undoDelete,
} from "../../../src/state/named-areas.ts";
import { useApp } from "../../../src/state/store.ts";

const KEY = "atlas-named-areas";
const ZONE = { zone: "core:one" };

beforeEach(() => {
  localStorage.clear();
  useApp.setState({ ...INITIAL_STATE, district: "500000" });
});

const names = () => useApp.getState().namedAreas?.map(({ name }) => name);
const idOf = (name: string) => useApp.getState().namedAreas?.find((each) => each.name === name)?.id ?? "";
// as a page opened anew would find it
const reopened = () => {
  useApp.setState({ namedAreas: null });
  recallNamedAreas();
  return names();
};

test("areas are kept on the device, the newest last, and found again by a page opened anew", () => {
  keepAreas([{ name: "甲", area: ZONE }]);
  keepAreas([{ name: " 乙 ", area: { zone: "core:two" } }]);
  expect(names()).toEqual(["甲", "乙"]);
  expect(reopened()).toEqual(["甲", "乙"]);
  expect(selectKeptName(useApp.getState(), ZONE)).toBe("甲");
});

test("a name given twice in a district gets a number, in another district it is free", () => {
  keepAreas([
    { name: "甲", area: ZONE },
    { name: "甲", area: ZONE },
    { name: "甲", area: ZONE },
  ]);
  useApp.setState({ district: "500001" });
  keepAreas([{ name: "甲", area: ZONE }]);
  expect(names()).toEqual(["甲", "甲 (2)", "甲 (3)", "甲"]);
});

test("an area is renamed, and an empty name changes nothing", () => {
  keepAreas([{ name: "甲", area: ZONE }]);
  renameArea(idOf("甲"), " 丙 ");
  renameArea(idOf("丙"), "  ");
  expect(reopened()).toEqual(["丙"]);
});

test("a deleted area is put back in its place", () => {
  keepAreas(["甲", "乙", "丙"].map((name) => ({ name, area: ZONE })));
  deleteArea(idOf("乙"));
  expect(reopened()).toEqual(["甲", "丙"]);
  undoDelete();
  expect(reopened()).toEqual(["甲", "乙", "丙"]);
  undoDelete();
  expect(names()).toEqual(["甲", "乙", "丙"]);
});

test.each([
  ["no JSON", "{"],
  ["a list of a later version", JSON.stringify({ version: 2, areas: [] })],
  ["something else", JSON.stringify([1, 2])],
])("%s on the device is put aside, not lost, and the page goes on", (_, text) => {
  localStorage.setItem(KEY, text);
  expect(reopened()).toEqual([]);
  keepAreas([{ name: "甲", area: ZONE }]);
  expect(reopened()).toEqual(["甲"]);
  expect(localStorage.getItem(`${KEY}-unreadable`)).toBe(text);
});

test("one broken entry costs no other", () => {
  keepAreas([{ name: "甲", area: ZONE }]);
  const { areas } = JSON.parse(localStorage.getItem(KEY) ?? "");
  const broken = JSON.stringify({ version: 1, areas: [{ name: 7 }, ...areas] });
  localStorage.setItem(KEY, broken);
  expect(reopened()).toEqual(["甲"]);
  expect(localStorage.getItem(`${KEY}-unreadable`)).toBe(broken);
});

test("what another window kept meanwhile is not overwritten", () => {
  keepAreas([{ name: "甲", area: ZONE }]);
  const other = { id: "other", name: "别窗", district: "500000", area: ZONE };
  const { areas } = JSON.parse(localStorage.getItem(KEY) ?? "");
  localStorage.setItem(KEY, JSON.stringify({ version: 1, areas: [...areas, other] }));
  keepAreas([{ name: "乙", area: ZONE }]);
  expect(reopened()).toEqual(["甲", "别窗", "乙"]);
});
