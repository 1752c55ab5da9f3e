import { BUILDING_USES } from "./plot-ratio.ts";

/** The type of GET /tiles/building-columns. */
export const COLUMNS_TYPE = "application/octet-stream";

/**
 * What the columns hold of each building, in their order, each a 32-bit float, NaN = unknown. `use` and `safetyGrade` are
 * places in USE_CODES and GRADE_CODES; `permittedPlotRatio` and `builtPlotRatio` are of the parcel the building is recorded
 * on: what is permitted there, and its counted floor area ÷ its land (unknown where that of any of its buildings is);
 * `safetyGrade` is unknown throughout to whom it is not told (internal-fields.ts); `inSums` is 1 where a building is counted, 0 where it is part of another.
 */
export const BUILDING_COLUMNS = [
  "footprintSqm",
  "floors",
  "heightM",
  "yearBuilt",
  "use",
  "safetyGrade",
  "permittedPlotRatio",
  "builtPlotRatio",
  "residents",
  "inSums",
] as const;
export type BuildingColumn = (typeof BUILDING_COLUMNS)[number];

export const USE_CODES: readonly string[] = BUILDING_USES.filter((use) => use !== "unknown");
export const GRADE_CODES: readonly string[] = ["A", "B", "C", "D"];

/** Coordinates are whole 1e-7 degrees, EPSG:4326; this in their place is a building the reader may not see. */
export const HIDDEN_E7 = -(2 ** 31);
export const E7 = 1e7;

/** Bytes of a reply over so many buildings: their number, longitudes, latitudes, then the columns; all little-endian, 4 bytes each. */
export const columnsByteLength = (buildings: number) => 4 + buildings * 4 * (2 + BUILDING_COLUMNS.length);
