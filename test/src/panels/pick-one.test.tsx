// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DraftForm } from "../../../src/panels/draft-form.tsx";
import { PickOne } from "../../../src/panels/pick-one.tsx";
import { useApp } from "../../../src/state/store.ts";

const GROUPS = [
  { key: "east", label: "东街道", options: [{ id: "east-1", label: "东社区1" }] },
  { key: "west", label: "西街道", options: [{ id: "west-1", label: "西社区1" }] },
];
let root: Root;
let sent: FormDataEntryValue | null = null;

const show = (isOpen: boolean) =>
  act(async () =>
    root.render(
      isOpen ? (
        <DraftForm
          draft="project"
          save="save"
          onSend={async (form) => {
            sent = form.get("zone");
          }}
        >
          <PickOne name="zone" legend="分区" groups={GROUPS} required />
        </DraftForm>
      ) : null,
    ),
  );
const find = <Kind extends HTMLElement = HTMLElement>(selector: string) =>
  document.querySelector<Kind>(selector);
const click = (selector: string) => act(async () => find(selector)!.click());

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

test("one of many stands alone once it is chosen, goes with a press for another, stays over leaving the form, and is sent", async () => {
  expect(find<HTMLInputElement>("[type=search]")!.validity.customError).toBe(true);
  await click(".pick-group");
  await click(".pick-options button");
  expect(find("[type=search]")).toBeNull();
  expect(find<HTMLInputElement>("[name=zone]")!.value).toBe("east-1");
  expect(document.activeElement).toBe(find(".chip"));
  await click(".chip");
  expect(find("[name=zone]")).toBeNull();
  expect(document.activeElement).toBe(find("[type=search]"));
  await click("section:last-of-type .pick-group");
  await click(".pick-options button");
  await show(false);
  await show(true);
  expect(find(".chip")!.textContent).toBe("西社区1 ×");
  // what was not pressed takes nobody's place
  expect(document.activeElement).toBe(document.body);
  await click("[type=submit]");
  expect(sent).toBe("west-1");
  expect(find(".chip")).toBeNull();
});
