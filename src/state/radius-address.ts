import { PERSONAS } from "../../server/contract/life-circle-coverage.ts";
import { MAX_RADIUS_MINUTES } from "../../server/contract/radius-coverage.ts";
import { OWN_RADIUS_M } from "../../server/contract/statutory-radius-coverage.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import { oneOf } from "./one-of.ts";
import { RADIUS_ANALYSES } from "./radius-state.ts";

/** The question as text of the address, `analysis,definition,persona,minutes,published[,category,metres]`; null while none is asked. */
export function radiusToText({
  analysis,
  definition,
  persona,
  minutes,
  published,
  own,
}: AppState["radius"]): string | null {
  if (analysis === null) return null;
  const plain = [analysis, definition ?? "", persona, minutes, published ?? ""];
  return [...plain, ...(own ? [own.category, own.radiusM] : [])].join(",");
}

/** The question a text says; what it leaves out, or says in a way that cannot be, is as at the start. */
export function radiusFromText(text: string | null): AppState["radius"] {
  const [name, definition, persona, minutes, published, category, metres] = (text ?? "").split(",");
  const analysis = oneOf(RADIUS_ANALYSES, name);
  if (!analysis) return INITIAL_STATE.radius;
  const start = INITIAL_STATE.radius;
  const whole = Number(minutes);
  const share = published ? Number(published) : Number.NaN;
  return {
    analysis,
    definition: definition || null,
    persona: oneOf(PERSONAS, persona) ?? start.persona,
    minutes: Number.isInteger(whole) && whole >= 1 && whole <= MAX_RADIUS_MINUTES ? whole : start.minutes,
    published: share >= 0 && share <= 1 ? share : null,
    own: ownFrom(category, metres),
  };
}

function ownFrom(category: string | undefined, metres: string | undefined): AppState["radius"]["own"] {
  const radiusM = Number(metres || Number.NaN);
  const isOwn = Number.isInteger(radiusM) && radiusM >= OWN_RADIUS_M.least && radiusM <= OWN_RADIUS_M.most;
  return category && isOwn ? { category, radiusM } : null;
}
