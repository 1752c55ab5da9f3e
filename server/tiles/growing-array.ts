type IntArray = Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** A typed array that doubles when full; `values` is longer than `length`. */
export type GrowingArray<Values extends IntArray> = { values: Values; length: number };

/** An empty growing array of the same type as `values`, which is its first store. */
export function growingArray<Values extends IntArray>(values: Values): GrowingArray<Values> {
  return { values, length: 0 };
}

/** Appends one number. */
export function push<Values extends IntArray>(array: GrowingArray<Values>, value: number): void {
  if (array.length === array.values.length) reserve(array, array.length + 1);
  array.values[array.length++] = value;
}

/** Makes room for `capacity` numbers in all. */
export function reserve<Values extends IntArray>(array: GrowingArray<Values>, capacity: number): void {
  if (capacity <= array.values.length) return;
  const Type = array.values.constructor as new (length: number) => Values;
  const grown = new Type(Math.max(capacity, array.values.length * 2, 64));
  grown.set(array.values.subarray(0, array.length));
  array.values = grown;
}

/** A copy of exactly the numbers appended. */
export function trimmed<Values extends IntArray>(array: GrowingArray<Values>): Values {
  return array.values.slice(0, array.length) as Values;
}
