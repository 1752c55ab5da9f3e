import type { Area } from "./area.ts";

/** Districts × levels whose last answer is kept. */
const KEPT = 64;

/**
 * Remembers, per district and levels, what `read` answered for the newest version of the ground; callers that come while it is being
 * read share the answer. Asked with an area because that names the version it was found in, so no watching is needed.
 */
export function perVersion<Value>(read: (area: Area) => Promise<Value>): (area: Area) => Promise<Value> {
  const known = new Map<string, { readonly version: string; readonly value: Promise<Value> }>();
  return (area) => {
    const key = `${area.districtId} ${[...area.levels].sort().join("+")}`;
    const version = `${area.datasetId} ${area.groundVersion}`;
    const last = known.get(key);
    if (last?.version === version) return last.value;
    const entry = { version, value: read(area) };
    known.delete(key);
    known.set(key, entry);
    entry.value.catch(() => known.get(key) === entry && known.delete(key));
    if (known.size > KEPT) known.delete(known.keys().next().value!);
    return entry.value;
  };
}
