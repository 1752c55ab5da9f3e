import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";

/** What a parameter is used for; see the table walking_parameter. */
export const PARAMETER_USES = ["walking", "import", "answer", "bound"] as const;

/** What of a persona can be edited. */
export const SPEED_FIELDS = [
  "flatMps",
  "stairsUpHorizontalMps",
  "stairsDownHorizontalMps",
  "stairsUpVerticalMps",
  "stairsDownVerticalMps",
] as const;
export const PERSONA_FIELDS = [...SPEED_FIELDS, "maxGrade", "escalator", "lift"] as const;
export type PersonaField = (typeof PERSONA_FIELDS)[number];

/** Who edited a value, when, and what is shipped in its place. */
const Edit = z.object({
  shipped: z.union([z.number(), z.boolean(), z.null()]),
  actorId: z.string(),
  at: z.string().meta({ description: "ISO 8601, UTC" }),
});

export const PersonaRow = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  flatMps: z.number(),
  stairsUpHorizontalMps: NumberOrNull.meta({
    description: "null, as the three others: stairs are forbidden",
  }),
  stairsDownHorizontalMps: NumberOrNull,
  stairsUpVerticalMps: NumberOrNull,
  stairsDownVerticalMps: NumberOrNull,
  escalator: z.boolean(),
  lift: z.boolean(),
  maxGrade: NumberOrNull.meta({
    description: "rise over length beyond which nothing is walked; null = no limit",
  }),
  stepFree: z.boolean(),
  groupAges: z.string(),
  source: z.string(),
  sourceEn: z.string(),
  status: z.string().meta({ description: "of what is shipped; an edited value is the installation's own" }),
  edits: z.record(z.string(), Edit).meta({ description: "by field" }),
});
export type PersonaRow = z.infer<typeof PersonaRow>;

export const WalkingParameterRow = z.object({
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  minimum: z.number().meta({ description: "inclusive" }),
  maximum: z.number().meta({ description: "inclusive" }),
  used: z.enum(PARAMETER_USES).meta({
    description:
      "walking: stored reach is computed again; import: takes effect with the next import; answer: with the next answer; bound: bounds other values",
  }),
  source: z.string(),
  sourceEn: z.string(),
  status: z.string(),
  edit: Edit.nullable(),
});
export type WalkingParameterRow = z.infer<typeof WalkingParameterRow>;

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.number().int(), next: z.string().nullable() });

/** GET /api/personas and /api/walking-parameters, whole. */
export const PersonaList = listOf(PersonaRow);
export type PersonaList = z.infer<typeof PersonaList>;
export const WalkingParameterList = listOf(WalkingParameterRow);
export type WalkingParameterList = z.infer<typeof WalkingParameterList>;

const Reset = z.boolean().meta({ description: "true: back to what is shipped" });

/** PATCH /api/personas/{id}: fields to set, and fields to set back to what is shipped. */
export const PersonaPatch = z.strictObject({
  set: z
    .strictObject({
      ...Object.fromEntries(SPEED_FIELDS.map((field) => [field, z.number().optional()])),
      maxGrade: NumberOrNull.optional(),
      escalator: z.boolean().optional(),
      lift: z.boolean().optional(),
    })
    .default({}),
  reset: z.array(z.enum(PERSONA_FIELDS)).default([]),
});
export type PersonaPatch = {
  readonly set: { readonly [Field in PersonaField]?: number | boolean | null | undefined };
  readonly reset: readonly PersonaField[];
};

/** PATCH /api/walking-parameters/{name}. */
export const WalkingParameterPatch = z.union([
  z.strictObject({ value: z.number() }),
  z.strictObject({ reset: Reset.pipe(z.literal(true)) }),
]);
export type WalkingParameterPatch = z.infer<typeof WalkingParameterPatch>;

/** GET /api/reach-progress: how far the computing of reach after an edit has come. */
export const ReachProgress = z.object({
  status: z.enum(["idle", "running", "failed"]),
  persona: z.string().nullable(),
  done: z.number().int(),
  total: z.number().int(),
});
export type ReachProgress = z.infer<typeof ReachProgress>;
