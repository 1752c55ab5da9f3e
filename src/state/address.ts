import { PERSONAS } from "../../server/contract/life-circle-coverage.ts";
import { COLOURING_NAMES } from "../cartography/colourings/registry.ts";
import { type AppState, INITIAL_STATE, MODES } from "./app-state.ts";
import { LANGUAGES, LAYER_GROUPS, THEMES } from "./appearance-state.ts";
import { catchmentFromText, catchmentToText } from "./catchment-address.ts";
import { comparedFromText, comparedToText } from "./comparison-address.ts";
import { conditionParts, conditionsFrom } from "./conditions-address.ts";
import { dispatchChoiceFrom, dispatchParts } from "./dispatch-address.ts";
import { filterChoiceFrom, filterParts } from "./filter-address.ts";
import { findingParts, findingsFrom } from "./finding-address.ts";
import { gapFromText, gapToText } from "./gap-address.ts";
import { healthFromText, healthToText } from "./health-address.ts";
import { ledgerParts, ledgersFrom } from "./ledger-address.ts";
import {
  areaFromText,
  areaToText,
  sketchFromText,
  sketchToText,
  viewFromText,
  viewToText,
} from "./map-address.ts";
import { minutesFrom, minutesParts } from "./minutes-address.ts";
import { oneOf } from "./one-of.ts";
import {
  moneyChoiceFrom,
  poolChoiceFrom,
  programmeChoiceFrom,
  projectChoiceFrom,
  projectParts,
} from "./project-address.ts";
import { viewFrom, viewParts } from "./projects-view.ts";
import { QUESTION_NAMES } from "./question-names.ts";
import { radiusFromText, radiusToText } from "./radius-address.ts";
import { riverfrontFromText, riverfrontToText } from "./riverfront-address.ts";
import { routeFromText, routeToText } from "./route-address.ts";
import { streetFromText, streetToText } from "./street-address.ts";
import { walkFromText, walkToText } from "./walk-address.ts";

/** The names of the part of the state that stands in the address of the page. */
export const ADDRESSED = [
  "district",
  "mode",
  "language",
  "theme",
  "bothNames",
  "switchedGroups",
  "colouring",
  "reachCategory",
  "minutes",
  "view",
  "selection",
  "area",
  "sketch",
  "compared",
  "comparing",
  "sheetParams",
  "walk",
  "conditions",
  "route",
  "filter",
  "gap",
  "street",
  "radius",
  "catchment",
  "besidePersonas",
  "health",
  "riverfront",
  "openedQuestion",
  "litCategory",
  "projectsView",
  "consentPurpose",
  "itemList",
  "itemStanding",
  "operationState",
  "estateChoice",
  "safetyChoice",
  "assetChoice",
  "reportOpen",
  "projectText",
  "projectChoice",
  "timelineBy",
  "conflictTest",
  "findingChoice",
  "moneyChoice",
  "dispatchChoice",
] as const satisfies readonly (keyof AppState)[];

/** That part. */
export type Addressed = Pick<AppState, (typeof ADDRESSED)[number]>;

/** The addressed part of a state. */
export function selectAddressed(state: AppState): Addressed {
  return Object.fromEntries(ADDRESSED.map((key) => [key, state[key]])) as unknown as Addressed;
}

/** The fragment of the address that says this state; what is as at the start is left out. */
export function toFragment(state: Addressed): string {
  const parts: Record<string, string | null> = {
    district: state.district,
    mode: state.mode === INITIAL_STATE.mode ? null : state.mode,
    lang: state.language === INITIAL_STATE.language ? null : state.language,
    theme: state.theme === INITIAL_STATE.theme ? null : state.theme,
    names: state.bothNames ? "both" : null,
    layers: state.switchedGroups.length === 0 ? null : state.switchedGroups.join(","),
    colour: state.colouring === INITIAL_STATE.colouring ? null : state.colouring,
    minutes: state.reachCategory,
    ...minutesParts(state),
    view: state.view && viewToText(state.view),
    select: state.selection && `${state.selection.layer}/${state.selection.id}`,
    area: state.area && areaToText(state.area),
    sketch: state.sketch && sketchToText(state.sketch),
    compare: comparedToText(state.compared, areaToText),
    persona: changed(state, "persona"),
    count: changed(state, "mode"),
    rules: changed(state, "ruleSet"),
    walk: walkToText(state.walk),
    route: routeToText(state.route),
    ...conditionParts(state.conditions),
    ...filterParts(state.filter),
    gap: gapToText(state.gap),
    street: streetToText(state.street),
    radius: radiusToText(state.radius),
    share: catchmentToText(state.catchment),
    walkers: state.besidePersonas ? "all" : null,
    check: healthToText(state.health),
    river: riverfrontToText(state.riverfront),
    ask: state.openedQuestion,
    category: state.litCategory,
    open: state.reportOpen ? "report" : state.comparing ? "comparison" : null,
    ...projectParts(state),
    ...viewParts(state),
    ...findingParts(state),
    ...dispatchParts(state.dispatchChoice),
    let: state.operationState,
    ...ledgerParts(state),
  };
  return Object.entries(parts)
    .filter((part): part is [string, string] => part[1] !== null)
    .map(([key, value]) => `${key}=${escaped(value)}`)
    .join("&");
}

// commas, semicolons, slashes, colons and the at sign may stand in a fragment as they are, and so a person can read it
function escaped(value: string): string {
  return encodeURIComponent(value).replace(/%(2C|3B|2F|3A|21|40)/g, decodeURIComponent);
}

function changed({ sheetParams }: Addressed, name: keyof AppState["sheetParams"]): string | null {
  return sheetParams[name] === INITIAL_STATE.sheetParams[name] ? null : sheetParams[name];
}

/** The state a fragment says; what it leaves out, or says in a way that cannot be, is as at the start. */
export function fromFragment(fragment: string): Addressed {
  const given = new URLSearchParams(fragment.replace(/^#/, "").replace(/\+/g, "%2B"));
  const [layer, ...id] = (given.get("select") ?? "").split("/");
  return {
    district: given.get("district"),
    mode: oneOf(MODES, given.get("mode")) ?? INITIAL_STATE.mode,
    language: oneOf(LANGUAGES, given.get("lang")) ?? INITIAL_STATE.language,
    theme: oneOf(THEMES, given.get("theme")) ?? INITIAL_STATE.theme,
    bothNames: given.get("names") === "both",
    switchedGroups: (given.get("layers") ?? "").split(",").flatMap((name) => oneOf(LAYER_GROUPS, name) ?? []),
    colouring: oneOf(COLOURING_NAMES, given.get("colour")) ?? INITIAL_STATE.colouring,
    reachCategory: given.get("minutes"),
    minutes: minutesFrom(given),
    view: viewFromText(given.get("view")),
    selection: layer && id.length > 0 ? { layer, id: id.join("/") } : null,
    area: areaFromText(given.get("area")),
    sketch: sketchFromText(given.get("sketch")),
    compared: comparedFromText(given.get("compare"), areaFromText),
    comparing: given.get("open") === "comparison",
    sheetParams: {
      persona: oneOf(PERSONAS, given.get("persona")) ?? INITIAL_STATE.sheetParams.persona,
      mode: oneOf(["time", "distance", "both"], given.get("count")) ?? INITIAL_STATE.sheetParams.mode,
      ruleSet: given.get("rules") ?? INITIAL_STATE.sheetParams.ruleSet,
    },
    walk: walkFromText(given.get("walk")),
    route: routeFromText(given.get("route")),
    conditions: conditionsFrom(given),
    filter: filterChoiceFrom(given),
    gap: gapFromText(given.get("gap")),
    street: streetFromText(given.get("street")),
    radius: radiusFromText(given.get("radius")),
    catchment: catchmentFromText(given.get("share")),
    besidePersonas: given.get("walkers") === "all",
    health: healthFromText(given.get("check")),
    riverfront: riverfrontFromText(given.get("river")),
    openedQuestion: oneOf(QUESTION_NAMES, given.get("ask")),
    litCategory: given.get("category"),
    projectsView: viewFrom(given),
    ...programmeChoiceFrom(given),
    ...ledgersFrom(given),
    reportOpen: given.get("open") === "report",
    projectText: given.get("text") ?? "",
    projectChoice: projectChoiceFrom(given),
    ...poolChoiceFrom(given),
    moneyChoice: moneyChoiceFrom(given),
    dispatchChoice: dispatchChoiceFrom(given),
    operationState: oneOf(["run", "closed"], given.get("let")),
    ...findingsFrom(given),
  };
}
