import type { Answer } from "../../server/contract/analysis.ts";
import type { AnswerSheetResult } from "../../server/contract/answer-sheet.ts";
import type {
  District,
  FacilityCategoryList,
  FeatureReply,
  Layer,
  SearchHit,
  Settings,
  ZoneFeature,
} from "../../server/contract/catalogue.ts";
import type { DatasetReport } from "../../server/contract/dataset-report.ts";
import type { DemandGroupList } from "../../server/contract/demand-group.ts";
import type { FilterCondition, FilterCountResult } from "../../server/contract/filter-count.ts";
import type { FilterListResult, FilterSort } from "../../server/contract/filter-list.ts";
import type { FilterFieldFacts, FilterPreset } from "../../server/contract/filter-presets.ts";
import type { FilterDraft } from "../../server/contract/filter-text.ts";
import type { Extent, MultiPolygon, Polygon, ZoneArea } from "../../server/contract/geometry.ts";
import type { HealthCheckResult } from "../../server/contract/health-check.ts";
import type { IsochroneParams, IsochroneResult } from "../../server/contract/isochrone.ts";
import type { LifeCircleCoverageResult, Persona } from "../../server/contract/life-circle-coverage.ts";
import type { LineProfile } from "../../server/contract/line-profile.ts";
import type { NetworkFinding, NetworkQualityResult } from "../../server/contract/network-quality.ts";
import type { ParkCoverageResult } from "../../server/contract/park-coverage.ts";
import type { Place } from "../../server/contract/place.ts";
import type { ProjectTerm } from "../../server/contract/projects.ts";
import type { PublishedValue } from "../../server/contract/published-value.ts";
import type { ReachDirection } from "../../server/contract/reach.ts";
import type { RiverfrontAccessResult } from "../../server/contract/riverfront-access.ts";
import type { RoadNetworkResult } from "../../server/contract/road-network.ts";
import type { RuleSet } from "../../server/contract/rule-set.ts";
import type { ServiceGapResult } from "../../server/contract/service-gap.ts";
import type {
  StatutoryRadiusCoverageParams,
  StatutoryRadiusCoverageResult,
} from "../../server/contract/statutory-radius-coverage.ts";
import type {
  TwoStepCatchmentParams,
  TwoStepCatchmentResult,
} from "../../server/contract/two-step-catchment.ts";
import type { Fares, Upstairs } from "../../server/contract/walk-conditions.ts";
import type { WalkRouteResult } from "../../server/contract/walk-route.ts";
import type {
  PersonaRow,
  ReachProgress,
  WalkingParameterRow,
} from "../../server/contract/walking-standards.ts";
import type { WalkwayConnectivityResult } from "../../server/contract/walkway-connectivity.ts";
import type { Failure } from "../backend.ts";
import type { CatchmentScheme } from "../cartography/catchment-classes.ts";
import type { ColouringName } from "../cartography/colourings/registry.ts";
import type { Refusal } from "../formats/area-format.ts";
import type { AreaFile } from "../formats/read-areas.ts";
import type { Buildings, BuildingsQuestion } from "./buildings.ts";
import type { ReachQuestion } from "./colouring.ts";
import { DISPATCH_START, type DispatchState } from "./dispatch-state.ts";
import { NO_FILTER } from "./filter-address.ts";
import { FINDING_START, type FindingState } from "./finding-state.ts";
import { HOUSEHOLD_START, type HouseholdState } from "./household-state.ts";
import { LEDGER_START, type LedgerState } from "./ledger-state.ts";
import type { MinutesCells } from "./minutes-cells.ts";
import { MONEY_START, type MoneyState } from "./money-state.ts";
import { OPERATION_START, type OperationState } from "./operation-state.ts";
import type { Overlay } from "./overlays.ts";
import { POOL_START, type PoolState } from "./pool-state.ts";
import { PROGRAMME_PAGE_START, type ProgrammePageState } from "./programme-page-state.ts";
import { PROJECT_START, type ProjectState } from "./project-state.ts";
import type { ProjectsView } from "./projects-view.ts";
import type { QuestionName } from "./question-names.ts";
import { SIGNING_START, type SigningState } from "./signing-state.ts";

/** Something asked of the service. A new run takes the place of the old one; `stale` is the last answer, still shown. */
export type Run<Params, Result> =
  | { readonly status: "idle" }
  | { readonly status: "running"; readonly params: Params; readonly stale: Result | null }
  | { readonly status: "done"; readonly params: Params; readonly result: Result }
  | { readonly status: "failed"; readonly params: Params; readonly failure: Failure };

export const MODES = ["projects", "explore", "analyse"] as const;
export type Mode = (typeof MODES)[number];

export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** What a person can switch on and off; land, water and streets are always there. */
export const LAYER_GROUPS = [
  "relief",
  "terrain",
  "buildings",
  "green",
  "land-use",
  "walking",
  "walkways",
  "metro",
  "facilities",
  "projects",
  "structure",
  "renewal-districts",
  "boundaries",
  "riverfront",
  "basemap",
] as const;
export type LayerGroup = (typeof LAYER_GROUPS)[number];

/** Where the map looks: degrees, EPSG:4326; bearing clockwise from north, pitch 0 = from above. */
export interface View {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
  readonly bearing: number;
  readonly pitch: number;
}

export interface FeatureRef {
  readonly layer: string;
  readonly id: string;
}

/** The area asked about: drawn, or a zone. */
export type AskedArea = Polygon | MultiPolygon | ZoneArea;

/** What is drawn corner by corner, and so can be left and taken up again. */
export const CORNERED_SHAPES = ["polygon", "streets"] as const;
export const DRAW_SHAPES = ["polygon", "rectangle", "circle", "freehand", "streets", "walk"] as const;
export type DrawShape = (typeof DRAW_SHAPES)[number];

/** How the next shape is drawn. */
export interface Pen {
  readonly shape: DrawShape;
  /** What a closed shape does to the area there is: takes its place, is joined to it, is cut out of it. */
  readonly combine: "replace" | "add" | "cut";
  /** Whether corners jump onto the corners and edges of what lies on the map. */
  readonly snaps: boolean;
  /** Of the circle that a click draws; null = its size is drawn by hand. */
  readonly radiusM: number | null;
  readonly walk: Pick<WalkParams, "persona" | "direction"> & { readonly minutes: number };
}

type LonLat = readonly [lon: number, lat: number];

/** A shape not yet closed: the corners set so far. It stays when the pen is put down. */
export interface Sketch {
  readonly shape: (typeof CORNERED_SHAPES)[number];
  readonly corners: readonly LonLat[];
}

/** What the pen draws this moment: the ring as it would be closed here, and whether a corner taken back can be set again. */
export interface Stroke {
  readonly ring: readonly LonLat[];
  readonly canRedo: boolean;
}

/** The way along streets from a corner to the next, by `lon,lat;lon,lat` of both; null = none, so drawn straight. */
export type Legs = Readonly<Record<string, readonly LonLat[] | null>>;

/** Why a closed shape did not become the area. */
export type PenTrouble = "nothing-left" | "nothing-cut" | "not-a-shape";

/** A question where one gets on foot, of which an area is made. */
export type WalkAreaQuestion = Pen["walk"] & { readonly district: string; readonly origin: LonLat };

export interface SheetParams {
  readonly persona: Persona;
  readonly mode: "time" | "distance" | "both";
  readonly ruleSet: string;
}

/** When one walks and what one is ready to do; one choice for every question in walking time. */
export interface Conditions {
  /** Local weekday and time of day, such as wedT10:00. */
  readonly at: string;
  readonly fares: Fares;
  /** Of the stairs inside houses without a lift; asked of coverage and of what is lacking. */
  readonly upstairs: Upstairs;
}

/** A whole question; two equal ones have one answer. */
export interface SheetQuestion extends SheetParams, Conditions {
  readonly district: string;
  readonly area: AskedArea;
}

/** A file dropped to make an area; `reading` and `area` count from 0 and are null while they must be asked. */
export type Dropped =
  | { readonly status: "none" }
  | { readonly status: "reading"; readonly name: string }
  | { readonly status: "refused"; readonly name: string; readonly reason: Refusal }
  | {
      readonly status: "read";
      readonly name: string;
      readonly file: AreaFile;
      readonly reading: number | null;
      readonly area: number | null;
    };

/** A walk from (or to) a place; no origin, no question. */
export interface WalkParams {
  readonly origin: readonly [lon: number, lat: number] | null;
  readonly persona: Persona;
  readonly direction: IsochroneParams["direction"];
  readonly flat: boolean;
}

/** A whole question about a walk. */
export interface WalkQuestion extends Omit<WalkParams, "origin">, Omit<Conditions, "upstairs"> {
  readonly district: string;
  readonly origin: readonly [lon: number, lat: number];
}

/** A walk from one place to another; an end that is missing is picked next. */
export interface RouteChoice {
  readonly origin: LonLat | null;
  readonly destination: LonLat | null;
  readonly persona: Persona;
}

/** A whole question about such a walk. */
export interface RouteQuestion extends Omit<Conditions, "upstairs"> {
  readonly district: string;
  readonly origin: LonLat;
  readonly destination: LonLat;
  readonly persona: Persona;
}

export type RouteAnswer = Answer<WalkRouteResult>;

/** A question by conditions being put together, and how its list is sorted. */
export interface FilterChoice {
  readonly conditions: readonly FilterDraft[];
  /** Of the whole district, also where an area is chosen. */
  readonly whole: boolean;
  readonly sort: FilterSort;
  readonly descending: boolean;
}

/** A whole question by conditions; whether their values can be is judged by the service. */
export interface FilterQuestion {
  readonly district: string;
  readonly area: AskedArea;
  readonly conditions: readonly FilterCondition[];
}

export type FilterAnswer = Answer<FilterCountResult>;
export type FilterListAnswer = Answer<FilterListResult>;

export type WalkAnswer = Answer<IsochroneResult>;

/** How a gap is listed and coloured. */
export const GAP_VIEWS = ["community", "subdistrict", "place"] as const;
export type GapView = (typeof GAP_VIEWS)[number];

/** Who lacks what; no category, no question. */
export interface GapChoice {
  /** A facility category, or any required one; null = not asked. */
  readonly category: string | null;
  readonly minutes: number;
  readonly persona: Persona;
  readonly view: GapView;
}

/** A whole question about a gap. */
export interface GapQuestion extends Conditions {
  readonly district: string;
  readonly area: AskedArea;
  readonly category: string;
  readonly minutes: number;
  readonly persona: Persona;
  readonly ruleSet: string;
}

export type GapAnswer = Answer<ServiceGapResult>;

/** The analyses that hold circles against walks. */
export const RADIUS_ANALYSES = ["park-coverage", "statutory-radius-coverage"] as const;
export type RadiusAnalysis = (typeof RADIUS_ANALYSES)[number];

type OwnRadius = NonNullable<StatutoryRadiusCoverageParams["own"]>;

/** What lies within a radius, and who can walk as far; no analysis, no question. */
export interface RadiusChoice {
  readonly analysis: RadiusAnalysis | null;
  /** The definition looked at; null = the first. */
  readonly definition: string | null;
  readonly persona: Persona;
  readonly minutes: number;
  /** A published share 0…1, held against parks. */
  readonly published: number | null;
  /** A radius of no standard, in metres round the facilities of a category. */
  readonly own: OwnRadius | null;
}

/** A whole question about coverage by radius. */
export interface RadiusQuestion extends Omit<RadiusChoice, "analysis"> {
  readonly analysis: RadiusAnalysis;
  readonly district: string;
  readonly area: AskedArea;
  readonly ruleSet: string;
}

export type ParkAnswer = Answer<ParkCoverageResult>;
export type StatutoryRadiusAnswer = Answer<StatutoryRadiusCoverageResult>;
/** A whole question about life circles for all walkers. */
export type PersonasQuestion = Omit<SheetQuestion, "persona">;
export type CoverageAnswer = Answer<LifeCircleCoverageResult>;

/** A question about river banks. */
export interface RiverfrontChoice {
  readonly asked: boolean;
  /** Whose walks the map and the roads between are of. */
  readonly persona: Persona;
  /** Whether secondary roads count as barriers too. */
  readonly secondary: boolean;
}

/** A whole question about river banks. */
export interface RiverfrontQuestion extends Omit<RiverfrontChoice, "asked"> {
  readonly district: string;
  readonly area: AskedArea;
}

export type RiverfrontAnswer = Answer<RiverfrontAccessResult>;

/** Whether the city health check is asked, and which edition of it. */
export interface HealthChoice {
  readonly asked: boolean;
  readonly edition: string;
}

/** A whole question of the health check. */
export interface HealthQuestion {
  readonly district: string;
  readonly area: AskedArea;
  readonly edition: string;
}

export type HealthAnswer = Answer<HealthCheckResult>;

/** What is asked of streets as such. */
export const STREET_ANALYSES = ["road-network", "walkway-connectivity"] as const;
export type StreetAnalysis = (typeof STREET_ANALYSES)[number];

/** Which of them is asked, and who walks; null = none. */
export interface StreetChoice {
  readonly asked: StreetAnalysis | null;
  readonly persona: Persona;
}

/** A whole question about streets; only walkways ask who walks. */
export interface StreetQuestion {
  readonly district: string;
  readonly area: AskedArea;
  readonly asked: StreetAnalysis;
  readonly persona: Persona | null;
}

export type RoadNetworkAnswer = Answer<RoadNetworkResult>;
export type WalkwayAnswer = Answer<WalkwayConnectivityResult>;
export type StreetAnswer =
  | { readonly asked: "road-network"; readonly answer: RoadNetworkAnswer }
  | { readonly asked: "walkway-connectivity"; readonly answer: WalkwayAnswer };
export type NetworkQualityAnswer = Answer<NetworkQualityResult>;

/** A place picked of an answer, and another it is joined to by a straight line. */
export interface StreetMark {
  readonly at: LonLat;
  readonly across: LonLat | null;
}

/** Whose walk to which facility, which way, when and on which map. */
export interface WalkSide {
  /** A facility category. */
  readonly category: string;
  readonly persona: Persona;
  readonly direction: ReachDirection;
  /** Local weekday and time, as wedT10:00. */
  readonly at: string;
  readonly flat: boolean;
}

/** What minutes are told of: each building, or cells of many. */
export const MINUTES_UNITS = ["building", "community", "hexagon"] as const;
export type MinutesUnit = (typeof MINUTES_UNITS)[number];
/** What a cell tells: its median, or the share of its residents within so many minutes. */
export const CELL_MEASURES = ["median", "5", "10", "15"] as const;
export type CellMeasure = (typeof CELL_MEASURES)[number];
/** Whose minutes are counted: of all the district, of what the map shows, of the area asked about. */
export const MINUTES_SCOPES = ["district", "view", "area"] as const;
export type MinutesScope = (typeof MINUTES_SCOPES)[number];

/** More than `from` and at most `to` whole minutes; from 0 on 0 is within, and `to` null has no end. */
export interface MinutesRange {
  readonly from: number;
  readonly to: number | null;
}

/** How walking minutes are looked at; the first side walks to the category, as the persona and at the time that all the page has. */
export interface MinutesChoice extends Pick<WalkSide, "direction" | "flat"> {
  readonly unit: MinutesUnit;
  readonly measure: CellMeasure;
  readonly scope: MinutesScope;
  /** What alone is lit; null = all. */
  readonly range: MinutesRange | null;
  /** What the first side is held against, on the right of the map. */
  readonly beside: WalkSide | null;
  /** Where the map is parted, as a share of the width in sight. */
  readonly split: number;
}
/** How a catchment is listed. */
export const CATCHMENT_VIEWS = ["community", "subdistrict", "facility"] as const;
type CatchmentView = (typeof CATCHMENT_VIEWS)[number];

/** For whom facilities hold how much; no category, no question. */
export interface CatchmentChoice
  extends Pick<TwoStepCatchmentParams, "method" | "decay" | "persona" | "walks" | "supply"> {
  readonly category: string | null;
  /** null = as goes with the facility, both. */
  readonly minutes: number | null;
  readonly demand: string | null;
  readonly view: CatchmentView;
  /** How the map is classed. */
  readonly scheme: CatchmentScheme;
}

/** A whole question about a catchment. */
export interface CatchmentQuestion extends Omit<TwoStepCatchmentParams, "area"> {
  readonly district: string;
  readonly area: AskedArea;
}

export type CatchmentAnswer = Answer<TwoStepCatchmentResult>;

export type SheetAnswer = Answer<AnswerSheetResult>;

/** An area set beside others; `name` is null for a zone, which has its own, and for a drawn one not named yet. */
export interface ComparedArea {
  readonly name: string | null;
  readonly area: AskedArea;
}

/** An area kept on this device under a name. */
export interface NamedArea extends ComparedArea {
  readonly id: string;
  readonly name: string;
  readonly district: string;
}

/** What a district's page needs before anything can be asked. */
export interface Catalogue {
  readonly layers: readonly Layer[];
  readonly zones: readonly ZoneFeature[];
  readonly categories: FacilityCategoryList["items"];
  readonly publishedValues: readonly PublishedValue[];
}

/** Everything the page knows: plain data, no functions, no map objects. */
export interface AppState
  extends ProjectState,
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
  readonly language: Language;
  readonly theme: Theme;
  readonly systemDark: boolean;
  /** Whether names on the map stand in both languages, the reader's first. */
  readonly bothNames: boolean;
  /** Groups that are not as they come: shown by default and hidden here, or the other way round. */
  readonly switchedGroups: readonly LayerGroup[];
  /** What the colour of buildings tells. */
  readonly colouring: ColouringName;
  /** Whose minutes it tells, where it tells minutes; null = none chosen yet. */
  readonly reachCategory: string | null;
  /** The class of the colouring that the reader points at, the unknown last; null = none. */
  readonly litClass: number | null;
  /** Whether the legend counts the buildings in view, or those of the district. */
  readonly countsInView: boolean;
  /** The buildings as points with what they are coloured by; read once the first map is on screen. */
  readonly buildings: Run<BuildingsQuestion, Buildings | null>;
  /** What analyses lay over the map, by a name of their own. */
  readonly overlays: Readonly<Record<string, Overlay>>;
  /** Seconds by building ordinal, as in the contract. */
  readonly reach: Run<ReachQuestion, Int16Array>;
  /** The same of the side held against it. */
  readonly reachBeside: Run<ReachQuestion, Int16Array>;
  readonly minutes: MinutesChoice;
  /** Minutes by community or hexagon, while they are looked at. */
  readonly minutesCells: MinutesCells | null;
  /** The cell picked, by its position. */
  readonly pickedCell: number | null;

  /** Whether the first map is on screen: what can wait loads from then on. */
  readonly mapDrawn: boolean;
  /** Whether the map of the other side stood finished since the map was parted. */
  readonly besideDrawn: boolean;
  /** Whether the browser can draw no map: nothing waits for one then. */
  readonly mapless: boolean;
  /** null until the map has been placed. */
  readonly view: View | null;
  /** What the map shows, corner to corner. */
  readonly viewExtent: Extent | null;
  /** Where the map shall go; `count` makes two wishes for one place two wishes. */
  readonly goTo: { readonly extent: Extent; readonly count: number } | null;

  readonly selection: FeatureRef | null;
  /** What else lies where the map was clicked. */
  readonly nearby: readonly FeatureRef[];
  readonly feature: Run<FeatureRef, FeatureReply>;
  /** How steep the selected walkway or street is. */
  readonly profile: Run<FeatureRef, LineProfile>;
  /** What lies at the selected coordinates. */
  readonly place: Run<FeatureRef, Place>;

  readonly area: AskedArea | null;
  readonly tool: "none" | "draw" | "edit" | "origin" | "near" | "route-from" | "route-to";
  readonly pen: Pen;
  readonly sketch: Sketch | null;
  readonly stroke: Stroke | null;
  /** What the pen is told; `count` makes two equal orders two. */
  readonly penOrder: { readonly name: "undo" | "redo" | "finish"; readonly count: number };
  readonly penTrouble: PenTrouble | null;
  /** A form that is open takes the drawn area as a place. */
  readonly placing: boolean;
  readonly legs: Legs;
  readonly walkArea: Run<WalkAreaQuestion, null>;
  /** Areas before this one, the latest last, and those taken back. */
  readonly areaHistory: {
    readonly past: readonly (AskedArea | null)[];
    readonly future: readonly (AskedArea | null)[];
  };
  /** Why a short link was not opened. */
  readonly linkFailure: Failure | null;
  readonly dropped: Dropped;
  readonly sheetParams: SheetParams;
  readonly sheet: Run<SheetQuestion, SheetAnswer>;
  /** Sheets of other areas, the district among them, by their question as text. */
  readonly keptSheets: Readonly<Record<string, Run<SheetQuestion, SheetAnswer>>>;
  /** Areas side by side, at most four; the first is what the others are held against. */
  readonly compared: readonly ComparedArea[];
  readonly comparing: boolean;
  /** null until read from the device. */
  readonly namedAreas: readonly NamedArea[] | null;
  /** What was deleted last and may be put back, with its place in the list. */
  readonly deletedArea: { readonly area: NamedArea; readonly place: number } | null;
  /** The map as an image for paper; `wishes` counts how often one was asked for. */
  readonly mapPicture: { readonly wishes: number; readonly dataUrl: string | null };
  /** The words of the project pool; empty until they are needed. */
  readonly projectTerms: readonly ProjectTerm[];
  readonly walk: WalkParams;
  readonly isochrone: Run<WalkQuestion, WalkAnswer>;
  readonly conditions: Conditions;
  readonly route: RouteChoice;
  readonly walkRoute: Run<RouteQuestion, RouteAnswer>;
  /** What walking times rest on; read when it is opened. */
  readonly walkingStandards: Run<
    null,
    { readonly personas: readonly PersonaRow[]; readonly parameters: readonly WalkingParameterRow[] }
  >;
  /** Why the last edit of it was not taken. */
  readonly standardsFailure: Failure | null;
  readonly reachProgress: ReachProgress;
  readonly filter: FilterChoice;
  /** The cursors of the pages of the list up to the present one; none = the first page. */
  readonly filterCursors: readonly string[];
  readonly filterCount: Run<FilterQuestion, FilterAnswer>;
  readonly filterList: Run<FilterQuestion, FilterListAnswer>;
  /** What the buildings of the district know of each field, and the questions often asked. */
  readonly filterFacts: Run<
    string,
    { readonly fields: readonly FilterFieldFacts[]; readonly presets: readonly FilterPreset[] }
  >;
  /** Empty until they are needed. */
  readonly ruleSets: readonly RuleSet[];
  /** The question opened in the menu of the Analyse panel. */
  readonly openedQuestion: QuestionName | null;
  readonly gap: GapChoice;
  readonly serviceGap: Run<GapQuestion, GapAnswer>;
  /** The place of the gap picked, by its position in the answer. */
  readonly gapPlace: number | null;
  readonly street: StreetChoice;
  readonly streetRun: Run<StreetQuestion, StreetAnswer>;
  readonly streetMark: StreetMark | null;
  /** By district; asked beside its import report. */
  readonly networkQuality: Run<string, NetworkQualityAnswer>;
  /** The finding of it whose places are on the map. */
  readonly networkFinding: NetworkFinding | null;
  readonly radius: RadiusChoice;
  readonly radiusCoverage: Run<RadiusQuestion, ParkAnswer | StatutoryRadiusAnswer>;
  readonly catchment: CatchmentChoice;
  readonly twoStepCatchment: Run<CatchmentQuestion, CatchmentAnswer>;
  /** The facility of the catchment picked. */
  readonly catchmentFacility: string | null;
  /** Who may compete; empty until it is needed. */
  readonly demandGroups: DemandGroupList["items"];
  /** Whether the coverage of the sheet is set out for all walkers side by side. */
  readonly besidePersonas: boolean;
  /** An answer for each walker. */
  readonly personasCoverage: Run<PersonasQuestion, readonly CoverageAnswer[]>;
  readonly health: HealthChoice;
  readonly healthRun: Run<HealthQuestion, HealthAnswer>;
  readonly riverfront: RiverfrontChoice;
  readonly riverfrontAccess: Run<RiverfrontQuestion, RiverfrontAnswer>;
  /** The segment of it picked, by its id. */
  readonly riverfrontSegment: string | null;
  /** A facility category lit on the map. */
  readonly litCategory: string | null;

  readonly searchText: string;
  /** What was lately found, the newest first; kept on the device. */
  readonly recentHits: readonly { readonly district: string; readonly hit: SearchHit }[];
  readonly hits: Run<string, readonly SearchHit[]>;

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
  language: "zh-CN",
  theme: "system",
  systemDark: false,
  bothNames: false,
  switchedGroups: [],
  colouring: "height",
  reachCategory: null,
  litClass: null,
  countsInView: false,
  buildings: { status: "idle" },
  overlays: {},
  reach: { status: "idle" },
  reachBeside: { status: "idle" },
  minutes: {
    unit: "building",
    measure: "median",
    scope: "district",
    range: null,
    direction: "both",
    flat: false,
    beside: null,
    split: 0.5,
  },
  minutesCells: null,
  pickedCell: null,
  mapDrawn: false,
  besideDrawn: false,
  mapless: false,
  view: null,
  viewExtent: null,
  goTo: null,
  selection: null,
  nearby: [],
  feature: { status: "idle" },
  profile: { status: "idle" },
  place: { status: "idle" },
  area: null,
  tool: "none",
  pen: {
    shape: "polygon",
    combine: "replace",
    snaps: true,
    radiusM: null,
    walk: { minutes: 10, persona: "adult", direction: "from" },
  },
  sketch: null,
  stroke: null,
  penOrder: { name: "undo", count: 0 },
  penTrouble: null,
  placing: false,
  legs: {},
  walkArea: { status: "idle" },
  areaHistory: { past: [], future: [] },
  linkFailure: null,
  dropped: { status: "none" },
  sheetParams: { persona: "adult", mode: "both", ruleSet: "gb-50180-2018" },
  sheet: { status: "idle" },
  keptSheets: {},
  compared: [],
  comparing: false,
  namedAreas: null,
  deletedArea: null,
  mapPicture: { wishes: 0, dataUrl: null },
  projectTerms: [],
  walk: { origin: null, persona: "adult", direction: "from", flat: false },
  isochrone: { status: "idle" },
  conditions: { at: "wedT10:00", fares: "include", upstairs: "none" },
  route: { origin: null, destination: null, persona: "adult" },
  walkRoute: { status: "idle" },
  walkingStandards: { status: "idle" },
  standardsFailure: null,
  reachProgress: { status: "idle", persona: null, done: 0, total: 0 },
  filter: NO_FILTER,
  filterCursors: [],
  filterCount: { status: "idle" },
  filterList: { status: "idle" },
  filterFacts: { status: "idle" },
  ruleSets: [],
  gap: { category: null, minutes: 15, persona: "adult", view: "community" },
  serviceGap: { status: "idle" },
  gapPlace: null,
  street: { asked: null, persona: "adult" },
  streetRun: { status: "idle" },
  streetMark: null,
  networkQuality: { status: "idle" },
  networkFinding: null,
  radius: { analysis: null, definition: null, persona: "adult", minutes: 10, published: null, own: null },
  radiusCoverage: { status: "idle" },
  catchment: {
    category: null,
    minutes: null,
    method: "two-step",
    decay: "slow",
    persona: "adult",
    walks: "both",
    demand: null,
    supply: "capacity",
    view: "community",
    scheme: "mean",
  },
  twoStepCatchment: { status: "idle" },
  catchmentFacility: null,
  demandGroups: [],
  besidePersonas: false,
  personasCoverage: { status: "idle" },
  health: { asked: false, edition: "2023" },
  healthRun: { status: "idle" },
  riverfront: { asked: false, persona: "adult", secondary: false },
  riverfrontAccess: { status: "idle" },
  riverfrontSegment: null,
  openedQuestion: null,
  litCategory: null,
  searchText: "",
  recentHits: [],
  hits: { status: "idle" },
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
  reportOpen: false,
  report: { status: "idle" },
};
