import type {
  District,
  FacilityCategoryList,
  Layer,
  Settings,
  ZoneFeature,
} from "../../server/contract/catalogue.ts";
import type { DatasetReport } from "../../server/contract/dataset-report.ts";
import type { ProjectTerm } from "../../server/contract/projects.ts";
import type { PublishedValue } from "../../server/contract/published-value.ts";
import type { Failure } from "../backend.ts";
import { APPEARANCE_START, type AppearanceState } from "./appearance-state.ts";
import { CATCHMENT_START, type CatchmentState } from "./catchment-state.ts";
import { COLOURING_START, type ColouringState } from "./colouring-state.ts";
import { DISPATCH_START, type DispatchState } from "./dispatch-state.ts";
import { DRAWING_START, type DrawingState } from "./drawing-state.ts";
import { FILTER_START, type FilterState } from "./filter-state.ts";
import { FINDING_START, type FindingState } from "./finding-state.ts";
import { GAP_START, type GapState } from "./gap-state.ts";
import { HEALTH_START, type HealthState } from "./health-state.ts";
import { HOUSEHOLD_START, type HouseholdState } from "./household-state.ts";
import { LEDGER_START, type LedgerState } from "./ledger-state.ts";
import { MAP_START, type MapState } from "./map-state.ts";
import { MONEY_START, type MoneyState } from "./money-state.ts";
import { OPERATION_START, type OperationState } from "./operation-state.ts";
import { POOL_START, type PoolState } from "./pool-state.ts";
import { PROGRAMME_PAGE_START, type ProgrammePageState } from "./programme-page-state.ts";
import { PROJECT_START, type ProjectState } from "./project-state.ts";
import type { ProjectsView } from "./projects-view.ts";
import type { QuestionName } from "./question-names.ts";
import { RADIUS_START, type RadiusState } from "./radius-state.ts";
import { RIVERFRONT_START, type RiverfrontState } from "./riverfront-state.ts";
import { SEARCH_START, type SearchState } from "./search-state.ts";
import { SELECTION_START, type SelectionState } from "./selection-state.ts";
import { SHEET_START, type SheetState } from "./sheet-state.ts";
import { SIGNING_START, type SigningState } from "./signing-state.ts";
import { STREET_START, type StreetState } from "./street-state.ts";
import { WALK_START, type WalkState } from "./walk-state.ts";

/** Something asked of the service. A new run takes the place of the old one; `stale` is the last answer, still shown. */
export type Run<Params, Result> =
  | { readonly status: "idle" }
  | { readonly status: "running"; readonly params: Params; readonly stale: Result | null }
  | { readonly status: "done"; readonly params: Params; readonly result: Result }
  | { readonly status: "failed"; readonly params: Params; readonly failure: Failure };

export const MODES = ["projects", "explore", "analyse"] as const;
export type Mode = (typeof MODES)[number];

/** What a district's page needs before anything can be asked. */
export interface Catalogue {
  readonly layers: readonly Layer[];
  readonly zones: readonly ZoneFeature[];
  readonly categories: FacilityCategoryList["items"];
  readonly publishedValues: readonly PublishedValue[];
}

/** Everything the page knows: plain data, no functions, no map objects. */
export interface AppState
  extends AppearanceState,
    MapState,
    SelectionState,
    DrawingState,
    WalkState,
    SheetState,
    FilterState,
    GapState,
    RadiusState,
    RiverfrontState,
    HealthState,
    StreetState,
    ColouringState,
    CatchmentState,
    SearchState,
    ProjectState,
    PoolState,
    MoneyState,
    DispatchState,
    FindingState,
    SigningState,
    HouseholdState,
    OperationState,
    ProgrammePageState,
    LedgerState {
  readonly start: Run<null, null>;
  readonly settings: Settings | null;
  readonly districts: readonly District[];
  readonly district: string | null;
  readonly catalogue: Run<string, Catalogue>;
  readonly online: boolean;
  readonly mode: Mode;
  readonly projectsView: ProjectsView;
  /** Why a short link was not opened. */
  readonly linkFailure: Failure | null;
  /** The words of the project pool; empty until they are needed. */
  readonly projectTerms: readonly ProjectTerm[];
  /** The question opened in the menu of the Analyse panel. */
  readonly openedQuestion: QuestionName | null;
  readonly reportOpen: boolean;
  readonly report: Run<string, DatasetReport>;
}

export const INITIAL_STATE: AppState = {
  start: { status: "idle" },
  settings: null,
  districts: [],
  district: null,
  catalogue: { status: "idle" },
  online: true,
  mode: "explore",
  projectsView: "list",
  linkFailure: null,
  projectTerms: [],
  openedQuestion: null,
  reportOpen: false,
  report: { status: "idle" },
  ...APPEARANCE_START,
  ...MAP_START,
  ...SELECTION_START,
  ...DRAWING_START,
  ...WALK_START,
  ...SHEET_START,
  ...FILTER_START,
  ...GAP_START,
  ...RADIUS_START,
  ...RIVERFRONT_START,
  ...HEALTH_START,
  ...STREET_START,
  ...COLOURING_START,
  ...CATCHMENT_START,
  ...SEARCH_START,
  ...PROJECT_START,
  ...POOL_START,
  ...MONEY_START,
  ...DISPATCH_START,
  ...FINDING_START,
  ...SIGNING_START,
  ...HOUSEHOLD_START,
  ...OPERATION_START,
  ...PROGRAMME_PAGE_START,
  ...LEDGER_START,
};
