import { PERSONAS } from "../../server/contract/life-circle-coverage.ts";
import { runAnalysis } from "../backend.ts";
import type { AppState } from "./app-state.ts";
import { following } from "./following.ts";
import { selectQuestion } from "./sheet.ts";
import type { CoverageAnswer, PersonasQuestion } from "./sheet-state.ts";
import { useApp } from "./store.ts";

export const setBesidePersonas = (besidePersonas: boolean) => useApp.setState({ besidePersonas });

/** The question of all walkers side by side: that of the sheet without its own walker; null while they are not asked for. */
export function selectPersonasQuestion(state: AppState): PersonasQuestion | null {
  const question = state.besidePersonas ? selectQuestion(state) : null;
  if (question === null) return null;
  const { persona: _, ...others } = question;
  return others;
}

/** Asks for every walker. */
export const { follow: followPersonas, again: personasAgain } = following<
  PersonasQuestion,
  readonly CoverageAnswer[]
>({
  select: selectPersonasQuestion,
  ask: ({ district, ...params }, signal) =>
    Promise.all(
      PERSONAS.map((persona) =>
        runAnalysis("life-circle-coverage", { district, params: { ...params, persona }, signal }),
      ),
    ),
  put: (personasCoverage) => useApp.setState({ personasCoverage }),
});
