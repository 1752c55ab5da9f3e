/**
 * What a JSON Pointer (RFC 6901) finds in a reply; `*` stands for every element. Numbers found are added up and arrays counted;
 * null where nothing but null is found. Throws where the reply has no such place.
 */
export function figureAt(reply: unknown, pointer: string): number | null {
  const found = pointer
    .split("/")
    .slice(1)
    .reduce<unknown[]>((places, step) => places.flatMap((place) => stepInto(place, step, pointer)), [reply]);
  const numbers = found
    .map((each) => (Array.isArray(each) ? each.length : each))
    .filter((each): each is number => typeof each === "number");
  return numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0);
}

/** How many places of a pointer hold null: what could not be counted in. */
export function unknownAt(reply: unknown, pointer: string): number {
  const steps = pointer.split("/").slice(1);
  return steps
    .reduce<unknown[]>((places, step) => places.flatMap((place) => stepInto(place, step, pointer)), [reply])
    .filter((each) => each === null).length;
}

function stepInto(place: unknown, step: string, pointer: string): unknown[] {
  // what is not told has no parts
  if (place === null) return [null];
  if (step === "*") return Object.values(place as object);
  const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
  if (typeof place !== "object" || !(key in place)) throw new Error(`A reply has no ${pointer}.`);
  return [(place as Record<string, unknown>)[key]];
}
