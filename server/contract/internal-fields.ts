/**
 * The fields of features that are internal, by layer: the one place that decides it. Whoever sees only what is public is
 * told none of them by cards, tiles, lists, counts, exports or indicators, and no condition or order may rest on them.
 */
const INTERNAL_FIELDS: Readonly<Record<string, readonly string[]>> = {
  building: ["safetyGrade"],
  "operation-unit": ["rentYuan", "contractFrom", "contractTo", "contractNote"],
};

/** The fields of a layer that readers of some levels are not told. */
export function hiddenFields(layer: string, levels: readonly string[]): readonly string[] {
  return levels.includes("internal") ? [] : (INTERNAL_FIELDS[layer] ?? []);
}
