/** Remembers what `read` answered by key: one reading for each, a failed one is tried anew, beyond so many the oldest goes. */
export function kept<Key, Value>(
  read: (key: Key) => Promise<Value>,
  textOf: (key: Key) => string,
  most = Number.POSITIVE_INFINITY,
): (key: Key) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key) => {
    const text = textOf(key);
    const value = known.get(text) ?? read(key);
    known.delete(text);
    known.set(text, value);
    if (known.size > most) known.delete(known.keys().next().value!);
    value.catch(() => known.delete(text));
    return value;
  };
}
