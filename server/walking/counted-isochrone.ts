import {
  createFacilityCounter,
  type FacilityCount,
  type FacilityCounter,
  type FacilityPoints,
} from "./facilities-within.ts";
import {
  type BuildingsWithin,
  type FootprintIndex,
  type Footprints,
  indexFootprints,
  outlineCells,
} from "./footprint-shares.ts";
import type { Isochrone, IsochroneKernel, IsochroneQuestion } from "./isochrone-kernel.ts";
import { outlineAreaSqm } from "./outline-area.ts";
import { type PackedOutline, packOutline, unpackOutline } from "./packed-outline.ts";

/** What is asked about one origin, by somebody who may see buildings of these levels. */
export interface CountedQuestion extends IsochroneQuestion {
  readonly levels: readonly string[];
}

/** Where one gets within each of the times asked for, and the buildings and facilities there. */
export interface CountedIsochrone extends Isochrone {
  readonly areas: readonly (Isochrone["areas"][number] & {
    readonly areaSqm: number;
    readonly within: BuildingsWithin;
    readonly facilities: readonly FacilityCount[];
  })[];
}

/** Answers isochrones with the buildings and facilities within them; footprints are put in order when first needed. */
export function createCountedIsochrones(
  kernel: IsochroneKernel,
  footprints: Footprints,
  facilities: FacilityPoints,
) {
  let index: FootprintIndex | undefined;
  let counter: FacilityCounter | undefined;
  return (question: CountedQuestion): CountedIsochrone | null => {
    const found = kernel.isochrone(question);
    if (found === null) return null;
    index ??= indexFootprints(footprints);
    counter ??= createFacilityCounter(facilities);
    const { within } = index;
    const countFacilities = counter;
    return {
      ...found,
      areas: found.areas.map((area) => {
        const cells = outlineCells(area.coordinates);
        return {
          ...area,
          areaSqm: outlineAreaSqm(area.coordinates),
          within: within(cells, question.levels),
          facilities: countFacilities(cells),
        };
      }),
    };
  };
}

/** The same as it passes from one thread to another. */
export interface PostedIsochrone extends Omit<CountedIsochrone, "areas"> {
  readonly areas: readonly (Omit<CountedIsochrone["areas"][number], "coordinates"> & {
    readonly outline: PackedOutline;
  })[];
}

export const toPosted = ({ areas, ...found }: CountedIsochrone): PostedIsochrone => ({
  ...found,
  areas: areas.map(({ coordinates, ...area }) => ({ ...area, outline: packOutline(coordinates) })),
});

export const fromPosted = ({ areas, ...found }: PostedIsochrone): CountedIsochrone => ({
  ...found,
  areas: areas.map(({ outline, ...area }) => ({ ...area, coordinates: unpackOutline(outline) })),
});

/** The memory of a posted isochrone, which may move to the other thread. */
export const memoryOf = ({ areas }: PostedIsochrone): ArrayBuffer[] =>
  areas.flatMap(({ outline, within }) =>
    [outline.places, outline.counts, within.ordinals, within.shares].map(
      ({ buffer }) => buffer as ArrayBuffer,
    ),
  );
