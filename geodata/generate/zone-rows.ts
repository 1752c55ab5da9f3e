import type { Estates } from "./building-rows.ts";
import { type City, DISTRICT_ZONE } from "./city.ts";
import { controlRows, numberIn } from "./control.ts";
import { type PlanePolygon, unionOf } from "./face-union.ts";
import { areaSqm, eachAlone, geoPolygons } from "./geometry.ts";
import type { Plane } from "./plane.ts";
import type { SampleRow } from "./sample-district.ts";
import { shapeOf } from "./shapes.ts";

interface ZoneColumns {
  readonly id: string;
  readonly kind: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly code?: string;
  readonly parent: string | null;
  readonly polygons: readonly PlanePolygon[];
}

// Every boundary of the sample is schematic. A zone lies on land, except the district, which says its land itself.
function zoneRow(plane: Plane, zone: ZoneColumns, landAreaSqm?: number): SampleRow {
  const whole = areaSqm(plane, zone.polygons);
  return {
    id: zone.id,
    source_id: `sample/${zone.id}`,
    kind: zone.kind,
    code: zone.code ?? null,
    parent: zone.parent,
    name_zh: zone.nameZh,
    name_en: zone.nameEn,
    boundary_status: "schematic",
    area_sqm: whole,
    land_area_sqm: landAreaSqm ?? whole,
    geom: geoPolygons(plane, zone.polygons),
  };
}

/** All zones: the district, its subdistricts and communities, estates, renewal districts and the structure of the plan. */
export function zoneRows(city: City, estates: Estates): SampleRow[] {
  const { outline, plan, blocks, administration, renewalDistricts } = city;
  const { plane } = outline;
  const landSqm = areaSqm(plane, unionOf(plan.land));
  const district = zoneRow(
    plane,
    {
      id: DISTRICT_ZONE,
      kind: "district",
      code: "500103",
      parent: null,
      nameZh: "渝中区",
      nameEn: "Yuzhong",
      polygons: unionOf(plan.faces),
    },
    landSqm,
  );
  const communityOf = new Map(
    administration
      .filter(({ kind }) => kind === "community")
      .flatMap(({ id, blocks: own }) => own.map((block) => [block, id] as const)),
  );
  return [
    district,
    ...administration.map((zone) => zoneRow(plane, zone)),
    ...[...estates].map(([block, id]) =>
      zoneRow(plane, {
        id,
        kind: "estate",
        parent: communityOf.get(block) ?? null,
        nameZh: `示例小区${id.split(":")[1]}`,
        nameEn: `Sample estate ${id.split(":")[1]}`,
        polygons: eachAlone(blocks[block]!.sites),
      }),
    ),
    ...renewalDistricts.map((zone) =>
      zoneRow(plane, { ...zone, kind: "renewal-district", parent: DISTRICT_ZONE }),
    ),
    ...controlRows("structure-zone").map((row) =>
      zoneRow(plane, {
        id: row.id!,
        kind: row.kind!,
        parent: DISTRICT_ZONE,
        nameZh: row.name_zh!,
        nameEn: row.name_en!,
        polygons: shapeOf(row, outline),
      }),
    ),
  ];
}

/** Heritage, height, flood and hazard zones, all schematic. */
export function controlZoneRows({ outline }: City): SampleRow[] {
  return controlRows("control-zone").map((row) => {
    const polygons = shapeOf(row, outline);
    return {
      id: row.id!,
      source_id: `sample/${row.id}`,
      kind: row.kind!,
      name_zh: row.name_zh!,
      name_en: row.name_en!,
      height_limit_m: row.height_limit_m ? numberIn(row, "height_limit_m") : null,
      area_sqm: areaSqm(outline.plane, polygons),
      geom: geoPolygons(outline.plane, polygons),
    };
  });
}
