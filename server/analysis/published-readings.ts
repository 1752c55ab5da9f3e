import type { Reading } from "../contract/park-coverage.ts";
import { LAND_KINDS, type RadiusFigure } from "../contract/radius-coverage.ts";

/** Half of a tenth of a per cent: what rounds to a value printed so. */
const AS_PRINTED = 0.0005;
/** Binary fractions of decimal ones are not exact. */
const SLACK = 1e-9;

/**
 * Every way in which these figures could be told as one share, held against a published one (0…1), the nearest first. A
 * reading near to it may be how it was made; it is no proof.
 */
export function readingsOf(figures: readonly RadiusFigure[], published: number): Reading[] {
  const readings = figures.flatMap((figure): Omit<Reading, "difference" | "agrees">[] =>
    [
      ...LAND_KINDS.map((land) => ({
        definition: figure.definition,
        measure: "land" as const,
        land,
        own: land === figure.ownLand,
        share: figure.land[land]?.share ?? null,
      })),
      ...(["circle", "walked", "inTime"] as const).map((measure) => ({
        definition: figure.definition,
        measure,
        land: null,
        own: false,
        share: figure[measure]?.share ?? null,
      })),
    ].filter((each): each is typeof each & { share: number } => each.share !== null),
  );
  return readings
    .map((reading) => {
      const difference = reading.share - published;
      return { ...reading, difference, agrees: Math.abs(difference) <= AS_PRINTED + SLACK };
    })
    .sort((a, b) => Math.abs(a.difference) - Math.abs(b.difference));
}
