import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { Day } from "./day.ts";
import { ProgrammeChange } from "./programme.ts";

/** 闲置房屋, 低效楼宇, 低效用地, 闲置土地. */
export const ASSET_KINDS = ["idle-house", "inefficient-building", "inefficient-land", "idle-land"] as const;
export const AssetKind = z.enum(ASSET_KINDS);
export type AssetKind = z.infer<typeof AssetKind>;

const text = (max: number) => z.string().trim().min(1).max(max);

/** What is told of an idle asset; null = not known. */
export const AssetBody = z.strictObject({
  kind: AssetKind,
  nameZh: text(200),
  nameEn: text(200).nullable().default(null),
  vacantSince: Day.nullable().default(null),
  areaSqm: z.number().gt(0).max(100_000_000).nullable().default(null),
  intendedUse: text(200).nullable().default(null),
  operator: text(200).nullable().default(null),
  closedOn: Day.nullable()
    .default(null)
    .meta({ description: "in use again since; null = still idle, as far as is known" }),
  source: text(500),
  lon: z.number().min(-180).max(180).meta({ description: "degrees, EPSG:4326, within the district" }),
  lat: z.number().min(-90).max(90).meta({ description: "degrees, EPSG:4326, within the district" }),
});
export type AssetBody = z.infer<typeof AssetBody>;

/** An idle asset with the writes that touched it, the newest first. */
export const Asset = AssetBody.extend({
  id: z.string(),
  areaSqm: NumberOrNull,
  changes: z.array(ProgrammeChange),
});
export type Asset = z.infer<typeof Asset>;

/** Filters of GET /api/assets, all passed together. */
export const AssetFilters = z.object({
  kind: AssetKind.optional(),
  state: z.enum(["idle", "closed"]).optional(),
  text: text(100).optional().meta({ description: "in name, intended use or operator" }),
});
export type AssetFilters = z.infer<typeof AssetFilters>;

/** Those vacant longest first, those of which it is not known last; `kinds` counts what passes all filters but `kind`. */
export const AssetList = z.object({
  items: z.array(Asset),
  total: z.number().int(),
  next: z.string().nullable(),
  kinds: z.record(AssetKind, z.number().int()),
  areaSqm: NumberOrNull.meta({ description: "of all found whose area is known; null where none is" }),
  areaUnknown: z.number().int(),
});
export type AssetList = z.infer<typeof AssetList>;
