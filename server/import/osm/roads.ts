import { lineWkb } from "../../database/wkb-writer.ts";
import { lineLengthM } from "../line-length.ts";
import type { StoreRow } from "../store-rows.ts";
import type { Tags } from "../tag-table.ts";
import { writeRows } from "../write-rows.ts";
import { placesOf } from "./areas.ts";
import type { LayerContext } from "./context.ts";
import { isYes, nameEn, nameZh } from "./tag-names.ts";

const CLASSES: Readonly<Record<string, string>> = {
  motorway: "motorway",
  trunk: "trunk",
  primary: "primary",
  secondary: "secondary",
  tertiary: "tertiary",
  unclassified: "residential",
  residential: "residential",
  living_street: "residential",
  road: "residential",
  service: "service",
  track: "track",
  pedestrian: "pedestrian",
  footway: "footway",
  path: "footway",
  bridleway: "footway",
  corridor: "footway",
  steps: "stairs",
  elevator: "lift",
  cycleway: "cycleway",
};
const RAILS = new Set(["rail", "light_rail", "subway", "monorail", "tram", "funicular", "narrow_gauge"]);

/** The class a way is drawn in; null for one that is no road or rail in use. */
export function roadClass(tags: Tags): string | null {
  if (RAILS.has(tags.railway ?? "")) return "rail";
  if (tags.area === "yes") return null;
  if (tags.highway !== undefined && isYes(tags.conveying)) return "escalator";
  return CLASSES[tags.highway?.replace(/_link$/, "") ?? ""] ?? null;
}

/** Writes the roads, paths and rails of district and context as they are drawn. */
export async function writeRoads({ database, dataset, extract, area, report }: LayerContext): Promise<void> {
  const { places } = extract;
  const rows: StoreRow<"road">[] = [];
  for (const way of extract.ways.values()) {
    const tags = way.tags ?? {};
    const drawn = roadClass(tags);
    const line = drawn === null ? [] : placesOf(extract, way);
    const isNear = line.some((place) => area.isInContext(places.lonOf(place), places.latOf(place)));
    if (line.length < 2 || !isNear) continue;
    const coordinates = places.coordinates(line);
    rows.push({
      id: `w${way.id}`,
      source_id: `way/${way.id}`,
      class: drawn,
      name_zh: nameZh(tags),
      name_en: nameEn(tags),
      bridge: isYes(tags.bridge),
      tunnel: isYes(tags.tunnel),
      layer: /^-?\d{1,2}$/.test(tags.layer ?? "") ? Number(tags.layer) : 0,
      one_way: tags.oneway === "yes" || tags.oneway === "-1" || tags.junction === "roundabout",
      length_m: lineLengthM(coordinates),
      context: !line.some((place) => area.isInside(places.lonOf(place), places.latOf(place))),
      geom: lineWkb(coordinates),
    });
  }
  await writeRows(database, dataset, "road", rows);
  report.cameIn("road", rows.length);
}
