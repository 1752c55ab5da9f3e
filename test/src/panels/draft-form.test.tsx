// @vitest-environment jsdom
import { act, useState } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DraftForm, useKept, useOpened } from "../../../src/panels/draft-form.tsx";
import { draftOf } from "../../../src/state/drafts.ts";
import { useApp } from "../../../src/state/store.ts";

let root: Root;
const sent: Record<string, unknown>[] = [];
let answer: () => Promise<unknown> = async () => true;

/** A form with what forms have: a text with a value of its own, a choice that brings a field, lines, a choice that comes late. */
function Form({ name = "原名", options = ["a", "b"], onClose = () => {} }) {
  const [stage, setStage] = useState("first");
  return (
    <DraftForm
      draft="thing 1"
      save="save"
      onClose={onClose}
      onSend={async (form) => {
        sent.push({ ...Object.fromEntries(form), lines: form.getAll("line") });
        return answer();
      }}
    >
      <input name="name" defaultValue={name} />
      <input name="note" defaultValue="甲" />
      <select name="stage" value={stage} onChange={({ target }) => setStage(target.value)}>
        <option>first</option>
        <option>later</option>
      </select>
      {stage === "later" ? <input name="reason" /> : null}
      <details>
        <input type="checkbox" name="kept" />
        <select name="zone">
          {options.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </details>
      <Lines />
    </DraftForm>
  );
}

function Lines() {
  const [lines, setLines] = useKept("lines", 1);
  return (
    <>
      {Array.from({ length: lines }, (_, at) => at).map((at) => (
        <input key={at} name="line" />
      ))}
      <button type="button" className="add" onClick={() => setLines(lines + 1)} />
    </>
  );
}

function Opened() {
  const [isOpen, setOpen] = useOpened("thing 1");
  return isOpen ? <Form onClose={() => setOpen(false)} /> : <p className="closed" />;
}

const show = (element: React.ReactNode) => act(async () => root.render(element));
const find = <Kind extends Element = HTMLInputElement>(selector: string, at = 0) =>
  document.querySelectorAll<Kind>(selector)[at]!;
const click = (selector: string) => act(async () => find<HTMLElement>(selector).click());
const type = (selector: string, text: string, at = 0) =>
  act(async () => {
    const field = find(selector, at);
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")!.set!.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });

async function typeAll() {
  await show(<Form />);
  await type("[name=name]", "滨江老街更新");
  await type("[name=stage]", "later");
  await type("[name=reason]", "区政府专题会议已定");
  await click("[name=kept]");
  await click(".add");
  await type("[name=line]", "第二行", 1);
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  useApp.setState({ district: "500103" });
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild!);
  sent.length = 0;
  answer = async () => true;
});

afterEach(async () => {
  await show(null);
  sessionStorage.clear();
});

test("what is typed stands there again after leaving, with the fields and lines it brought, and says so", async () => {
  await typeAll();
  await show(null);
  await show(<Form />);
  expect(find("[name=name]").value).toBe("滨江老街更新");
  expect(find("[name=reason]").value).toBe("区政府专题会议已定");
  expect(find("[name=kept]").checked).toBe(true);
  expect(find<HTMLDetailsElement>("details").open).toBe(true);
  expect(find("[name=line]", 1).value).toBe("第二行");
  expect(find(".draft-note")).toBeTruthy();
  await click("[type=submit]");
  expect(sent[0]).toMatchObject({ name: "滨江老街更新", stage: "later", lines: ["", "第二行"] });
  expect(draftOf("thing 1")).toBeNull();
});

test("only what was typed is kept: what others changed meanwhile stands as it is now", async () => {
  await show(<Form />);
  await type("[name=note]", "乙");
  await show(null);
  await show(<Form name="新名" />);
  expect(find("[name=name]").value).toBe("新名");
  expect(find("[name=note]").value).toBe("乙");
  await type("[name=note]", "甲");
  expect(draftOf("thing 1")).toBeNull();
});

test("a choice that comes late is taken when it is there, and kept until then", async () => {
  await show(<Form options={["a", "b", "c"]} />);
  await type("[name=zone]", "c");
  await show(null);
  await show(<Form options={["a"]} />);
  await type("[name=note]", "乙");
  await show(<Form options={["a", "b", "c"]} />);
  await act(async () => {});
  expect(find("[name=zone]").value).toBe("c");
});

test("discarding sets all back, cancelling gives all up, and a form with something typed opens again", async () => {
  await typeAll();
  await show(null);
  await show(<Form />);
  await click(".draft-note button");
  expect(find("[name=name]").value).toBe("原名");
  expect(find("[name=reason]")).toBeUndefined();
  expect(find("[name=line]", 1)).toBeUndefined();
  expect(find(".draft-note")).toBeUndefined();
  await type("[name=name]", "又一次");
  await show(<Opened />);
  expect(find("[name=name]").value).toBe("又一次");
  await click("form > .actions button:last-child");
  expect(find(".closed")).toBeTruthy();
  expect(draftOf("thing 1")).toBeNull();
});

test("what the service refuses stays typed, and is kept of its district alone", async () => {
  await typeAll();
  answer = async () => false;
  await click("[type=submit]");
  expect(find("[name=name]").value).toBe("滨江老街更新");
  answer = () => Promise.reject(new Error("no connection"));
  await click("[type=submit]");
  expect(sent).toHaveLength(2);
  expect(draftOf("thing 1")?.fields).toContainEqual({ name: "name", at: 0, value: "滨江老街更新" });
  useApp.setState({ district: "500103-osm" });
  expect(draftOf("thing 1")).toBeNull();
});
