import type { Geometry } from "geojson";
import { inventAdvisers, type SampleAdvisers } from "./advisers.ts";
import { buildingRows, estateOf } from "./building-rows.ts";
import { type City, makeCity } from "./city.ts";
import { inventDispatch, type SampleDispatch } from "./dispatch.ts";
import { type ElevationGrid, elevationGrid } from "./elevation-grid.ts";
import { facilityRows } from "./facility-rows.ts";
import { inventFindings, type SampleFindings } from "./findings.ts";
import { inventMoney, type SampleMoney } from "./fundings.ts";
import { greenRows, landUseRows, parcelRows, waterRows } from "./land-rows.ts";
import { networkRows, roadRows, walkwayRows } from "./network-rows.ts";
import { landmarkRows, metroRows, projectRows, riverfrontRows } from "./place-rows.ts";
import { inventPlans, type SamplePlans } from "./plans.ts";
import { inventRecords, type SampleRecords } from "./records.ts";
import { SAMPLE_DISTRICT, SAMPLE_SOURCE } from "./sample-identity.ts";
import { controlZoneRows, zoneRows } from "./zone-rows.ts";

/** What a column of a row may hold. */
export type SampleValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly number[]
  | readonly object[];

/** A row of a store table: its columns by name and its geometry as GeoJSON, EPSG:4326, lon before lat, 1e-7 degrees. */
export interface SampleRow {
  readonly [column: string]: SampleValue | Geometry | undefined;
  readonly geom: Geometry;
}

/** The store tables the sample fills, by name (server/database/migrations); rows in the order of their ordinals. */
export type SampleTables = Readonly<Record<SampleTable, readonly SampleRow[]>>;

export type SampleTable =
  | "zone"
  | "parcel"
  | "land_use"
  | "water"
  | "green"
  | "control_zone"
  | "building"
  | "landmark"
  | "facility"
  | "facility_entrance"
  | "road"
  | "walkway"
  | "riverfront_segment"
  | "metro_line"
  | "metro_station"
  | "metro_entrance"
  | "project"
  | "walk_node"
  | "walk_edge";

/** The whole sample district as rows. */
export interface SampleDistrict {
  readonly district: typeof SAMPLE_DISTRICT;
  /** Says on every screen and download that nothing here is measured. */
  readonly source: string;
  readonly elevation: ElevationGrid;
  readonly tables: SampleTables;
  /** Beside the tables: plans belong to the programme and not to a dataset. */
  readonly plans: SamplePlans;
  readonly money: SampleMoney;
  readonly dispatch: SampleDispatch;
  /** Beside the tables too: what is taken down of estates and in the safety archive. */
  readonly records: SampleRecords;
  readonly advisers: SampleAdvisers;
  readonly findings: SampleFindings;
}

/** The seed of the district that is shipped. */
export const SAMPLE_SEED = 500_103;

/** Makes the sample district of a seed: the same rows for the same seed on every machine. */
export function makeSampleDistrict(seed = SAMPLE_SEED): SampleDistrict {
  return asRows(makeCity(seed));
}

/** A city as rows of the store tables. */
export function asRows(city: City): SampleDistrict {
  const { nodes, edges } = networkRows(city);
  const metro = metroRows(city);
  const facilities = facilityRows(city);
  const estates = estateOf(city);
  const buildings = buildingRows(city, estates);
  return {
    district: SAMPLE_DISTRICT,
    source: SAMPLE_SOURCE,
    plans: inventPlans(city.renewalDistricts, city.projects, city.seed),
    money: inventMoney(city.renewalDistricts, city.projects, city.seed),
    dispatch: inventDispatch(city.projects, city.seed),
    records: inventRecords(buildings, city.seed),
    advisers: inventAdvisers(city.administration, city.projects, city.seed),
    findings: inventFindings(city.projects, { zones: city.administration, plane: city.outline.plane }),
    elevation: elevationGrid(city),
    tables: {
      zone: zoneRows(city, estates),
      parcel: parcelRows(city),
      land_use: landUseRows(city),
      water: waterRows(city),
      green: greenRows(city),
      control_zone: controlZoneRows(city),
      building: buildings,
      landmark: landmarkRows(city),
      facility: facilities.facilities,
      facility_entrance: facilities.entrances,
      road: roadRows(city),
      walkway: walkwayRows(city),
      riverfront_segment: riverfrontRows(city),
      metro_line: metro.lines,
      metro_station: metro.stations,
      metro_entrance: metro.entrances,
      project: projectRows(city),
      walk_node: nodes,
      walk_edge: edges,
    },
  };
}
