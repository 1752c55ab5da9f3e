import { BLOCK_CLASSES_HA, type RoadRank } from "../../server/contract/road-network.ts";

type Tone = { readonly light: string; readonly dark: string };

/** The ranks of roads, the greatest first. */
export const RANK_TONES: Readonly<Record<RoadRank, Tone>> = {
  expressway: { light: "#9c2a2f", dark: "#f08a8a" },
  arterial: { light: "#d2612a", dark: "#f5a36b" },
  collector: { light: "#c9930f", dark: "#ecc95c" },
  local: { light: "#4f7f8f", dark: "#8fc0d0" },
  service: { light: "#9a9389", dark: "#87837c" },
  pedestrian: { light: "#4b8f63", dark: "#82cb9a" },
};

const BLOCK_TONES: readonly Tone[] = [
  { light: "#eef3e6", dark: "#26302b" },
  { light: "#d3e4cf", dark: "#2c4038" },
  { light: "#abcfba", dark: "#315449" },
  { light: "#7bb2a4", dark: "#3a6e61" },
  { light: "#4a8d8b", dark: "#4f938a" },
  { light: "#22626c", dark: "#7ec4bb" },
];

/** Blocks lie on the ground so thin that it shows; a legend is as thin. */
export const BLOCK_OPACITY = 0.6;

/** Classes of block sizes: a class holds blocks up to its limit in hectares, inclusive; the last has none. */
export const BLOCK_SIZES = [...BLOCK_CLASSES_HA, null].map((upToHa, at) => ({
  upToHa,
  fromHa: at === 0 ? 0 : BLOCK_CLASSES_HA[at - 1]!,
  ...BLOCK_TONES[at]!,
}));

const SQM_PER_HA = 10_000;

/** The colour of a block of so many m². */
export function blockColour(areaSqm: number, isDark: boolean): string {
  const size = BLOCK_SIZES.find(({ upToHa }) => upToHa === null || areaSqm <= upToHa * SQM_PER_HA)!;
  return isDark ? size.dark : size.light;
}

/** What the walking network is to whoever cannot climb a step. */
export const WALK_TONES = {
  stepFree: { light: "#177a6b", dark: "#5cc9b4" },
  stairs: { light: "#b4472e", dark: "#f0906f" },
  carried: { light: "#2f6f8f", dark: "#6db6d8" },
  barred: { light: "#a2708f", dark: "#c79bb6" },
} as const satisfies Record<string, Tone>;

/** Ends that would pay to be joined, and the others; also the places of a finding. */
export const END_TONES = {
  candidate: { light: "#c2184f", dark: "#ff7aa5" },
  end: { light: "#6c665f", dark: "#b5b1aa" },
} as const satisfies Record<string, Tone>;
