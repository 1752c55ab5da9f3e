import { PERSONAS } from "../../server/contract/life-circle-coverage.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import { oneOf } from "./one-of.ts";
import { STREET_ANALYSES } from "./street-state.ts";

/** The question about streets as text of the address, `analysis,persona`; null while none is asked. */
export function streetToText({ asked, persona }: AppState["street"]): string | null {
  return asked === null ? null : [asked, persona].join(",");
}

/** The question a text says; what it leaves out, or says in a way that cannot be, is as at the start. */
export function streetFromText(text: string | null): AppState["street"] {
  const [asked, persona] = (text ?? "").split(",");
  const known = oneOf(STREET_ANALYSES, asked);
  if (known === null) return INITIAL_STATE.street;
  return { asked: known, persona: oneOf(PERSONAS, persona) ?? INITIAL_STATE.street.persona };
}
