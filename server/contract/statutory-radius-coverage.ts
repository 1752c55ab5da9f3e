import { z } from "zod";
import { Area } from "./geometry.ts";
import { Persona } from "./life-circle-coverage.ts";
import { RadiusAnswered, RadiusMinutes } from "./radius-coverage.ts";

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
});
export type StatutoryRadiusCoverageParams = z.infer<typeof StatutoryRadiusCoverageParams>;

export const StatutoryRadiusCoverageResult = z.object({ ...RadiusAnswered, ruleSet: z.string() });
export type StatutoryRadiusCoverageResult = z.infer<typeof StatutoryRadiusCoverageResult>;
