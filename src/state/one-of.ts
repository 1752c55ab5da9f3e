/** The one of these names that a text is, or null. */
export const oneOf = <const Name extends string>(
  names: readonly Name[],
  text: string | null | undefined,
): Name | null => names.find((name) => name === text) ?? null;
