import { forbidden } from "./errors.ts";

/**
 * Who acts. `readOnly` is set for everyone on an installation that serves others without accounts (READ_ONLY=1), `internal`
 * on one that serves what is not public to this machine alone (INTERNAL=1).
 */
export interface Actor {
  readonly id: string;
  readonly readOnly: boolean;
  readonly internal: boolean;
}

/** The one actor until accounts exist. */
export function localActor({ readOnly = false, internal = false }: Partial<Omit<Actor, "id">> = {}): Actor {
  return { id: "local", readOnly, internal };
}

type Action = "read" | "write";

/** What is acted on, in one word, and the level of what it holds where that is not public. */
export interface Resource {
  readonly kind: string;
  readonly level?: string;
}

/** Passes or throws `forbidden`. Every write goes through here before it touches the record. */
export function authorize(actor: Actor, action: Action, resource: Resource): void {
  const visible = resource.level === undefined || visibleLevels(actor).includes(resource.level);
  const allowed = visible && (action === "read" || !actor.readOnly);
  if (!allowed) throw forbidden(action, resource.kind);
}

/** The levels whose data this actor may see; bound as a parameter into every query that reads features. Secret data is never loaded. */
export function visibleLevels({ internal }: Actor): readonly string[] {
  return internal ? ["public", "internal"] : ["public"];
}
