import type { AnalysisName } from "../../server/contract/analyses.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { answerSheetView } from "./answer-sheet.tsx";
import { densityView } from "./density.tsx";
import { filterCountView } from "./filter-count.tsx";
import { filterListView } from "./filter-list.tsx";
import { healthCheckView } from "./health-check.tsx";
import { isochroneView } from "./isochrone.tsx";
import { lifeCircleCoverageView } from "./life-circle-coverage.tsx";
import { networkQualityView } from "./network-quality.tsx";
import { parkCoverageView } from "./park-coverage.tsx";
import { plotRatioView } from "./plot-ratio.tsx";
import { riverfrontAccessView } from "./riverfront-access.tsx";
import { roadNetworkView } from "./road-network.tsx";
import { serviceGapView } from "./service-gap.tsx";
import { statutoryRadiusCoverageView } from "./statutory-radius-coverage.tsx";
import { twoStepCatchmentView } from "./two-step-catchment.tsx";
import { walkRouteView } from "./walk-route.tsx";
import { walkwayConnectivityView } from "./walkway-connectivity.tsx";

/** Every analysis of the contract has its view; the compiler names what is missing. */
export const ANALYSIS_VIEWS: { readonly [Name in AnalysisName]: AnalysisView<Name> } = {
  density: densityView,
  "plot-ratio": plotRatioView,
  "filter-count": filterCountView,
  "filter-list": filterListView,
  "life-circle-coverage": lifeCircleCoverageView,
  isochrone: isochroneView,
  "service-gap": serviceGapView,
  "road-network": roadNetworkView,
  "walkway-connectivity": walkwayConnectivityView,
  "network-quality": networkQualityView,
  "walk-route": walkRouteView,
  "park-coverage": parkCoverageView,
  "statutory-radius-coverage": statutoryRadiusCoverageView,
  "two-step-catchment": twoStepCatchmentView,
  "riverfront-access": riverfrontAccessView,
  "health-check": healthCheckView,
  "answer-sheet": answerSheetView,
};
