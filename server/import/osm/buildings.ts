import { leaveOutOverlapping } from "../overlapping-buildings.ts";
import { percent } from "../report-items.ts";
import type { StoreRow } from "../store-rows.ts";
import { classifyBuildingUse, type Tags } from "../tag-table.ts";
import { writeRows } from "../write-rows.ts";
import type { OsmArea } from "./areas.ts";
import type { LayerContext } from "./context.ts";
import { isYes, nameEn, nameZh } from "./tag-names.ts";

/** Metres of height to a floor. */
const FLOOR_M = 3;
/** levels=1 on a building larger than this whose kind is not given is an editor's default, not an observation. */
const DEFAULT_LEVELS_SQM = 100;
const FEET_M = 0.3048;

type BuildingRow = StoreRow<"building">;

/** Floors above ground and where they come from. */
export interface Floors {
  readonly floors: number | null;
  readonly source: "measured" | "height" | "unknown";
  /** levels=1 that was not believed. */
  readonly isDefault: boolean;
}

/**
 * Reads the floors of a building: building:levels, else height ÷ 3 m in whole floors (at least one), else unknown.
 * levels=1 on building=yes is unknown where the footprint is over 100 m² (exactly 100 m² is believed).
 */
export function readFloors(tags: Tags, footprintSqm: number): Floors {
  const levels = positive(tags["building:levels"]);
  if (levels === 1 && tags.building === "yes" && footprintSqm > DEFAULT_LEVELS_SQM) {
    return { floors: null, source: "unknown", isDefault: true };
  }
  if (levels !== null) return { floors: levels, source: "measured", isDefault: false };
  const heightM = readHeightM(tags);
  if (heightM === null) return { floors: null, source: "unknown", isDefault: false };
  return { floors: Math.max(1, Math.round(heightM / FLOOR_M)), source: "height", isDefault: false };
}

/** The height in metres; null where it is not tagged or cannot be read. */
export function readHeightM(tags: Tags): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(m|ft|')?$/.exec(tags.height ?? tags["building:height"] ?? "");
  if (!match || Number(match[1]) === 0) return null;
  return Number(match[1]) * (match[2] === "ft" || match[2] === "'" ? FEET_M : 1);
}

function positive(text: string | undefined): number | null {
  return text !== undefined && /^\d+(\.\d+)?$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

/** The year in a start_date such as 1985, 1985-07 or 1985..1990; null where none is. */
export function readYear(tags: Tags): number | null {
  const match = /^~?(1\d{3}|20\d{2})(?![\ds])/.exec(tags.start_date ?? "");
  return match ? Number(match[1]) : null;
}

/** Writes the buildings that touch the district; answers with how many. */
export async function writeBuildings(context: LayerContext): Promise<number> {
  const { database, dataset, areas, report } = context;
  const buildings = areas.filter(({ tags, touches }) => touches && isBuilding(tags));
  const rows = buildings.map((building, ordinal) => buildingRow(context, building, ordinal));
  await writeRows(database, dataset, "building", rows);
  await database.query("ANALYZE store.building");
  const overlapping = await leaveOutOverlapping(database, dataset, rows.length);
  report.cameIn("building", rows.length);
  reportFloors(context, buildings, rows);
  report.add("left-out", "building-part", "parts of buildings are drawn, never summed", {
    ...{ layer: "building", sourceIds: sourcesOf(buildings.filter(({ tags }) => !isYes(tags.building))) },
  });
  report.add(
    "left-out",
    "overlapping-building",
    "buildings with at least half of their footprint inside a larger one are drawn, never summed",
    {
      ...{ layer: "building", sourceIds: overlapping },
    },
  );
  return rows.length;
}

const sourcesOf = (areas: readonly OsmArea[]) => areas.map(({ sourceId }) => sourceId);

function isBuilding(tags: Tags): boolean {
  return (isYes(tags.building) || isYes(tags["building:part"])) && tags.location !== "underground";
}

function buildingRow({ tagTables }: LayerContext, building: OsmArea, ordinal: number): BuildingRow {
  const { tags, areaSqm } = building;
  const { floors, source } = readFloors(tags, areaSqm);
  const use = classifyBuildingUse(tagTables.buildingUse, tags);
  // floors are counted from the ground, also those that are open below building:min_level
  const builtFloors =
    floors === null ? null : Math.max(0, floors - (positive(tags["building:min_level"]) ?? 0));
  return {
    id: building.id,
    source_id: building.sourceId,
    ordinal,
    footprint_sqm: areaSqm,
    floors_above: floors,
    floors_source: source,
    height_m: readHeightM(tags),
    gfa_above_sqm: builtFloors === null ? null : areaSqm * builtFloors,
    use,
    residential_share: use === "residential" ? 1 : 0,
    year_built: readYear(tags),
    heritage: tags.heritage === undefined ? null : isYes(tags.heritage),
    dwellings: wholeNumber(tags["building:flats"]),
    name_zh: nameZh(tags),
    name_en: nameEn(tags),
    in_sums: isYes(tags.building),
    geom: building.wkb,
  };
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : null;
}

function reportFloors(
  { report }: LayerContext,
  buildings: readonly OsmArea[],
  rows: readonly BuildingRow[],
): void {
  if (rows.length === 0) return;
  const unknown = rows.filter((row) => row.floors_above === null).length;
  const share = unknown / rows.length;
  report.add("missing", "floors-unknown", `floors are unknown for ${percent(share)} of the buildings`, {
    ...{ layer: "building", count: unknown, share },
  });
  const defaults = buildings.filter(({ tags, areaSqm }) => readFloors(tags, areaSqm).isDefault);
  report.add("doubtful", "default-levels", "levels=1 on building=yes over 100 m² is taken as unknown", {
    ...{ layer: "building", sourceIds: sourcesOf(defaults), share: defaults.length / rows.length },
  });
}
