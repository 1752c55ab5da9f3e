import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { RuleBasis } from "./basis.ts";
import { Day } from "./day.ts";
import { ProgrammeChange } from "./programme.ts";
import { IncomeKind, IncomeLine } from "./project-money.ts";

const text = (max: number) => z.string().trim().min(1).max(max);
const Sqm = z.number().max(10_000_000);

/** What is told of a unit 业态 of a project, whole; null = not known. Rent and contract are internal, never told to the public. */
export const OperationBody = z.strictObject({
  nameZh: text(200),
  nameEn: text(200).nullable().default(null),
  kind: text(64).meta({ description: "a code of `kinds`" }),
  areaSqm: Sqm.gt(0).nullable().default(null).meta({ description: "that may be let, m²" }),
  letSqm: Sqm.min(0).nullable().default(null).meta({ description: "of it let, m²" }),
  operator: text(200).nullable().default(null),
  openedOn: Day.nullable().default(null),
  closedOn: Day.nullable().default(null).meta({ description: "null = still run, as far as is known" }),
  rentYuan: z
    .number()
    .min(0)
    .max(100_000)
    .nullable()
    .default(null)
    .meta({ description: "yuan a m² and month; internal" }),
  contractFrom: Day.nullable().default(null).meta({ description: "internal" }),
  contractTo: Day.nullable().default(null).meta({ description: "inclusive; internal" }),
  contractNote: text(1000).nullable().default(null).meta({ description: "internal" }),
  asOf: Day.meta({ description: "the day it is so" }),
  source: text(500),
});
export type OperationBody = z.infer<typeof OperationBody>;

/** A unit with the writes that touched it, the newest first. */
export const OperationUnit = OperationBody.extend({
  id: z.string(),
  project: z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string().nullable() }),
  areaSqm: NumberOrNull,
  letSqm: NumberOrNull,
  rentYuan: NumberOrNull,
  occupancy: NumberOrNull.meta({
    description: "let ÷ that may be let, 0…1; null = one of them is not known",
  }),
  scene: z.boolean().meta({ description: "its kind counts as a scene of living, consumption or start-ups" }),
  invented: z.boolean(),
  changes: z.array(ProgrammeChange),
});
export type OperationUnit = z.infer<typeof OperationUnit>;

/** What may be let for; a row of the standards. */
export const OperationKind = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  scene: z.boolean(),
  ...RuleBasis.shape,
});
export type OperationKind = z.infer<typeof OperationKind>;

/** Sums over the units that are run. occupancy is over those whose area and let area are known, `occupancyUnknown` counts the others. */
export const OperationSums = z.object({
  units: z.number().int(),
  projects: z.number().int(),
  scenes: z.number().int(),
  areaSqm: NumberOrNull,
  letSqm: NumberOrNull,
  occupancy: NumberOrNull,
  occupancyUnknown: z.number().int(),
  rentYuan: NumberOrNull.meta({
    description: "internal: mean rent, yuan a m² and month, by let area, of the units whose rent is known",
  }),
  rentUnknown: z.number().int().nullable(),
});
export type OperationSums = z.infer<typeof OperationSums>;

/** A year of a project: what came in, what running it cost; null = one of its lines is not known. */
export const OperationYear = z.object({
  year: z.number().int(),
  incomeYuan: NumberOrNull,
  costYuan: NumberOrNull,
  netYuan: NumberOrNull,
});
export type OperationYear = z.infer<typeof OperationYear>;

export const OperationFilters = z.object({
  project: z.string().min(1).max(200).optional(),
  kind: z.string().min(1).max(64).optional(),
  state: z.enum(["run", "closed"]).optional(),
});
export type OperationFilters = z.infer<typeof OperationFilters>;

/** Units by project and name. `years` and `lines` are of the project that is asked for, and empty without one. */
export const OperationList = z.object({
  items: z.array(OperationUnit),
  total: z.number().int(),
  next: z.string().nullable(),
  sums: OperationSums,
  kinds: z.array(OperationKind),
  years: z.array(OperationYear),
  lines: z.array(IncomeLine),
  incomeKinds: z.array(IncomeKind),
});
export type OperationList = z.infer<typeof OperationList>;

/** POST /api/operation-units. */
export const NewOperationUnit = OperationBody.extend({
  project: z.string().min(1).max(200),
  level: z.enum(["public", "internal"]).default("public"),
});
export type NewOperationUnit = z.infer<typeof NewOperationUnit>;
