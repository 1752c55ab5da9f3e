import type { CoverageShares } from "../../server/contract/life-circle-coverage.ts";
import type { SheetParams } from "../state/sheet-state.ts";

/** Whom shares are of: people where they are known, else buildings. */
export type Whom = "residents" | "buildings";

/** People, where any are known to live in the area; else buildings. */
export function whomOf(residents: number | null): Whom {
  return residents === null || residents === 0 ? "buildings" : "residents";
}

/** The share that the chosen way of counting gives; null where it is not known. */
export function coverageOf(
  coverage: { readonly residents: CoverageShares | null; readonly buildings: CoverageShares | null },
  whom: Whom,
  mode: SheetParams["mode"],
): number | null {
  const shares = coverage[whom];
  if (shares === null) return null;
  return { time: shares.byTime, distance: shares.byDistance, both: shares.byBoth }[mode];
}
