import { z } from "zod";
import { AnswerSheetParams, AnswerSheetResult } from "./answer-sheet.ts";
import { DensityParams, DensityResult } from "./density.ts";
import { FilterCountParams, FilterCountResult } from "./filter-count.ts";
import { FilterListParams, FilterListResult } from "./filter-list.ts";
import { HealthCheckParams, HealthCheckResult } from "./health-check.ts";
import { IsochroneParams, IsochroneResult } from "./isochrone.ts";
import { LifeCircleCoverageParams, LifeCircleCoverageResult } from "./life-circle-coverage.ts";
import { NetworkQualityParams, NetworkQualityResult } from "./network-quality.ts";
import { ParkCoverageParams, ParkCoverageResult } from "./park-coverage.ts";
import { PlotRatioParams, PlotRatioResult } from "./plot-ratio.ts";
import { RiverfrontAccessParams, RiverfrontAccessResult } from "./riverfront-access.ts";
import { RoadNetworkParams, RoadNetworkResult } from "./road-network.ts";
import { ServiceGapParams, ServiceGapResult } from "./service-gap.ts";
import { StatutoryRadiusCoverageParams, StatutoryRadiusCoverageResult } from "./statutory-radius-coverage.ts";
import { TwoStepCatchmentParams, TwoStepCatchmentResult } from "./two-step-catchment.ts";
import { WalkRouteParams, WalkRouteResult } from "./walk-route.ts";
import { WalkwayConnectivityParams, WalkwayConnectivityResult } from "./walkway-connectivity.ts";

/** Every analysis: one name, its parameters and its result. Server runners and client panels are records over this. */
export const ANALYSES = {
  density: { params: DensityParams, result: DensityResult, titleZh: "密度", titleEn: "Density" },
  "plot-ratio": {
    params: PlotRatioParams,
    result: PlotRatioResult,
    titleZh: "容积率",
    titleEn: "Plot ratio",
  },
  "filter-count": {
    params: FilterCountParams,
    result: FilterCountResult,
    titleZh: "条件统计",
    titleEn: "Count by conditions",
  },
  "filter-list": {
    params: FilterListParams,
    result: FilterListResult,
    titleZh: "条件清单",
    titleEn: "List by conditions",
  },
  "life-circle-coverage": {
    params: LifeCircleCoverageParams,
    result: LifeCircleCoverageResult,
    titleZh: "生活圈覆盖",
    titleEn: "Life-circle coverage",
  },
  isochrone: {
    params: IsochroneParams,
    result: IsochroneResult,
    titleZh: "等时圈",
    titleEn: "Isochrone",
  },
  "service-gap": {
    params: ServiceGapParams,
    result: ServiceGapResult,
    titleZh: "服务缺口",
    titleEn: "Service gap",
  },
  "road-network": {
    params: RoadNetworkParams,
    result: RoadNetworkResult,
    titleZh: "道路网",
    titleEn: "Road network",
  },
  "walkway-connectivity": {
    params: WalkwayConnectivityParams,
    result: WalkwayConnectivityResult,
    titleZh: "步行连通",
    titleEn: "Walkway connectivity",
  },
  "network-quality": {
    params: NetworkQualityParams,
    result: NetworkQualityResult,
    titleZh: "步行网络质量",
    titleEn: "Quality of the walking network",
  },
  "walk-route": {
    params: WalkRouteParams,
    result: WalkRouteResult,
    titleZh: "步行路线",
    titleEn: "Walking route",
  },
  "park-coverage": {
    params: ParkCoverageParams,
    result: ParkCoverageResult,
    titleZh: "公园绿地服务半径覆盖",
    titleEn: "Park coverage",
  },
  "statutory-radius-coverage": {
    params: StatutoryRadiusCoverageParams,
    result: StatutoryRadiusCoverageResult,
    titleZh: "法定服务半径覆盖",
    titleEn: "Statutory radius coverage",
  },
  "two-step-catchment": {
    params: TwoStepCatchmentParams,
    result: TwoStepCatchmentResult,
    titleZh: "供需可达性（两步移动搜索）",
    titleEn: "Two-step catchment",
  },
  "riverfront-access": {
    params: RiverfrontAccessParams,
    result: RiverfrontAccessResult,
    titleZh: "滨江可达",
    titleEn: "Riverfront access",
  },
  "health-check": {
    params: HealthCheckParams,
    result: HealthCheckResult,
    titleZh: "城市体检",
    titleEn: "City health check",
  },
  "answer-sheet": {
    params: AnswerSheetParams,
    result: AnswerSheetResult,
    titleZh: "片区指标表",
    titleEn: "Indicator sheet",
  },
} as const;

export type AnalysisName = keyof typeof ANALYSES;
export type AnalysisParams<Name extends AnalysisName> = z.infer<(typeof ANALYSES)[Name]["params"]>;
export type AnalysisInput<Name extends AnalysisName> = z.input<(typeof ANALYSES)[Name]["params"]>;
export type AnalysisResult<Name extends AnalysisName> = z.infer<(typeof ANALYSES)[Name]["result"]>;

export const AnalysisName = z.enum(Object.keys(ANALYSES) as [AnalysisName, ...AnalysisName[]]);

/** GET /api/analyses */
export const AnalysisList = z.object({
  items: z.array(
    z.object({
      name: AnalysisName,
      titleZh: z.string(),
      titleEn: z.string(),
      params: z.record(z.string(), z.unknown()).meta({ description: "JSON Schema; units end the names" }),
      result: z.record(z.string(), z.unknown()).meta({ description: "JSON Schema; units end the names" }),
    }),
  ),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type AnalysisList = z.infer<typeof AnalysisList>;
