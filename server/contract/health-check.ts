import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { ClauseStatus } from "./basis.ts";
import { Area } from "./geometry.ts";

/** City health check (城市体检): every indicator of an edition, measured where the data of the atlas can tell it. */
export const HealthCheckParams = z.strictObject({
  area: Area,
  edition: z
    .string()
    .min(1)
    .max(32)
    .default("2023")
    .meta({ description: "of the list of indicators; one of the result's editions" }),
  indicators: z
    .array(z.string().min(1).max(32))
    .min(1)
    .max(100)
    .optional()
    .meta({ description: "codes; only these are measured, default all" }),
});
export type HealthCheckParams = z.infer<typeof HealthCheckParams>;

export const HEALTH_DIMENSIONS = ["housing", "estate", "block", "city"] as const;
export const HEALTH_UNITS = [
  ...(["buildings", "dwellings", "estates", "communities", "places", "roads", "quarters", "events"] as const),
  ...(["share", "km", "sqkm", "sqm-per-resident", "km-per-sqkm", "km-per-h", "m3-per-h", "growth"] as const),
] as const;
export const HEALTH_MEASURES = [
  ...([
    "homes-unsafe",
    "homes-without-lift",
    "homes-before",
    "zones-without",
    "walks-not-step-free",
  ] as const),
  ...(["land-by-definition", "land-by-radius", "area-per-resident", "residents-within"] as const),
  ...(["road-density", "life-circle", "dense-land", "development-intensity"] as const),
] as const;
export type HealthMeasure = (typeof HEALTH_MEASURES)[number];

/** Why an indicator has no value. */
export const HEALTH_REASONS = [
  "survey", // told by departments or surveys, not by the data of the atlas
  "no-facility", // the data holds no such facility: where it lacks is not known
  "no-zones", // the data holds no such zones
  "no-land", // no land of the kind, or only a part of it is mapped
  "no-homes",
  "no-walks",
  "no-residents", // residents are not known
  "unknown-all", // of nothing counted is it known
  "internal", // rests on what is internal, which is not served here
] as const;

/** A zone, by its id. */
const Lacking = z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string().nullable() });

/** What departments or a survey told of an indicator in a zone, of which date, and how it stands to the threshold. */
export const EnteredValue = z.object({
  value: z.number().meta({ description: "in the unit" }),
  asOf: z.string(),
  toldBy: z.string(),
  note: z.string().nullable(),
  enteredAt: z.string(),
  met: z.boolean().nullable(),
});
export type EnteredValue = z.infer<typeof EnteredValue>;

/** One indicator: what it is, and what it is here. */
export const HealthIndicator = z.object({
  code: z.string(),
  dimension: z.enum(HEALTH_DIMENSIONS),
  aspect: z.string(),
  tag: z.string().meta({ description: "of the four good things: 好房子, 好小区, 好社区, 好城区" }),
  nameZh: z.string(),
  nameEn: z.string(),
  unit: z.enum(HEALTH_UNITS),
  direction: z.enum(["lower", "higher", "none"]).meta({ description: "which way is better" }),
  threshold: NumberOrNull.meta({ description: "in the unit; met by what equals it" }),
  computability: z.enum(["computed", "proxy", "survey"]).meta({
    description: "proxy = stands for the indicator, see its basis; survey = not told by this data",
  }),
  basisZh: z.string().nullable(),
  basisEn: z.string().nullable(),
  clause: z.string().meta({ description: "of the source; status says whether it was checked against it" }),
  status: ClauseStatus,
  source: z.string(),
  value: NumberOrNull.meta({ description: "in the unit; null = not known, see reason" }),
  of: NumberOrNull.meta({
    description: "what was judged, in the unit (1 of a share); null where it has no sense",
  }),
  unknown: NumberOrNull.meta({
    description: "of that, how much could not be judged; of sqm-per-resident, facilities of unknown area",
  }),
  met: z.boolean().nullable().meta({ description: "null where there is no threshold or no value" }),
  reason: z.enum(HEALTH_REASONS).nullable(),
  lacking: z.array(Lacking).meta({ description: "zones counted in the value, by name; at most 200" }),
  entered: EnteredValue.nullable().meta({
    description:
      "the latest told of this very zone, never mixed with the value; null = none, or no zone was asked about",
  }),
});
export type HealthIndicator = z.infer<typeof HealthIndicator>;

export const HealthCheckResult = z.object({
  edition: z.string(),
  editions: z.array(z.string()),
  indicators: z.array(HealthIndicator),
});
export type HealthCheckResult = z.infer<typeof HealthCheckResult>;
