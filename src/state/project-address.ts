import { CONSENT_PURPOSES } from "../../server/contract/consent-purposes.ts";
import type { HeldStatus } from "../../server/contract/funding.ts";
import type { ItemStanding } from "../../server/contract/programme-items.ts";
import type { ConflictTest } from "../../server/contract/project-conflicts.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import type { MoneyChoice } from "./money-state.ts";
import { oneOf } from "./one-of.ts";
import type { ProjectChoice } from "./project-state.ts";

type Shown = Pick<
  AppState,
  | "projectText"
  | "projectChoice"
  | "moneyChoice"
  | "consentPurpose"
  | "itemList"
  | "itemStanding"
  | "timelineBy"
  | "conflictTest"
>;
type Parts = Record<string, string | null>;

/** How the projects are shown and filtered, as it stands in the address; null = left out, as at the start. */
export function projectParts({
  projectText,
  projectChoice,
  moneyChoice,
  consentPurpose,
  itemList,
  itemStanding,
  timelineBy,
  conflictTest,
}: Shown): Parts {
  return {
    group: timelineBy === INITIAL_STATE.timelineBy ? null : timelineBy,
    conflict: conflictTest,
    ...choiceParts(projectText, projectChoice),
    items: itemList,
    standing: itemStanding,
    consent: consentPurpose === INITIAL_STATE.consentPurpose ? null : consentPurpose,
    fund: moneyChoice.kind,
    paid: moneyChoice.status,
    sources: moneyChoice.sources,
  };
}

function choiceParts(projectText: string, choice: ProjectChoice): Parts {
  const { categories, stages, year, zone, near, tasks, funds, minYuan, maxYuan } = choice;
  return {
    tasks: tasks.length === 0 ? null : tasks.join(","),
    funds: funds.length === 0 ? null : funds.join(","),
    duty: choice.unit,
    over: minYuan === null ? null : String(minYuan),
    under: maxYuan === null ? null : String(maxYuan),
    treat: choice.disposition,
    inside: choice.within ? "area" : null,
    text: projectText === "" ? null : projectText,
    types: categories.length === 0 ? null : categories.join(","),
    stages: stages.length === 0 ? null : stages.join(","),
    year: year === null ? null : String(year),
    batch: choice.batch,
    renewal: zone,
    near:
      near &&
      `${near.lon.toFixed(6)},${near.lat.toFixed(6)},${near.metres}${near.name === null ? "" : `,${near.name}`}`,
  };
}

/** The filters that the parts of an address say; what cannot be is left out. */
export function projectChoiceFrom(given: URLSearchParams): ProjectChoice {
  const codes = (name: string) => (given.get(name) ?? "").split(",").filter((code) => code !== "");
  const yuan = (name: string) => (/^\d{1,15}$/.test(given.get(name) ?? "") ? Number(given.get(name)) : null);
  const year = given.get("year") ?? "";
  return {
    categories: codes("types"),
    stages: codes("stages"),
    year: /^\d{4}$/.test(year) ? Number(year) : null,
    batch: /^[a-z-]+:\d{4}$/.exec(given.get("batch") ?? "")?.[0] ?? null,
    zone: given.get("renewal"),
    near: nearFrom(given.get("near")),
    tasks: codes("tasks"),
    funds: codes("funds"),
    unit: given.get("duty") || null,
    minYuan: yuan("over"),
    maxYuan: yuan("under"),
    disposition: given.get("treat") || null,
    within: given.get("inside") === "area",
  };
}

const TESTS: readonly ConflictTest[] = [
  "same-ground",
  "funded-twice",
  "protection-overlap",
  "road-opened-again",
];

/** How the timeline is grouped and which conflicts are looked at by the parts of an address. */
export function poolChoiceFrom(given: URLSearchParams): Pick<Shown, "timelineBy" | "conflictTest"> {
  const test = given.get("conflict");
  return {
    timelineBy: given.get("group") === "unit" ? "unit" : INITIAL_STATE.timelineBy,
    conflictTest: oneOf(TESTS, test),
  };
}

/** Which plots and which list the parts of an address ask for. */
export function programmeChoiceFrom(
  given: URLSearchParams,
): Pick<Shown, "consentPurpose" | "itemList" | "itemStanding"> {
  const [purpose, standing] = [given.get("consent"), given.get("standing")];
  return {
    consentPurpose: oneOf(CONSENT_PURPOSES, purpose) ?? INITIAL_STATE.consentPurpose,
    itemList: given.get("items") || null,
    itemStanding: oneOf(ITEM_STANDINGS, standing),
  };
}

function nearFrom(text: string | null): ProjectChoice["near"] {
  const [lonText, latText, metresText, ...named] = (text ?? "").split(",");
  const numbers = [lonText, latText, metresText].map(Number);
  const [lon, lat, metres] = numbers;
  if (text === null || !numbers.every(Number.isFinite)) return null;
  const isSound = Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90 && metres! > 0;
  return isSound ? { lon: lon!, lat: lat!, metres: metres!, name: named.join(",") || null } : null;
}

// not those of the contract, which would bring its schemas before the first map
const HELD_STATUSES: readonly HeldStatus[] = ["declared", "approved", "received"];
const ITEM_STANDINGS: readonly ItemStanding[] = ["entered", "done", "overdue"];
const SOURCES = ["all", "target"] as const satisfies readonly MoneyChoice["sources"][];

/** Which money the parts of an address ask for; what cannot be is left out. */
export function moneyChoiceFrom(given: URLSearchParams): MoneyChoice {
  const [paid, sources] = [given.get("paid"), given.get("sources")];
  return {
    kind: given.get("fund"),
    status: oneOf(HELD_STATUSES, paid),
    sources: oneOf(SOURCES, sources),
  };
}
