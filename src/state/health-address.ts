import { type AppState, INITIAL_STATE } from "./app-state.ts";

/** The question of the health check as text of the address, its edition; null while it is not asked. */
export function healthToText({ asked, edition }: AppState["health"]): string | null {
  return asked ? edition : null;
}

/** The question a text says. */
export function healthFromText(text: string | null): AppState["health"] {
  return text ? { asked: true, edition: text } : INITIAL_STATE.health;
}
