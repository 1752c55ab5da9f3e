import type { StoreRow } from "../store-rows.ts";
import { classifyLandUse, type Tags } from "../tag-table.ts";
import { writeRows } from "../write-rows.ts";
import type { OsmArea } from "./areas.ts";
import type { LayerContext } from "./context.ts";
import { nameEn, nameZh } from "./tag-names.ts";

/** The kind of a water area: what natural=water is told to be, else by its own tag; null for what is no open water. */
export function waterKind(tags: Tags): string | null {
  if (tags.natural === "water") return tags.water ?? "water";
  if (tags.waterway === "riverbank") return "river";
  if (tags.waterway === "dock") return "dock";
  return tags.landuse === "reservoir" || tags.landuse === "basin" ? tags.landuse : null;
}

const GREEN: readonly (readonly [key: string, value: string, kind: string])[] = [
  ["leisure", "park", "park"],
  ["leisure", "garden", "garden"],
  ["leisure", "nature_reserve", "park"],
  ["landuse", "forest", "wood"],
  ["natural", "wood", "wood"],
  ["natural", "scrub", "wood"],
  ["landuse", "grass", "grass"],
  ["landuse", "meadow", "grass"],
  ["landuse", "village_green", "grass"],
  ["landuse", "recreation_ground", "grass"],
  ["natural", "grassland", "grass"],
  ["leisure", "pitch", "pitch"],
  ["landuse", "cemetery", "cemetery"],
  ["amenity", "grave_yard", "cemetery"],
];

/** The kind of a green area: park, garden, wood, grass, pitch or cemetery; null for what is none. */
export function greenKind(tags: Tags): string | null {
  return GREEN.find(([key, value]) => tags[key] === value)?.[2] ?? null;
}

interface Written {
  readonly water: number;
  readonly green: number;
  readonly landUse: number;
}

/** Writes water, green and land use; water and green also around the district, land use where it touches it. */
export async function writeLandCover(context: LayerContext): Promise<Written> {
  const { database, dataset, areas, tagTables, report } = context;
  const water = areas.flatMap((area): StoreRow<"water">[] => {
    const kind = isBuilt(area) ? null : waterKind(area.tags);
    return kind === null ? [] : [{ ...shared(area), kind }];
  });
  const green = areas.flatMap((area): StoreRow<"green">[] => {
    const kind = isBuilt(area) ? null : greenKind(area.tags);
    return kind === null ? [] : [{ ...shared(area), kind }];
  });
  const landUse = areas.flatMap((area): StoreRow<"land_use">[] => {
    const use = area.touches && !isBuilt(area) ? classifyLandUse(tagTables.landUse, area.tags) : null;
    return use === null ? [] : [{ ...shared(area), class: use.class, construction: use.construction }];
  });
  await writeRows(database, dataset, "water", water);
  await writeRows(database, dataset, "green", green);
  await writeRows(database, dataset, "land_use", landUse);
  await database.query("ANALYZE store.water, store.land_use");
  report.cameIn("water", water.length);
  report.cameIn("green", green.length);
  report.cameIn("land-use", landUse.length);
  return { water: water.length, green: green.length, landUse: landUse.length };
}

// a hotel or a school that is only its building tells no land use
const isBuilt = ({ tags }: OsmArea) => tags.building !== undefined && tags.building !== "no";

function shared({ id, sourceId, tags, areaSqm, wkb }: OsmArea) {
  return {
    id,
    source_id: sourceId,
    name_zh: nameZh(tags),
    name_en: nameEn(tags),
    area_sqm: areaSqm,
    geom: wkb,
  };
}
