import { ageClassOf } from "./buildings.ts";
import type { SampleDistrict, SampleRow } from "./sample-district.ts";

/** The totals of a generated district that are held against published ones. Areas in m², lengths in metres. */
export interface Calibration {
  readonly districtSqm: number;
  readonly landSqm: number;
  readonly constructionLandSqm: number;
  readonly gfaAboveSqm: number;
  readonly grossPlotRatio: number;
  readonly landAreaPlotRatio: number;
  readonly residents: number;
  readonly buildings: number;
  readonly dwellings: number;
  readonly riverfrontM: number;
  readonly facilityCategories: number;
  /** Shares 0…1 of buildings. */
  readonly byGrade: Readonly<Record<string, number>>;
  readonly byAgeClass: Readonly<Record<string, number>>;
  readonly byHeightClass: Readonly<Record<string, number>>;
}

const HEIGHT_CLASSES = [
  [3, "1-3"],
  [6, "4-6"],
  [9, "7-9"],
  [18, "10-18"],
  [26, "19-26"],
  [Number.POSITIVE_INFINITY, "27+"],
] as const;

const sum = (rows: readonly SampleRow[], column: string) =>
  rows.reduce((total, row) => total + (row[column] as number), 0);

function sharesOf(rows: readonly SampleRow[], classOf: (row: SampleRow) => string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(classOf(row), (counts.get(classOf(row)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort().map(([name, count]) => [name, count / rows.length]));
}

/** Measures a generated district. */
export function calibrationOf({ tables }: SampleDistrict): Calibration {
  const { building, land_use: landUse, zone, facility, riverfront_segment: riverfront } = tables;
  const district = zone.find(({ kind }) => kind === "district")!;
  const landSqm = district.land_area_sqm as number;
  const constructionLandSqm = sum(
    landUse.filter(({ construction }) => construction),
    "area_sqm",
  );
  const gfaAboveSqm = sum(building, "gfa_above_sqm");
  return {
    districtSqm: district.area_sqm as number,
    landSqm,
    constructionLandSqm,
    gfaAboveSqm,
    grossPlotRatio: gfaAboveSqm / constructionLandSqm,
    landAreaPlotRatio: gfaAboveSqm / landSqm,
    residents: sum(building, "residents"),
    buildings: building.length,
    dwellings: sum(building, "dwellings"),
    riverfrontM: sum(riverfront, "length_m"),
    facilityCategories: new Set(facility.map(({ category }) => category)).size,
    byGrade: sharesOf(building, (row) => row.safety_grade as string),
    byAgeClass: sharesOf(building, (row) => ageClassOf(row.year_built as number)),
    byHeightClass: sharesOf(
      building,
      (row) => HEIGHT_CLASSES.find(([most]) => (row.floors_above as number) <= most)![1],
    ),
  };
}
