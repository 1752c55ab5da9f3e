/** Keeps what was used last, up to a number of bytes in all; one value larger than that is not kept. */
export type ByteCache<Value> = {
  get(key: string): Value | undefined;
  set(key: string, value: Value, bytes: number): void;
  delete(key: string): void;
  readonly bytes: number;
};

/** An empty cache of at most `limitBytes`; the least recently read goes first. */
export function byteCache<Value>(limitBytes: number): ByteCache<Value> {
  // a Map keeps the order of insertion: the first key is the one longest unused
  const entries = new Map<string, { value: Value; bytes: number }>();
  let used = 0;
  const drop = (key: string) => {
    used -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, bytes) {
      drop(key);
      if (bytes > limitBytes) return;
      entries.set(key, { value, bytes });
      used += bytes;
      for (const oldest of entries.keys()) {
        if (used <= limitBytes) break;
        drop(oldest);
      }
    },
    delete: drop,
    get bytes() {
      return used;
    },
  };
}
