import type { SampleSigning } from "./signing.ts";

/** A made-up household, by the columns of its table; it has a number and no name. */
interface SampleHousehold {
  readonly id: string;
  readonly plot: string;
  readonly number: string;
  readonly kind: string;
  readonly area_sqm: number | null;
  readonly stages: Readonly<Record<string, string>>;
}

/** So many households share a floor of the sample. */
const A_FLOOR = 4;

/** The households behind the sample plots of consent, one by one: counted, they are what the plots tell. */
export function inventHouseholds({ plots, households, counts }: SampleSigning): SampleHousehold[] {
  const consents = plots.filter(({ purpose }) => purpose !== "acquisition").map(({ id }) => id);
  return households
    .filter(({ plot }) => consents.includes(plot))
    .flatMap((held) =>
      Array.from({ length: held.households }, (_, at) => ({
        id: `household:${held.plot.replace("plot:", "")}-${at + 1}`,
        plot: held.plot,
        number: `示例${Math.floor(at / A_FLOOR) + 1}-${(at % A_FLOOR) + 1}`,
        kind: held.kind,
        area_sqm: held.area_sqm === null ? null : held.area_sqm / held.households,
        stages: Object.fromEntries(
          counts
            .filter(({ plot, households: reached }) => plot === held.plot && at < reached)
            .map(({ stage, counted_on }) => [stage, counted_on]),
        ),
      })),
    );
}
