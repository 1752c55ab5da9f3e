/** The pattern for ILIKE that finds a text anywhere; wildcards in the text stand for themselves. */
export const patternOf = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
