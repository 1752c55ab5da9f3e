import { PERSONAS } from "../../server/contract/life-circle-coverage.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import { oneOf } from "./one-of.ts";

/** The question about river banks as text of the address, `persona,widest barrier`; null while none is asked. */
export function riverfrontToText({ asked, persona, secondary }: AppState["riverfront"]): string | null {
  return asked ? [persona, secondary ? "secondary" : "primary"].join(",") : null;
}

/** The question a text says; what it leaves out, or says in a way that cannot be, is as at the start. */
export function riverfrontFromText(text: string | null): AppState["riverfront"] {
  if (!text) return INITIAL_STATE.riverfront;
  const [persona, barrier] = text.split(",");
  return {
    asked: true,
    persona: oneOf(PERSONAS, persona) ?? INITIAL_STATE.riverfront.persona,
    secondary: barrier === "secondary",
  };
}
