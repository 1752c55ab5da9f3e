/** The number a JSON Pointer (RFC 6901) finds in a reply; null where it is not known. Throws where the reply has no such place. */
export function figureAt(reply: unknown, pointer: string): number | null {
  const found = pointer
    .split("/")
    .slice(1)
    .reduce((place, step) => stepInto(place, step, pointer), reply);
  if (found !== null && typeof found !== "number") throw new Error(`A reply has no number at ${pointer}.`);
  return found;
}

function stepInto(place: unknown, step: string, pointer: string): unknown {
  // what is not told has no parts
  if (place === null) return null;
  const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
  if (typeof place !== "object" || !(key in place)) throw new Error(`A reply has no ${pointer}.`);
  return (place as Record<string, unknown>)[key];
}
