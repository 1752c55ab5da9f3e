import type { Page } from "playwright-core";
import { expect } from "vitest";

type Told = (of: string) => string;
const POOL = ".projects .project-count";
const LEDGER = ".ledger .project-count";
const FINDINGS = ".findings .project-count";
const NARROWED = '[data-sum="narrowed"]';
const DISPATCH = ".dispatch-count b";
const sum = (name: string) => `.operation-sums [data-sum="${name}"] dd`;

/** Where the list behind a figure of the page says the same, by part and code of the figure. */
const TOLD: Readonly<Record<string, Told>> = {
  "headline/entered": () => ".lists-view .project-count",
  "headline/projects": () => POOL,
  "headline/light": () => DISPATCH,
  "headline/received": () => NARROWED,
  "headline/gap": () => '[data-figure="gap"]',
  "headline/overdue": () => DISPATCH,
  "headline/approvals-overdue": () => DISPATCH,
  "headline/major-left": () => FINDINGS,
  "pool/stage": () => POOL,
  "pool/batch": () => POOL,
  "dispatch/light": () => DISPATCH,
  "dispatch/amount": (of) => `.dispatch-sums [data-sum="${of}"] dd`,
  "money/received": () => NARROWED,
  "money/approved": () => NARROWED,
  "money/declared": () => NARROWED,
  "money/gap": () => '[data-figure="gap"]',
  "money/leverage": () => '[data-figure="leverage"]',
  "money/type": () => NARROWED,
  "money/unallocated": () => '[data-sum="left"]',
  "money/target": () => '[data-sum="target"]',
  "signing/plots": () => ".signing-sum b",
  "signing/households": () => ".signing-sum b",
  "signing/reached": sum,
  "findings/findings": () => FINDINGS,
  "findings/major-left": () => FINDINGS,
  "findings/state": () => FINDINGS,
  "estates/built": () => LEDGER,
  "estates/to-survey": () => LEDGER,
  "estates/no-lift-no-project": () => LEDGER,
  "assets/idle": () => LEDGER,
  "assets/idle-kind": () => LEDGER,
  "assets/idle-area": () => LEDGER,
  "operation/let-projects": () => sum("projects"),
  "operation/units": () => sum("units"),
  "operation/scenes": () => sum("scenes"),
  "operation/occupancy": () => sum("occupancy"),
};

interface Shown {
  readonly at: number;
  readonly name: string;
  readonly of: string;
  readonly number: string;
}

/** Follows one figure of every code of the open page to its list, which must say the same number, and back; answers which it followed. */
export async function followFigures(page: Page): Promise<readonly string[]> {
  const figures = page.locator(".programme-page [data-code]");
  await page.locator('[data-page="done"]').waitFor();
  const shown = await figures.evaluateAll((all) =>
    all.map((each, at) => {
      const { code, of = "", value } = (each as HTMLElement).dataset;
      const part = each.closest<HTMLElement>("[data-part]")?.dataset.part ?? "headline";
      // how many are entered stands beside how many are published
      const text = code === "entered" ? value : (each.querySelector("b") ?? each).textContent;
      return { at, name: `${part}/${code}`, of, number: /[\d.,:]*\d/.exec(text ?? "")?.[0] ?? "" };
    }),
  );
  const followed = new Map<string, Shown>();
  // of each code the first that has a number other than none
  for (const each of shown)
    if (!followed.has(each.name) && !/^0?$/.test(each.number)) followed.set(each.name, each);
  for (const each of shown) if (!followed.has(each.name)) followed.set(each.name, each);
  for (const { at, name, of, number } of followed.values()) {
    const told = TOLD[name];
    if (told === undefined) throw new Error(`Where the list of ${name} says its number is not known.`);
    await figures.nth(at).click();
    const place = page.locator(told(of)).first();
    await expect
      .poll(() => place.textContent(), { message: `${name} ${of}`, timeout: 20_000 })
      .toContain(number);
    await page.goBack();
    await figures.nth(at).waitFor();
  }
  return [...followed.keys()].sort();
}

export const FOLLOWED = Object.keys(TOLD).sort();
