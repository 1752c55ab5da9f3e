import {
  type CatchmentClasses,
  type CatchmentScheme,
  catchmentClasses,
} from "../cartography/catchment-classes.ts";
import type { AppState } from "./app-state.ts";
import type { CatchmentAnswer, CatchmentQuestion } from "./catchment-state.ts";
import { selectGapArea } from "./gap-question.ts";
import { answerOfRun } from "./store.ts";

/** The question of the catchment, or null while none is asked. */
export function selectCatchmentQuestion(state: AppState): CatchmentQuestion | null {
  const { mode, district, catchment, conditions } = state;
  const { category, minutes, demand, view: _, scheme: __, ...how } = catchment;
  if (mode !== "analyse" || category === null || district === null) return null;
  const area = selectGapArea(state);
  if (area === null) return null;
  return {
    ...{ district, area, category, ...how, at: conditions.at, fares: conditions.fares },
    ruleSet: state.sheetParams.ruleSet,
    ...(minutes === null ? {} : { minutes }),
    ...(demand === null ? {} : { demand }),
  };
}

/** The catchment to be shown, if there is one. */
export function selectCatchmentAnswer(state: AppState): CatchmentAnswer | null {
  return selectCatchmentQuestion(state) === null ? null : answerOfRun(state.twoStepCatchment);
}

const made = new WeakMap<CatchmentAnswer, Map<CatchmentScheme, CatchmentClasses>>();

/** The classes of an answer, the same object for the same answer, as a selector must. */
export function classesOf(answer: CatchmentAnswer, scheme: CatchmentScheme): CatchmentClasses {
  const known = made.get(answer) ?? new Map<CatchmentScheme, CatchmentClasses>();
  made.set(answer, known);
  const classes = known.get(scheme) ?? catchmentClasses(answer.result, scheme);
  known.set(scheme, classes);
  return classes;
}

/** The classes of the catchment to be shown. */
export function selectCatchmentClasses(state: AppState): CatchmentClasses | null {
  const answer = selectCatchmentAnswer(state);
  return answer && classesOf(answer, state.catchment.scheme);
}
