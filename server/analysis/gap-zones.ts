import type { GapZone } from "../contract/service-gap.ts";
import type { Grounds } from "./building-grounds.ts";
import { ratio } from "./data-quality.ts";
import { type Counter, positionsBy } from "./gap-counts.ts";

/**
 * The communities and subdistricts in the area, a row each and one for what lies in none; those where most is lacking
 * first. Each kind adds up to the area. A kind the data does not hold has no rows.
 */
export function rankZones(
  grounds: Grounds,
  lacks: Uint8Array,
  { count, rankedBy }: { readonly count: Counter; readonly rankedBy: "residents" | "buildings" },
): GapZone[] {
  const kinds = (["community", "subdistrict"] as const).filter((kind) =>
    grounds.zones.some((zone) => zone.kind === kind),
  );
  const rows = kinds.flatMap((kind) =>
    [...positionsBy(grounds[kind])].map(([number, members]): GapZone => {
      const zone = grounds.zones[number];
      const all = count(members);
      const lacking = count(members.filter((at) => lacks[at] === 1));
      return {
        id: zone?.id ?? null,
        kind,
        nameZh: zone?.nameZh ?? null,
        nameEn: zone?.nameEn ?? null,
        all,
        lacking,
        lackingShare: clamped(ratio(lacking[rankedBy], all[rankedBy])),
      };
    }),
  );
  return rows.sort((a, b) => (b.lacking[rankedBy] ?? -1) - (a.lacking[rankedBy] ?? -1));
}

// sums of shares are rounded
const clamped = (share: number | null) => (share === null ? null : Math.min(1, share));
