import type { FacilityRow } from "./catchment-rows.ts";

/** The walks of facilities kept from earlier questions, the one used longest ago dropped first. */
export interface RowKeeper {
  /** Rows of this name searched at least as far, or undefined. */
  find(name: string, limit: number): readonly FacilityRow[] | undefined;
  /** Keeps rows that were searched up to a limit, unless they hold more than all that may be kept. */
  keep(name: string, entry: { readonly limit: number; readonly rows: readonly FacilityRow[] }): void;
}

interface Kept {
  readonly limit: number;
  readonly rows: readonly FacilityRow[];
  readonly walks: number;
}

/** Makes the keeper of at most so many walks, of 8 bytes each. */
export function createRowKeeper(mostWalks: number): RowKeeper {
  const kept = new Map<string, Kept>();
  return {
    find: (name, limit) => {
      const known = kept.get(name);
      if (!known || known.limit < limit) return undefined;
      kept.delete(name);
      kept.set(name, known);
      return known.rows;
    },
    keep: (name, { limit, rows }) => {
      const walks = rows.reduce((sum, { places }) => sum + places.length, 0);
      kept.delete(name);
      if (walks > mostWalks) return;
      kept.set(name, { limit, rows, walks });
      let all = [...kept.values()].reduce((sum, each) => sum + each.walks, 0);
      for (const [oldest, { walks: freed }] of kept) {
        if (all <= mostWalks) break;
        kept.delete(oldest);
        all -= freed;
      }
    },
  };
}
