// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ERROR_STATUS } from "../../../server/contract/error-reply.ts";
import { failureOf, mayPass } from "../../../src/backend.ts";
import { FailureNote } from "../../../src/panels/failure-note.tsx";

const FIRST_OF_SERVER = 500;
const TOO_MANY = 429;

let root: Root;
let tries = 0;

const show = (code: string) =>
  act(async () =>
    root.render(
      <FailureNote failure={{ ...failureOf("It was refused."), code }} onRetry={() => (tries += 1)} />,
    ),
  );
const button = () => document.querySelector<HTMLButtonElement>(".failure button");

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  tries = 0;
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild!);
});
afterEach(() => act(async () => root.unmount()));

test.each(["offline", "busy", "internal"])("what may pass, as %s, can be tried again", async (code) => {
  await show(code);
  await act(async () => button()!.click());
  expect(tries).toBe(1);
});

test.each(["not-on-network", "area-outside-district", "invalid-parameter", "unknown-zone", "forbidden"])(
  "what asking again cannot change, as %s, is told without a button",
  async (code) => {
    await show(code);
    expect(document.querySelector(".failure")!.textContent).not.toBe("");
    expect(button()).toBeNull();
  },
);

test("of the service's refusals those of its own, of too many requests and of a record that may change pass", () => {
  for (const [code, status] of Object.entries(ERROR_STATUS)) {
    const passes = status >= FIRST_OF_SERVER || status === TOO_MANY || code === "conflict";
    expect({ code, mayPass: mayPass({ code }) }).toEqual({ code, mayPass: passes });
  }
});
