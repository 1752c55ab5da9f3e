import { z } from "zod";
import { DensityResult } from "./density.ts";
import { FilterCondition, FilterCountResult } from "./filter-count.ts";
import { LifeCircleCoverageParams, LifeCircleCoverageResult } from "./life-circle-coverage.ts";
import { PlotRatioResult } from "./plot-ratio.ts";

export const AnswerSheetParams = LifeCircleCoverageParams;
export type AnswerSheetParams = z.infer<typeof AnswerSheetParams>;

/** One sheet for one area: everything the planner asks first, from one read of the data. */
export const AnswerSheetResult = z.object({
  density: DensityResult,
  plotRatio: PlotRatioResult,
  lifeCircleCoverage: LifeCircleCoverageResult,
  filterCounts: z.array(
    z.object({
      name: z.string(),
      titleZh: z.string(),
      titleEn: z.string(),
      conditions: z.array(FilterCondition),
      result: FilterCountResult,
    }),
  ),
  zones: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      nameZh: z.string(),
      nameEn: z.string().nullable(),
      areaShare: z.number().min(0).max(1).meta({ description: "share of the asked area inside the zone" }),
      zoneShare: z.number().min(0).max(1).meta({ description: "share of the zone inside the asked area" }),
    }),
  ),
  projects: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string().nullable(),
      stage: z.string().nullable(),
    }),
  ),
});
export type AnswerSheetResult = z.infer<typeof AnswerSheetResult>;
