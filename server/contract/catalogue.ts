import { z } from "zod";
import { Extent } from "./geometry.ts";

/** `complete | partial | absent | unknown` per kind of data: what an answer must not pretend to know. */
export const Completeness = z.record(z.string(), z.enum(["complete", "partial", "absent", "unknown"]));
export type Completeness = z.infer<typeof Completeness>;

export const District = z.object({
  id: z.string(),
  adcode: z.string(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  sample: z.boolean(),
  extent: Extent,
  dataVersion: z.number().int(),
  asOf: z.string().nullable(),
  source: z.string(),
  completeness: Completeness,
});
export type District = z.infer<typeof District>;
export const DistrictList = z.object({
  items: z.array(District),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type DistrictList = z.infer<typeof DistrictList>;

export const Layer = z.object({
  name: z.string(),
  geometryType: z.enum(["point", "line", "polygon", "raster", "mixed"]),
  version: z.number().int(),
  level: z.enum(["public", "internal"]),
  count: z.number().int(),
  extent: Extent.nullable(),
  minZoom: z.number().int(),
  maxZoom: z.number().int(),
  attributes: z.array(z.string()),
  lowM: z.number().nullable().meta({
    description: "of terrain: metres that a twentieth of the elevation model lies at or below; else null",
  }),
});
export type Layer = z.infer<typeof Layer>;
export const LayerList = z.object({
  items: z.array(Layer),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type LayerList = z.infer<typeof LayerList>;

export const ZONE_KINDS = [
  "district",
  "subdistrict",
  "community",
  "estate",
  "renewal-district",
  "core",
  "wing",
  "belt",
  "area",
] as const;
export const ZoneKind = z.enum(ZONE_KINDS);
export type ZoneKind = z.infer<typeof ZoneKind>;

export const ZoneProperties = z.object({
  id: z.string(),
  kind: ZoneKind,
  code: z.string().nullable(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  areaSqm: z.number(),
  landAreaSqm: z.number(),
  boundaryStatus: z.enum(["official", "schematic"]),
  parent: z.string().nullable().meta({ description: "id of the zone it is part of; null = none is told" }),
});
export type ZoneProperties = z.infer<typeof ZoneProperties>;

const Geometry = z.object({ type: z.string(), coordinates: z.unknown() });

export const ZoneFeature = z.object({
  type: z.literal("Feature"),
  id: z.string(),
  geometry: Geometry,
  properties: ZoneProperties,
});
export type ZoneFeature = z.infer<typeof ZoneFeature>;
export const ZoneCollection = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(ZoneFeature),
});
export type ZoneCollection = z.infer<typeof ZoneCollection>;

/** What a feature belongs to or has: lines and entrances of a station, zones a thing lies in; kind as in a search hit. */
export const RelatedFeature = z.object({
  layer: z.string(),
  id: z.string(),
  kind: z.string().nullable(),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
});
export type RelatedFeature = z.infer<typeof RelatedFeature>;

/** One feature with its facts; `source` says which object of the source data it is. */
export const FeatureReply = z.object({
  type: z.literal("Feature"),
  id: z.string(),
  layer: z.string(),
  geometry: Geometry,
  properties: z.record(z.string(), z.unknown()),
  source: z.object({ dataset: z.string(), sourceId: z.string().nullable(), asOf: z.string().nullable() }),
  related: z.array(RelatedFeature),
  dataVersion: z.number().int(),
});
export type FeatureReply = z.infer<typeof FeatureReply>;

export const SearchHit = z.object({
  layer: z.string(),
  id: z.string(),
  kind: z.string().nullable(),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  extent: Extent,
});
export type SearchHit = z.infer<typeof SearchHit>;
export const SearchReply = z.object({
  items: z.array(SearchHit),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type SearchReply = z.infer<typeof SearchReply>;

export const FacilityCategory = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  group: z.string(),
  facilities: z.number().int().meta({ description: "in the district's data, context included" }),
});
export const FacilityCategoryList = z.object({
  items: z.array(FacilityCategory),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type FacilityCategoryList = z.infer<typeof FacilityCategoryList>;

/** GET /api/settings: what the page needs to know of this installation. */
export const Settings = z.object({
  mapApprovalNo: z.string().nullable(),
  basemapUrl: z.string().nullable(),
  readOnly: z.boolean(),
  internal: z.boolean().meta({ description: "whether what is internal is served too" }),
});
export type Settings = z.infer<typeof Settings>;
