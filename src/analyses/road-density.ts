import type { RoadNetworkAnswer } from "../state/street-state.ts";

/** What is said of a road density: what it was divided by, and how it stands to the reference. */
interface DensityTexts {
  readonly divided: "street.road.byLand" | "street.road.byAll";
  readonly verdict: `street.road.${"noLand" | "above" | "below" | "undecided"}`;
}

/**
 * Which sentences a road density is told with. Where the data holds no water its rivers are divided by too: the density is
 * at least the figure, so one below the reference is not yet too low.
 */
export function densityTexts({ result, dataQuality }: RoadNetworkAnswer): DensityTexts {
  const isWaterIn = dataQuality.some(({ code }) => code === "water-absent");
  const { densityKmPerSqkm: density, references } = result;
  const below = isWaterIn ? "undecided" : "below";
  const verdict = density === null ? "noLand" : density >= references.density.value ? "above" : below;
  return {
    divided: isWaterIn ? "street.road.byAll" : "street.road.byLand",
    verdict: `street.road.${verdict}`,
  };
}
