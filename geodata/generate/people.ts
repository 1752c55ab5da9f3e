import type { AdministrativeZone } from "./administration.ts";
import type { Building } from "./buildings.ts";
import { controlRows, numberIn } from "./control.ts";
import { randomFor } from "./random.ts";

/** Residents of the census of 2020 (published_value residents). */
export const RESIDENTS = 588_717;
const AGE_GROUPS = ["0-2", "3-5", "6-11", "12-14", "15-59", "60-64", "65-79", "80+"] as const;

/** Who lives in a building: how many, and by age group in the order 0–2, 3–5, 6–11, 12–14, 15–59, 60–64, 65–79, 80+. */
export interface Household {
  readonly residents: number;
  readonly byAge: readonly number[];
}

/** Whole numbers in proportion to weights that sum exactly to a total: the largest remainders get one more. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  const missing = total - whole.reduce((all, part) => all + part, 0);
  const order = exact
    .map((value, at) => [value - whole[at]!, at] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, at] of order.slice(0, missing)) whole[at]!++;
  return whole;
}

function housingOf({ archetype }: Building): string {
  if (archetype.id.startsWith("tower") || archetype.id === "cbd-tower") return "tower";
  return archetype.id.startsWith("slab") ? "slab" : "old";
}

/** The people of each building: every subdistrict gets its share of 588,717, every dwelling there about equally many. */
export function settle(
  buildings: readonly Building[],
  zones: readonly AdministrativeZone[],
  seed: number,
): Household[] {
  const subdistricts = zones.filter(({ kind }) => kind === "subdistrict");
  const totals = shareOut(
    RESIDENTS,
    subdistricts.map(({ residentShare }) => residentShare!),
  );
  const random = randomFor(seed, "people");
  const weights = buildings.map(({ dwellings }) => dwellings * random.between(0.75, 1.25));
  const residents = buildings.map(() => 0);
  subdistricts.forEach(({ blocks }, number) => {
    const own = new Set(blocks);
    const members = [...buildings.keys()].filter((at) => own.has(buildings[at]!.block));
    const shares = shareOut(
      totals[number]!,
      members.map((at) => weights[at]!),
    );
    members.forEach((at, order) => {
      residents[at] = shares[order]!;
    });
  });
  const ages = new Map(
    controlRows("age-structure").map((row) => [
      row.housing!,
      AGE_GROUPS.map((group) => numberIn(row, group)),
    ]),
  );
  return buildings.map((building, at) => {
    const shares = ages.get(housingOf(building))!.map((share) => share * random.between(0.6, 1.4));
    return { residents: residents[at]!, byAge: shareOut(residents[at]!, shares) };
  });
}
