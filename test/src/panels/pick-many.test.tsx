// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DraftForm } from "../../../src/panels/draft-form.tsx";
import { PickMany } from "../../../src/panels/pick-many.tsx";
import { useApp } from "../../../src/state/store.ts";

const options = (place: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `${place}-${at}`, label: `${place}社区${at}` }));
const GROUPS = [
  { key: "east", label: "东街道", options: options("东", 60) },
  { key: "west", label: "西街道", options: options("西", 3) },
];
let root: Root;
let sent: string[] = [];

const show = (isOpen: boolean) =>
  act(async () =>
    root.render(
      isOpen ? (
        <DraftForm
          draft="adviser"
          save="save"
          onSend={async (form) => {
            sent = form.getAll("zones").map(String);
          }}
        >
          <PickMany name="zones" legend="服务社区" groups={GROUPS} required />
        </DraftForm>
      ) : null,
    ),
  );
const all = <Kind extends HTMLElement = HTMLElement>(selector: string) => [
  ...document.querySelectorAll<Kind>(selector),
];
const click = (element: HTMLElement | undefined) => act(async () => element!.click());
const tick = (label: string) => click(all("label").find(({ textContent }) => textContent?.includes(label)));
const seek = (text: string) =>
  act(async () => {
    const search = all<HTMLInputElement>("[type=search]")[0]!;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(search, text);
    search.dispatchEvent(new Event("input", { bubbles: true }));
  });
const chips = () => all(".chip").map(({ textContent }) => textContent?.replace(/ ×$/, ""));

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  useApp.setState({ district: "500103" });
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild!);
  await show(true);
});
afterEach(async () => {
  await show(false);
  sessionStorage.clear();
});

test("what is picked group by group and by name stands as chips, is sent, and stays over leaving the form", async () => {
  const search = all<HTMLInputElement>("[type=search]")[0]!;
  expect(search.validity.customError).toBe(true);
  await click(all(".pick-group")[1]);
  await tick("西社区1");
  await seek("东社区59");
  expect(all(".pick-options label")).toHaveLength(1);
  await tick("东社区59");
  expect(chips()).toEqual(["西社区1", "东社区59"]);
  expect(search.validity.valid).toBe(true);
  await show(false);
  await show(true);
  expect(chips()).toEqual(["西社区1", "东社区59"]);
  await click(all(".chip")[0]);
  await click(all("[type=submit]")[0]);
  expect(sent).toEqual(["东-59"]);
  expect(chips()).toEqual([]);
});

test("a long group lists so many, and Enter in the search sends nothing", async () => {
  await click(all(".pick-group")[0]);
  expect(all(".pick-options label")).toHaveLength(40);
  const enter = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
  all("[type=search]")[0]!.dispatchEvent(enter);
  expect(enter.defaultPrevented).toBe(true);
});
