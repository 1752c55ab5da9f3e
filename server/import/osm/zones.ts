import { loadSql } from "../../database/sql.ts";
import type { DistrictNames } from "../loading-dataset.ts";
import type { StoreRow } from "../store-rows.ts";
import { writeRows } from "../write-rows.ts";
import type { OsmArea } from "./areas.ts";
import type { LayerContext } from "./context.ts";
import { nameEn, nameZh } from "./tag-names.ts";

const dropOuterSql = loadSql("../drop-outer-zones.sql", import.meta.url);

type ZoneRow = StoreRow<"zone">;

// administrative levels as China maps them: https://wiki.openstreetmap.org/wiki/China#Administrative_divisions
const ADMIN_ZONES: Readonly<Record<string, string>> = { "8": "subdistrict", "10": "community" };

/** Writes the district itself, and the subdistricts, communities and named estates the extract holds inside it. */
export async function writeZones(context: LayerContext, district: DistrictNames): Promise<void> {
  const { database, dataset, area, areas, report } = context;
  const rows: ZoneRow[] = [
    {
      ...{
        id: `district:${district.id}`,
        source_id: null,
        kind: "district",
        code: district.adcode,
        parent: null,
      },
      ...{ name_zh: district.nameZh, name_en: district.nameEn, boundary_status: "schematic" },
      ...{ area_sqm: area.areaSqm, land_area_sqm: 0, geom: area.wkb },
    },
    ...areas.flatMap((zone) => zoneRow(zone, district) ?? []),
  ];
  await writeRows(database, dataset, "zone", rows);
  const { rowCount } = await database.query(dropOuterSql, [dataset.districtId, dataset.datasetId]);
  report.cameIn("zone", rows.length - rowCount);
}

function zoneRow(
  { id, sourceId, tags, areaSqm, touches, wkb }: OsmArea,
  district: DistrictNames,
): ZoneRow | null {
  const kind = zoneKind(tags);
  const name = nameZh(tags);
  if (kind === null || name === null || !touches) return null;
  return {
    id: `${kind}:${id}`,
    source_id: sourceId,
    kind,
    code: tags["ref:cn"] ?? tags.ref ?? null,
    parent: `district:${district.id}`,
    name_zh: name,
    name_en: nameEn(tags),
    // nobody's official line: what a map shows
    boundary_status: "schematic",
    area_sqm: areaSqm,
    land_area_sqm: 0,
    geom: wkb,
  };
}

function zoneKind(tags: OsmArea["tags"]): string | null {
  if (tags.boundary === "administrative") return ADMIN_ZONES[tags.admin_level ?? ""] ?? null;
  return tags.landuse === "residential" ? "estate" : null;
}
