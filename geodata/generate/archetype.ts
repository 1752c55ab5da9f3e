import { controlRows, numberIn } from "./control.ts";

type Range = readonly [low: number, high: number];

/** A kind of building, from geodata/control/archetype.csv. Metres, floors, years. */
export interface Archetype {
  readonly id: string;
  readonly use: string;
  readonly widthM: Range;
  readonly depthM: Range;
  readonly gapM: number;
  readonly floors: Range;
  readonly years: Range;
  readonly structure: string;
  /** Share of the floor area that is dwellings. */
  readonly residentialShare: number;
  readonly dwellingSqm: number;
}

/** The archetypes by id. */
export function readArchetypes(): ReadonlyMap<string, Archetype> {
  return new Map(
    controlRows("archetype").map((row) => [
      row.id!,
      {
        id: row.id!,
        use: row.use!,
        widthM: [numberIn(row, "width_low"), numberIn(row, "width_high")],
        depthM: [numberIn(row, "depth_low"), numberIn(row, "depth_high")],
        gapM: numberIn(row, "gap_m"),
        floors: [numberIn(row, "floors_low"), numberIn(row, "floors_high")],
        years: [numberIn(row, "year_low"), numberIn(row, "year_high")],
        structure: row.structure!,
        residentialShare: numberIn(row, "residential_share"),
        dwellingSqm: numberIn(row, "dwelling_sqm"),
      },
    ]),
  );
}
