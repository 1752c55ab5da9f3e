import { pointWkb } from "../../database/wkb-writer.ts";
import type { StoreRow } from "../store-rows.ts";
import type { Tags } from "../tag-table.ts";
import { writeRows } from "../write-rows.ts";
import type { LayerContext } from "./context.ts";
import { isMetroStation } from "./metro.ts";
import { isYes, nameEn, nameZh } from "./tag-names.ts";

/** Values that make a named thing a landmark, by key (OSM wiki, Map features); null = every value but no. */
const LANDMARK_TAGS: Readonly<Record<string, readonly string[] | null>> = {
  tourism: ["attraction", "museum", "viewpoint", "gallery", "theme_park", "zoo", "aquarium"],
  historic: null,
  place: ["square", "island", "quarter", "neighbourhood", "suburb", "village", "hamlet", "locality", "town"],
  amenity: [
    "theatre",
    "townhall",
    "arts_centre",
    "university",
    "college",
    "hospital",
    "place_of_worship",
    "bus_station",
    "ferry_terminal",
    "marketplace",
    "courthouse",
    "library",
  ],
  leisure: ["stadium"],
  shop: ["mall", "department_store"],
  man_made: ["tower", "lighthouse", "obelisk"],
  railway: ["station"],
  aerialway: ["station"],
};

/** What makes a named thing a landmark, as the value of its tag; null where it is none. */
export function landmarkKind(tags: Tags): string | null {
  if (nameZh(tags) === null && nameEn(tags) === null) return null;
  // stations and entrances of the metro are layers of their own
  if (isMetroStation(tags) || tags.railway === "subway_entrance") return null;
  for (const [key, values] of Object.entries(LANDMARK_TAGS)) {
    const value = tags[key];
    if (value === undefined || !isYes(value)) continue;
    if (values === null) return key;
    if (values.includes(value)) return value;
  }
  return null;
}

/** Writes the landmarks of district and context at a point each: a node where it is, an area at the middle of its extent. */
export async function writeLandmarks(context: LayerContext): Promise<void> {
  const { database, dataset, extract, areas, area, report } = context;
  const { places } = extract;
  const rows: StoreRow<"landmark">[] = [];
  const add = (id: string, sourceId: string, tags: Tags, [lon, lat]: readonly [number, number]) => {
    const kind = landmarkKind(tags);
    if (kind === null || !area.isInContext(lon, lat)) return;
    rows.push({
      ...{ id, source_id: sourceId, kind, name_zh: nameZh(tags), name_en: nameEn(tags) },
      context: !area.isInside(lon, lat),
      geom: pointWkb(lon, lat),
    });
  };
  for (const { id, lon, lat, tags } of extract.nodes) {
    if (tags) add(`n${id}`, `node/${id}`, tags, [lon, lat]);
  }
  for (const { id, sourceId, tags, outline } of areas) {
    const lons = outline.map((place) => places.lonOf(place));
    const lats = outline.map((place) => places.latOf(place));
    add(id, sourceId, tags, [middle(lons), middle(lats)]);
  }
  await writeRows(database, dataset, "landmark", rows);
  report.cameIn("landmark", rows.length);
}

const middle = (degrees: readonly number[]) => (Math.min(...degrees) + Math.max(...degrees)) / 2;
