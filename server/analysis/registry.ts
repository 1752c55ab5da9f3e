import type { AnalysisName, AnalysisParams, AnalysisResult } from "../contract/analyses.ts";
import { answerSheet } from "./answer-sheet.ts";
import { density } from "./density.ts";
import { filterCount } from "./filter-count.ts";
import { filterList } from "./filter-list.ts";
import { healthCheck } from "./health-check.ts";
import { isochrone } from "./isochrone.ts";
import { lifeCircleCoverage } from "./life-circle-coverage.ts";
import { networkQuality } from "./network-quality.ts";
import { parkCoverage } from "./park-coverage.ts";
import { plotRatio } from "./plot-ratio.ts";
import type { Answered, Reading } from "./reading.ts";
import { riverfrontAccess } from "./riverfront-access.ts";
import { roadNetwork } from "./road-network.ts";
import { serviceGap } from "./service-gap.ts";
import { statutoryRadiusCoverage } from "./statutory-radius-coverage.ts";
import { twoStepCatchment } from "./two-step-catchment.ts";
import { walkRoute } from "./walk-route.ts";
import { walkwayConnectivity } from "./walkway-connectivity.ts";

type Runner<Name extends AnalysisName> = (
  reading: Reading,
  params: AnalysisParams<Name>,
) => Promise<Answered<AnalysisResult<Name>>>;

/** Who answers each analysis. */
export const RUNNERS: { readonly [Name in AnalysisName]: Runner<Name> } = {
  density,
  "plot-ratio": plotRatio,
  "filter-count": filterCount,
  "filter-list": filterList,
  "life-circle-coverage": lifeCircleCoverage,
  isochrone,
  "service-gap": serviceGap,
  "road-network": roadNetwork,
  "walkway-connectivity": walkwayConnectivity,
  "network-quality": networkQuality,
  "walk-route": walkRoute,
  "park-coverage": parkCoverage,
  "statutory-radius-coverage": statutoryRadiusCoverage,
  "two-step-catchment": twoStepCatchment,
  "riverfront-access": riverfrontAccess,
  "health-check": healthCheck,
  "answer-sheet": answerSheet,
};
