import { ZONE_KINDS, type ZoneKind } from "../../server/contract/catalogue.ts";

const FIRST: readonly ZoneKind[] = [
  "district",
  "core",
  "wing",
  "belt",
  "area",
  "subdistrict",
  "renewal-district",
];

/** The kinds of zones as one looks for them: the district and its structure, then the many small ones. */
export const ZONE_ORDER: readonly ZoneKind[] = [
  ...FIRST,
  ...ZONE_KINDS.filter((kind) => !FIRST.includes(kind)),
];
