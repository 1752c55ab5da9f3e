// @vitest-environment jsdom
import i18next from "i18next";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { BackendError, type Failure } from "../../../src/backend.ts";
import { entryTextZhCn } from "../../../src/locale/entry-text-zh-cn.ts";
import { zhCn } from "../../../src/locale/zh-cn.ts";
import { DraftForm } from "../../../src/panels/draft-form.tsx";
import { FormRefusal } from "../../../src/panels/form-parts.tsx";
import { MoneyRefusal } from "../../../src/panels/money-refusal.tsx";
import { fieldOfPath } from "../../../src/panels/refused-field.ts";
import { useApp } from "../../../src/state/store.ts";

let root: Root;
let refusal: Failure;
const show = (element: React.ReactNode) => act(async () => root.render(element));
const refused = (path: string, details: Record<string, unknown>): Failure => ({
  ...{ code: "invalid-parameter", message: `${path} will not do.`, path, details },
  ...{ place: null, retryAfterS: null },
});

beforeAll(async () => {
  const translation = { ...zhCn, entry: entryTextZhCn };
  await i18next
    .use(initReactI18next)
    .init({ resources: { "zh-CN": { translation } }, lng: "zh-CN", interpolation: { escapeValue: false } });
});
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  useApp.setState({ district: "500103", language: "zh-CN" });
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild!);
});
afterEach(async () => {
  await show(null);
  sessionStorage.clear();
});

const send = async () => {
  throw new BackendError(refusal);
};
const submit = () => act(async () => document.querySelector<HTMLElement>("[type=submit]")!.click());

test("a refusal names the field as its form calls it, with what was typed and what would be right, and marks it", async () => {
  await show(
    <DraftForm
      draft="thing"
      save="save"
      onSend={send}
      Refusal={({ refusal: told }) => <FormRefusal refusal={told} title="未保存" />}
    >
      <label>
        <span>目标户数</span>
        <input name="households" defaultValue="2000000" />
      </label>
    </DraftForm>,
  );
  refusal = refused("households", { atMost: "1000000" });
  await submit();
  const text = () => document.querySelector("[role=alert]")!.textContent;
  expect(text()).toBe("未保存目标户数：所填 2,000,000 太大，应不大于 1,000,000。");
  const field = document.querySelector<HTMLInputElement>("[name=households]")!;
  expect(field.getAttribute("aria-invalid")).toBe("true");
  await act(async () => field.dispatchEvent(new Event("input", { bubbles: true })));
  expect(field.hasAttribute("aria-invalid")).toBe(false);
  refusal = { ...refused("", {}), code: "offline", path: null };
  await submit();
  expect(text()).toBe("未保存连不上服务，没有保存；已填内容保留，连上后请再点一次。");
  refusal = refused("nobody.knows", { longest: "200" });
  await submit();
  expect(text()).toBe("未保存太长，至多 200 字。");
});

test("a bound of money is told in 10,000 yuan, in which it is typed", async () => {
  await show(
    <DraftForm draft="money" save="save" onSend={send} Refusal={MoneyRefusal}>
      <label>
        <span>金额（万元）</span>
        <input name="amount" defaultValue="99999999999" />
      </label>
    </DraftForm>,
  );
  refusal = refused("amountYuan", { atMost: "10000000000000" });
  await submit();
  expect(document.querySelector("[role=alert] p")!.textContent).toBe(
    "金额（万元）：所填 99,999,999,999 太大，应不大于 1,000,000,000。",
  );
});

test("a field is found by its path, by its parts, and of a row of kinds by which of the filled it is", () => {
  document.body.innerHTML = `<form><input name="approvedOn"><input name="giver"><input name="stage-signed">
    <input name="households-dwelling"><input name="households-shop" value="3"></form>`;
  const form = document.querySelector("form")!;
  const found = (path: string) => fieldOfPath(form, path)?.name;
  expect(found("approval.approvedOn")).toBe("approvedOn");
  expect(found("giverZh")).toBe("giver");
  expect(found("stages.signed")).toBe("stage-signed");
  expect(found("counts.0.households")).toBe("households-shop");
  expect(found("nothing")).toBeUndefined();
});
