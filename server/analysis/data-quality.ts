import type { DataQuality, DataQualityCode } from "../contract/analysis.ts";
import type { Area } from "./area.ts";
import type { DatasetFacts } from "./dataset-facts.ts";

const MESSAGES: Record<DataQualityCode, string> = {
  "floors-unknown": "The floors of some buildings are not known; they are missing from the floor area.",
  "floors-of-use-unknown":
    "Of some uses no building in the district has known floors: how much their missing floors hold at most cannot be said.",
  "buildings-partial": "The data does not hold every building.",
  "buildings-completeness-unknown": "It is not known whether the data holds every building.",
  "population-absent": "The number of residents is not known.",
  "residents-by-house-unknown":
    "Only the total of the district is known. It could be spread only over the buildings in the data, which are a part of those that stand: who lives in a part of the district is not known.",
  "population-spread":
    "Residents are not counted house by house: the total of the district is spread by floor space over the buildings known to be lived in.",
  "dwellings-absent": "The number of dwellings is not known.",
  "ages-absent": "The ages of the residents are not known.",
  "water-absent": "The data holds no water; rivers count as land.",
  "land-use-absent": "The data holds no land of this use.",
  "construction-land-partial":
    "The data holds only a part of the land uses: ratios over construction or residential land are not known.",
  "parcels-absent": "The data holds no parcels.",
  "categories-absent": "Some required categories are not in the data; that is not the same as out of reach.",
  "proxy-facilities": "Some facilities were taken from a tag that only suggests the category.",
  "unverified-clause":
    "The figure rests on clauses not yet checked against the printed standard: a trial figure.",
  "not-on-network": "Some buildings could not be joined to the walking network; they count as not covered.",
  "edges-without-rise": "The rise of some stairs or paths is not known.",
  "lifts-without-rise": "The rise of some lifts is not known.",
  "near-data-edge":
    "Some of it is near the edge of the walking data; facilities and paths beyond are not seen.",
  "year-unknown": "The year built of some buildings is not known.",
  "use-unknown": "The use of some buildings is not known.",
  "no-land": "The area holds no land of this kind; the ratio cannot be formed.",
  "no-buildings": "The area holds no buildings of the data.",
  "schematic-boundary": "The boundary is schematic, not the official one.",
  "generated-sample": "The data is a generated sample, not a real place.",
  "hours-unreadable": "Some opening hours cannot be read; what has them is taken as open.",
  "hours-absent":
    "The hours of some escalators, lifts or cableways are not in the data; they are taken as running.",
  "no-way": "There is no way within the hour searched.",
  "upstairs-unknown":
    "The floors or the lift of some houses are not known; their stairs are not counted, the walk begins at the door.",
  "place-size-unknown":
    "The area of some places is not known; definitions that ask for an area leave them out.",
  "greenways-by-walkways": "The data holds no greenways as such; named walkways stand for them.",
  "supply-unknown":
    "Some facilities hold an unknown amount: they are left out of what is shared, never counted as holding nothing.",
  "demand-unknown": "The people of some buildings are not known; they take no part in the competition.",
  "demand-outside-unknown":
    "People from outside the district may walk to some facilities too; how many is not known, so there may be less for each.",
  "facilities-not-on-network":
    "Some facilities could not be joined to the walking network; nobody is said to reach them.",
  "last-metres-unknown":
    "Metro stations are reached at their entrances; how far down the platforms lie is not known and not counted.",
  "riverfront-absent": "The data holds no river bank; nothing is known of how it is reached.",
  "rule-set-empty": "No requirement of this rule set has been entered yet.",
};

/** One line of data quality with its standard sentence. */
export function quality(
  code: DataQualityCode,
  more: Omit<DataQuality, "code" | "message"> = {},
): DataQuality {
  return { code, ...more, message: MESSAGES[code] };
}

/** The lines whose condition holds. */
export function applying(...lines: readonly (DataQuality | false)[]): DataQuality[] {
  return lines.filter((line) => line !== false);
}

/** What holds for every answer about this area: sample, boundary, completeness of buildings, water. */
export function qualityOfArea(area: Area, facts: DatasetFacts): DataQuality[] {
  const completeness = buildingCompleteness(area);
  return applying(
    area.sample && quality("generated-sample"),
    area.schematic && quality("schematic-boundary"),
    completeness === "partial" && quality("buildings-partial"),
    completeness === "unknown" && quality("buildings-completeness-unknown"),
    !facts.hasWater && area.completeness.water !== "complete" && quality("water-absent"),
  );
}

/** How far the residents of an area can be trusted: a spread total is exact for the district and an estimate for its parts. */
export function qualityOfResidents({ completeness }: Area, facts: DatasetFacts): DataQuality[] {
  return applying(
    facts.hasResidents &&
      completeness.population === "partial" &&
      quality("population-spread", { field: "residents" }),
  );
}

/** The residents of an area; of the whole district they are known even where it is not known who of them lives where. */
export function residentsOfArea(
  area: Area,
  facts: DatasetFacts,
  { residents, buildings }: { readonly residents: number | null; readonly buildings: number },
): number | null {
  if (area.isDistrict && !facts.hasResidents) return facts.residentsInAll;
  return knownSum(facts.hasResidents, residents, buildings);
}

/** Why residents are not known: nobody gave them, or a total could be spread over a part of the buildings only. */
export function residentsUnknown(
  { hasResidents, residentsInAll }: DatasetFacts,
  more: Omit<DataQuality, "code" | "message"> = { field: "residents" },
): DataQuality {
  const isTotalKnown = !hasResidents && residentsInAll !== null;
  return quality(isTotalKnown ? "residents-by-house-unknown" : "population-absent", more);
}

/** Whether unmapped buildings must be expected. */
export function buildingCompleteness({ completeness }: Area): "complete" | "partial" | "unknown" {
  const { building } = completeness;
  return building === "complete" || building === "partial" ? building : "unknown";
}

/**
 * A sum over buildings that does not pretend: null where the dataset never gives the value, or where there are buildings
 * and none of them has it; 0 only where there is nothing to count.
 */
export function knownSum(datasetHasIt: boolean, sum: number | null, buildings: number): number | null {
  if (!datasetHasIt) return null;
  return sum ?? (buildings > 0 ? null : 0);
}

/** A ratio; null where a part is unknown or there is nothing to divide by. */
export function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}

/** Part ÷ whole within 0…1, rounding of sums aside; 1 where the whole is nothing. */
export function shareOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 1;
}

/**
 * Whether the data holds only a part of the land uses: floor area or people of a whole area over the part of its land that
 * happens to be mapped would be no ratio at all, so ratios over construction or residential land are null then.
 */
export function isLandUsePartial({ completeness }: Area): boolean {
  return completeness["land-use"] === "partial";
}
