import { ASSET_KINDS } from "../../server/contract/assets.ts";
import { ESTATE_SORTS, LIFT_STATES } from "../../server/contract/estates.ts";
import { DISPOSITIONS, SAFETY_GRADES } from "../../server/contract/filter-count.ts";
import { DUE_STATES } from "../../server/contract/safety-records.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import type { AssetChoice, EstateChoice, SafetyChoice } from "./ledger-state.ts";
import { oneOf } from "./one-of.ts";

type Kept = "estateChoice" | "safetyChoice" | "assetChoice";
type Parts = Record<string, string | null>;

/** What narrows each ledger, as it stands in the address; null = left out, as at the start. */
export function ledgerParts({ estateChoice, safetyChoice, assetChoice }: Pick<AppState, Kept>): Parts {
  return {
    estates: textOf(estateChoice, INITIAL_STATE.estateChoice),
    safety: textOf(safetyChoice, INITIAL_STATE.safetyChoice),
    assets: textOf(assetChoice, INITIAL_STATE.assetChoice),
  };
}

// `builtFrom:2001;lift:none`: what is as at the start is left out
function textOf<Choice extends object>(choice: Choice, start: Choice): string | null {
  const given = (Object.keys(choice) as (keyof Choice & string)[])
    .filter((key) => choice[key] !== start[key])
    .map((key) => `${key}:${String(choice[key] ?? "").replace(/[%;]/g, encodeURIComponent)}`);
  return given.length === 0 ? null : given.join(";");
}

const wordsOf = (text: string | null): ReadonlyMap<string, string> =>
  new Map(
    (text ?? "").split(";").map((part) => {
      const at = part.indexOf(":");
      const value = part.slice(at + 1).replace(/%3B|%25/g, decodeURIComponent);
      return [part.slice(0, Math.max(at, 0)), value] as const;
    }),
  );

const yearOf = (text: string | undefined) => (/^\d{4}$/.test(text ?? "") ? Number(text) : null);

/** What the parts of an address say of the ledgers; what cannot be is as at the start. */
export function ledgersFrom(given: URLSearchParams): Pick<AppState, Kept> {
  return {
    estateChoice: estateChoiceFrom(wordsOf(given.get("estates"))),
    safetyChoice: safetyChoiceFrom(wordsOf(given.get("safety"))),
    assetChoice: assetChoiceFrom(wordsOf(given.get("assets"))),
  };
}

function estateChoiceFrom(words: ReadonlyMap<string, string>): EstateChoice {
  return {
    builtFrom: yearOf(words.get("builtFrom")),
    builtTo: yearOf(words.get("builtTo")),
    lift: oneOf(LIFT_STATES, words.get("lift")),
    project: oneOf(["none", "some"], words.get("project")),
    survey: oneOf(["none", "some"], words.get("survey")),
    text: words.get("text") ?? "",
    sort: oneOf(ESTATE_SORTS, words.get("sort")) ?? INITIAL_STATE.estateChoice.sort,
  };
}

function safetyChoiceFrom(words: ReadonlyMap<string, string>): SafetyChoice {
  return {
    due: oneOf(DUE_STATES, words.get("due")),
    grade: oneOf([...SAFETY_GRADES, "none"], words.get("grade")),
    hazards: oneOf(["open"], words.get("hazards")),
    disposition: oneOf([...DISPOSITIONS, "none"], words.get("disposition")),
    text: words.get("text") ?? "",
  };
}

function assetChoiceFrom(words: ReadonlyMap<string, string>): AssetChoice {
  return {
    kind: oneOf(ASSET_KINDS, words.get("kind")),
    state: oneOf(["idle", "closed"], words.get("state")),
    text: words.get("text") ?? "",
  };
}
