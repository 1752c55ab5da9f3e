import { z } from "zod";
import { Area } from "./geometry.ts";
import { Persona } from "./life-circle-coverage.ts";
import { RadiusAnswered, RadiusMinutes } from "./radius-coverage.ts";

/** Metres a radius of one's own may be, both inclusive. */
export const OWN_RADIUS_M = { least: 50, most: 5000 } as const;

/** The share of land within the statutory radius of each facility, beside those who can walk as far. */
export const StatutoryRadiusCoverageParams = z.strictObject({
  area: Area,
  definition: z
    .string()
    .min(1)
    .max(128)
    .optional()
    .meta({ description: "the one looked at: an id of the answer's figures; default the first" }),
  persona: Persona.default("adult"),
  minutes: RadiusMinutes,
  ruleSet: z.string().max(64).default("gb-50180-2018").meta({
    description: "whose own distances are judged as radii, beside the definitions of the health check",
  }),
  own: z
    .strictObject({
      category: z.string().min(1).max(64).meta({ description: "code of /api/facility-categories" }),
      radiusM: z.number().int().min(OWN_RADIUS_M.least).max(OWN_RADIUS_M.most),
    })
    .optional()
    .meta({
      description: "a radius of no standard, over residential land; the first of the figures, id own",
    }),
});
export type StatutoryRadiusCoverageParams = z.infer<typeof StatutoryRadiusCoverageParams>;

export const StatutoryRadiusCoverageResult = z.object({ ...RadiusAnswered, ruleSet: z.string() });
export type StatutoryRadiusCoverageResult = z.infer<typeof StatutoryRadiusCoverageResult>;
