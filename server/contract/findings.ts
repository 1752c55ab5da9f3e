import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { ClauseStatus, RuleBasis } from "./basis.ts";
import { Day } from "./day.ts";
import { Area, Extent, LonLat, MultiPolygon, Polygon } from "./geometry.ts";
import { HEALTH_UNITS } from "./health-check.ts";
import { ProgrammeChange } from "./programme.ts";

export const FINDING_TERM_KINDS = ["severity", "measure", "source", "state"] as const;
export const FINDING_SOURCES = ["health-check", "letter", "survey"] as const;
/** How far a finding has come; the last two say what its check after works told. */
export const FINDING_STATES = ["open", "proposed", "in-project", "improved", "not-improved"] as const;
/** Why a check after works told nothing. */
export const RECHECK_REASONS = [
  ...(["not-told", "no-place", "no-direction", "no-value-before"] as const),
  ...([
    "no-facility",
    "no-zones",
    "no-land",
    "no-homes",
    "no-walks",
    "no-residents",
    "unknown-all",
    "internal",
  ] as const),
] as const;

const text = (max: number) => z.string().trim().min(1).max(max);
const optional = (max: number) => z.string().trim().max(max).nullable().default(null);
const Level = z.enum(["public", "internal"]);
const Code = z.string().min(1).max(64);

/** A word of the register: a level of severity, a kind of measure, a source or a state, in the order of each. */
export const FindingTerm = z.object({
  kind: z.enum(FINDING_TERM_KINDS),
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  basisZh: z.string(),
  basisEn: z.string(),
  ...RuleBasis.omit({ clauseStatus: true }).shape,
  status: ClauseStatus,
});
export type FindingTerm = z.infer<typeof FindingTerm>;
export const FindingTermList = z.object({
  items: z.array(FindingTerm),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type FindingTermList = z.infer<typeof FindingTermList>;

/** A project that takes a finding up; `place` is a point of it. */
export const FindingProject = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  stage: z.string().nullable(),
  place: LonLat,
  extent: Extent,
});
export type FindingProject = z.infer<typeof FindingProject>;

/** A finding as it stands in the list; values are in the unit of its indicator, null where not known. */
export const Finding = z.object({
  id: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  edition: z.string().nullable(),
  indicator: z.string().nullable(),
  indicatorZh: z.string().nullable(),
  indicatorEn: z.string().nullable(),
  unit: z.enum(HEALTH_UNITS).nullable(),
  direction: z.enum(["lower", "higher", "none"]).nullable(),
  computability: z.enum(["computed", "proxy", "survey"]).nullable(),
  clause: z.string().nullable(),
  clauseStatus: ClauseStatus.nullable(),
  zone: z.string().nullable(),
  zoneZh: z.string().nullable(),
  zoneEn: z.string().nullable(),
  severity: z.string(),
  source: z.enum(FINDING_SOURCES),
  state: z.enum(FINDING_STATES),
  value: NumberOrNull,
  threshold: NumberOrNull,
  asOf: Day,
  measuredVersion: z
    .number()
    .int()
    .nullable()
    .meta({ description: "data version the value was measured on" }),
  level: Level,
  place: LonLat.nullable().meta({ description: "a point of it; null = its zone is gone" }),
  extent: Extent.nullable(),
  projects: z.array(FindingProject),
});
export type Finding = z.infer<typeof Finding>;

export const FindingList = z.object({
  items: z.array(Finding),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type FindingList = z.infer<typeof FindingList>;

const codes = (what: string) =>
  z
    .string()
    .max(500)
    .transform((given) => given.split(",").filter((code) => code !== ""))
    .meta({ description: `${what}, parted by commas; any of them` });
export const FindingFilters = z.object({
  severity: codes("levels of severity").optional(),
  state: codes("states").optional(),
  source: codes("sources").optional(),
  indicator: Code.optional(),
  zone: z.string().max(200).optional().meta({ description: "id of a zone it lies in" }),
  project: z.string().max(200).optional().meta({ description: "id of a project that takes it up" }),
  text: z.string().max(100).optional(),
});
export type FindingFilters = z.infer<typeof FindingFilters>;

/** What is proposed for a finding 治理建议: `measure` is a code of the terms, `responsible` who is to do it. */
export const Proposal = z.object({
  id: z.string(),
  body: z.string(),
  measure: z.string(),
  responsible: z.string(),
  proposedOn: Day,
});
export type Proposal = z.infer<typeof Proposal>;

/** The check after works: the value beside the one before, or why there is none. */
export const Recheck = z.object({
  version: z.number().int(),
  checkedOn: Day,
  value: NumberOrNull,
  threshold: NumberOrNull,
  met: z.boolean().nullable(),
  outcome: z.enum(["improved", "not-improved", "unknown"]),
  reason: z.enum(RECHECK_REASONS).nullable(),
  measuredVersion: z.number().int().nullable(),
  toldBy: z.string().nullable(),
  note: z.string().nullable(),
});
export type Recheck = z.infer<typeof Recheck>;

/** One value of a trend, the oldest first: told, measured for the finding, or measured again. */
export const TrendPoint = z.object({
  kind: z.enum(["entered", "finding", "recheck"]),
  asOf: Day,
  value: z.number(),
  toldBy: z.string().nullable(),
  dataVersion: z.number().int().nullable(),
});
export type TrendPoint = z.infer<typeof TrendPoint>;

/** A finding with its whole chain. */
export const FindingPage = z.object({
  finding: Finding,
  geometry: z.unknown().nullable().meta({ description: "its own place or its zone, GeoJSON, EPSG:4326" }),
  proposals: z.array(Proposal),
  rechecks: z.array(Recheck).meta({ description: "the oldest first" }),
  trend: z.array(TrendPoint),
  changes: z.array(ProgrammeChange).meta({ description: "the newest first, at most 100" }),
});
export type FindingPage = z.infer<typeof FindingPage>;

const Point = z.object({ type: z.literal("Point"), coordinates: LonLat });

/** POST /api/findings: a finding written by hand; a zone or a place is given. */
export const NewFinding = z.strictObject({
  title: text(200),
  note: optional(2000),
  edition: Code.nullable().default(null),
  indicator: Code.nullable().default(null),
  zone: z.string().min(1).max(200).nullable().default(null),
  place: z.union([Point, Polygon, MultiPolygon]).nullable().default(null),
  severity: Code,
  source: z.enum(FINDING_SOURCES),
  value: z.number().finite().nullable().default(null),
  asOf: Day,
  level: Level.default("public"),
});
export type NewFinding = z.infer<typeof NewFinding>;

/** POST /api/findings/measured: what a health check names becomes a finding, with the value measured there now. */
export const MeasuredFinding = z.strictObject({
  edition: Code,
  indicator: Code,
  area: Area,
  severity: Code.nullable().default(null).meta({ description: "default the middle level" }),
  level: Level.nullable().default(null).meta({
    description: "default public; internal where the indicator rests on what is not public",
  }),
});
export type MeasuredFinding = z.infer<typeof MeasuredFinding>;

export const NewProposal = z.strictObject({
  body: text(2000),
  measure: Code,
  responsible: text(200),
  proposedOn: Day,
});
export type NewProposal = z.infer<typeof NewProposal>;

/** POST /api/findings/{id}/rechecks: outcome and toldBy only where the finding has no indicator to be measured by. */
export const NewRecheck = z.strictObject({
  checkedOn: Day,
  outcome: z.enum(["improved", "not-improved"]).nullable().default(null),
  toldBy: optional(200),
  note: optional(1000),
});
export type NewRecheck = z.infer<typeof NewRecheck>;
