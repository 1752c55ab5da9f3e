/** Streets run along the slope at these shares across the tongue, from the south bank to the north. */
export const TERRACES = [-0.93, -0.64, -0.34, 0, 0.34, 0.64, 0.93] as const;
export const TERRACE_NAMES: readonly { readonly zh: string; readonly en: string; readonly class: string }[] =
  [
    { zh: "南滨路", en: "South Bank Road", class: "primary" },
    { zh: "石坎街", en: "Stone Step Street", class: "residential" },
    { zh: "半坡路", en: "Half Slope Road", class: "tertiary" },
    { zh: "中脊大道", en: "Ridge Avenue", class: "primary" },
    { zh: "书院街", en: "Academy Street", class: "tertiary" },
    { zh: "码头巷", en: "Wharf Lane", class: "residential" },
    { zh: "北滨路", en: "North Bank Road", class: "secondary" },
  ];

/** Lanes up and down the slope at these x, every one from bank to bank. */
export const LANES: readonly number[] = Array.from({ length: 19 }, (_, index) => -1620 + index * 160);

/** How a lane climbs between two terraces. */
export type LaneKind = "road" | "stairs" | "path" | "escalator";

/** Every fourth lane is a street; the others are stairs, one with an escalator beside the town's heart. */
export function laneKind(lane: number, terrace: number): LaneKind {
  if (lane % 4 === 0) return "road";
  if (lane === 11 && terrace === 3) return "escalator";
  return lane % 4 === 2 && terrace % 3 === 1 ? "path" : "stairs";
}

/** The lift stands at this lane, between these terraces. */
export const LIFT = { lane: 7, from: 1, to: 3 } as const;
/** The bridge leaves the south bank road at this lane. */
export const BRIDGE_LANE = 8;
/** The tunnel runs under the ridge at this lane. */
export const METRO_X = [-1500, -620, 260, 1020] as const;
export const METRO_NAMES = ["西岗", "书院口", "城心", "石嘴"] as const;
export const METRO_NAMES_EN = ["West Hill", "Academy Gate", "Town Heart", "Stone Point"] as const;

/** What fills the cell between two lanes and two terraces. */
export type CellUse =
  | "residential"
  | "old"
  | "commercial"
  | "office"
  | "school"
  | "park"
  | "industrial"
  | "hospital";

/** The use of a cell: the heart is built high, the slopes are old, the west is newer. */
export function cellUse(lane: number, band: number): CellUse {
  if ((lane === 4 && band === 4) || (lane === 13 && band === 1) || (lane === 9 && band === 0)) return "park";
  if ((lane === 6 && band === 3) || (lane === 14 && band === 4) || (lane === 2 && band === 2))
    return "school";
  if (lane === 8 && band === 4) return "hospital";
  if (lane >= 10 && lane <= 12 && (band === 2 || band === 3)) return "commercial";
  if (lane >= 9 && lane <= 13 && band === 3) return "office";
  if (lane <= 1 && band >= 4) return "industrial";
  return lane >= 5 && band !== 2 && band !== 3 ? "old" : "residential";
}
