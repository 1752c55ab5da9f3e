import type { Actor } from "../authorize.ts";

/** What a question may look at: one district, and the levels that who asks may see. */
export type Scope = { readonly districtId: string; readonly levels: readonly string[] };
/** … with who asks: what a write is given. */
export type Writing = Scope & { readonly actor: Actor };
