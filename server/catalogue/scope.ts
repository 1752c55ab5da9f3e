/** What a question may look at: one district, and the levels that who asks may see. */
export type Scope = { readonly districtId: string; readonly levels: readonly string[] };
