// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { INITIAL_STATE } from "../../../src/state/app-state.ts";
import { askKeptSheet, questionText, selectKeptAnswer } from "../../../src/state/kept-sheets.ts";
import type { SheetAnswer, SheetQuestion } from "../../../src/state/sheet-state.ts";
import { useApp } from "../../../src/state/store.ts";

const question = (zone: string, more: Partial<SheetQuestion> = {}): SheetQuestion => ({
  district: "500000",
  area: { zone },
  ...INITIAL_STATE.sheetParams,
  ...INITIAL_STATE.conditions,
  ...more,
});
const textOf = (zone: string) => questionText(question(zone));
// enough of an answer to tell one from another: nothing here reads its figures
const answer = (dataVersion: number) => ({ result: {}, dataVersion }) as unknown as SheetAnswer;
const done = (zone: string, dataVersion: number) => ({
  [textOf(zone)]: { status: "done" as const, params: question(zone), result: answer(dataVersion) },
});
const statuses = () => Object.values(useApp.getState().keptSheets).map(({ status }) => status);
const refused = () =>
  Response.json(
    { error: { code: "busy", message: "Try again." } },
    { status: 503, headers: { "retry-after": "1" } },
  );

const fetched = vi.fn<typeof fetch>();
beforeEach(() => {
  useApp.setState({ ...INITIAL_STATE, district: "500000" });
  fetched.mockReset();
  vi.stubGlobal("fetch", fetched);
});
afterEach(() => vi.unstubAllGlobals());

test("equal questions are one text, whatever the order of their parts, and other ones are not", () => {
  const { area, district, ...params } = question("a");
  expect(questionText({ ...params, area, district })).toBe(textOf("a"));
  expect(questionText(question("a", { mode: "distance" }))).not.toBe(textOf("a"));
  expect(JSON.parse(textOf("a"))).toEqual(question("a"));
});

test("a sheet that stands on the page already is kept without asking for it again", async () => {
  const sheet = { status: "done" as const, params: question("a"), result: answer(3) };
  useApp.setState({ sheet });
  await askKeptSheet(textOf("a"));
  expect(fetched).not.toHaveBeenCalled();
  expect(selectKeptAnswer(useApp.getState(), textOf("a"))).toBe(sheet.result);
});

test("a question under way or answered is not asked twice", async () => {
  fetched.mockReturnValue(new Promise(() => undefined));
  void askKeptSheet(textOf("a"));
  void askKeptSheet(textOf("a"));
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(selectKeptAnswer(useApp.getState(), textOf("a"))).toBeNull();
  useApp.setState({ keptSheets: done("b", 1) });
  await askKeptSheet(textOf("b"), { again: true });
  expect(fetched).toHaveBeenCalledTimes(1);
});

test("a failed question says so, stays failed, and is asked again only on demand", async () => {
  fetched.mockImplementation(async () => refused());
  await askKeptSheet(textOf("a"));
  expect(useApp.getState().keptSheets[textOf("a")]).toMatchObject({
    status: "failed",
    failure: { code: "busy" },
  });
  const asked = fetched.mock.calls.length;
  await askKeptSheet(textOf("a"));
  expect(fetched).toHaveBeenCalledTimes(asked);
  await askKeptSheet(textOf("a"), { again: true });
  expect(fetched.mock.calls.length).toBeGreaterThan(asked);
});

test("figures of two versions of the data never stand side by side; those of another district stay", async () => {
  const elsewhere = questionText(question("z", { district: "510000" }));
  useApp.setState({
    keptSheets: {
      ...done("old", 1),
      ...done("same", 2),
      [elsewhere]: { status: "done", params: JSON.parse(elsewhere), result: answer(1) },
    },
    sheet: { status: "done", params: question("new"), result: answer(2) },
  });
  await askKeptSheet(textOf("new"));
  expect(Object.keys(useApp.getState().keptSheets)).toEqual([textOf("same"), elsewhere, textOf("new")]);
});

test("twelve are kept, the oldest goes first", async () => {
  for (let each = 0; each < 13; each++) {
    useApp.setState({ sheet: { status: "done", params: question(`z${each}`), result: answer(1) } });
    await askKeptSheet(textOf(`z${each}`));
  }
  expect(statuses()).toHaveLength(12);
  expect(selectKeptAnswer(useApp.getState(), textOf("z0"))).toBeNull();
  expect(selectKeptAnswer(useApp.getState(), textOf("z12"))).not.toBeNull();
  expect(selectKeptAnswer(useApp.getState(), null)).toBeNull();
});
