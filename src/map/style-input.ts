import type { ExpressionSpecification } from "maplibre-gl";
import type { AcquisitionPlotList } from "../../server/contract/acquisition-plots.ts";
import type { Asset } from "../../server/contract/assets.ts";
import type { FacilityCategoryList, Layer, ZoneFeature } from "../../server/contract/catalogue.ts";
import type { Light } from "../../server/contract/dispatch.ts";
import type { Estate } from "../../server/contract/estates.ts";
import type { Finding } from "../../server/contract/findings.ts";
import type { NetworkFinding } from "../../server/contract/network-quality.ts";
import type { ProjectConflict } from "../../server/contract/project-conflicts.ts";
import type { PickedRadius } from "../../server/contract/radius-coverage.ts";
import type { SafetyRecord } from "../../server/contract/safety-records.ts";
import type { CatchmentClasses } from "../cartography/catchment-classes.ts";
import type { ColouringName } from "../cartography/colourings/registry.ts";
import type { Palette } from "../cartography/palette.ts";
import type { LonLat } from "../geometry/lon-lat.ts";
import type { Language, LayerGroup } from "../state/appearance-state.ts";
import type { CatchmentAnswer, CatchmentChoice } from "../state/catchment-state.ts";
import type { ComparedShape } from "../state/compared-shapes.ts";
import type { ShownProject } from "../state/dispatch-shown.ts";
import type { AskedArea, Dropped } from "../state/drawing-state.ts";
import type { GapAnswer, GapView } from "../state/gap-state.ts";
import type { CellGround } from "../state/minutes-cells.ts";
import type { RiverfrontAnswer } from "../state/riverfront-state.ts";
import type { FeatureRef } from "../state/selection-state.ts";
import type { NetworkQualityAnswer, StreetAnswer, StreetMark } from "../state/street-state.ts";
import type { RouteAnswer, RouteChoice, WalkAnswer } from "../state/walk-state.ts";

/** All a style depends on; two equal inputs make two equal styles. */
export interface StyleInput {
  readonly district: string;
  readonly layers: readonly Layer[];
  readonly zones: readonly ZoneFeature[];
  readonly categories: FacilityCategoryList["items"];
  readonly shown: ReadonlySet<LayerGroup>;
  readonly colouring: ColouringName;
  /** The class of it pointed at, the unknown last; null = none. */
  readonly litClass: number | null;
  /** The class of each building by its ordinal in a colouring whose values are not in the tiles; null = not known, or in them. */
  readonly buildingClasses: Uint8Array | null;
  /** Whether points stand for the buildings where footprints are specks. */
  readonly hasBuildingPoints: boolean;
  readonly dark: boolean;
  /** Whether the map is seen from the side. */
  readonly tilted: boolean;
  readonly language: Language;
  /** Whether names stand in both languages, the reader's first. */
  readonly bothNames: boolean;
  readonly selection: FeatureRef | null;
  readonly selectionGeometry: GeoJSON.Geometry | null;
  /** The area asked about; it stays to be seen while it lies under the pen. */
  readonly area: AskedArea | null;
  /** A file whose areas are looked at before one is taken. */
  readonly dropped: Dropped;
  /** Where one gets on foot within each time, and from where. */
  readonly isochrone: WalkAnswer | null;
  readonly walkOrigin: LonLat | null;
  /** The route asked about, and its ends as far as they are set. */
  readonly route: RouteAnswer | null;
  readonly routeEnds: Pick<RouteChoice, "origin" | "destination">;
  /** Where something is lacking, as it is listed. */
  readonly gap: GapOverlay | null;
  /** The definition of a radius coverage looked at. */
  readonly radius: PickedRadius | null;
  /** River banks by how they are reached. */
  readonly riverfront: RiverfrontOverlay | null;
  /** What is answered of streets as such. */
  readonly street: StreetOverlay | null;
  /** Where minutes are told of cells in place of buildings; else null. */
  readonly cells: CellGround | null;
  /** Position of the cell picked. */
  readonly pickedCell: number | null;
  /** Whether the pen is out: what it may hold on to is drawn. */
  readonly drawing: boolean;
  /** The areas side by side in the panel, while they stand there. */
  readonly compared: readonly ComparedShape[];
  /** For whom facilities hold how much. */
  readonly catchment: CatchmentOverlay | null;
  readonly place: LonLat | null;
  readonly litCategory: string | null;
  /** For how many-th time buildings found by a question are lit; 0 = none are. */
  readonly lit: number;
  /** What the list of the open ledger shows; else null. */
  readonly ledger: LedgerOverlay | null;
  /** What the list of projects shows, in its mode; else null. */
  readonly found: FoundProjects | null;
  /** Plots of acquisition or consent, with how far they have come; null while they are not looked at. */
  readonly plots: PlotOverlay | null;
  /** Findings of the health check: a list, or a chain with its projects; else null. */
  readonly findings: FindingOverlay | null;
  /** Conflicts of projects that are listed, and the one pointed at; null while none are looked at. */
  readonly conflicts: ConflictOverlay | null;
  readonly basemapUrl: string | null;
  /** Absolute address of a path of the service; braces are kept. */
  readonly addressOf: (path: string, query: Record<string, string>) => string;
}

export interface ConflictOverlay {
  readonly items: readonly ProjectConflict[];
  readonly lit: string | null;
}

/** Shares by zone or places, whichever is listed; one is drawn. */
export interface GapOverlay {
  readonly answer: GapAnswer;
  readonly view: GapView;
  /** Position of the place picked. */
  readonly place: number | null;
}

/** An answer about streets, or the places of a finding of the network's quality, and what is picked of either. */
export interface StreetOverlay {
  readonly shown: StreetAnswer | null;
  readonly quality: { readonly answer: NetworkQualityAnswer; readonly finding: NetworkFinding } | null;
  readonly mark: StreetMark | null;
}

/** What buildings, zones and facilities are drawn by. */
export interface CatchmentOverlay {
  readonly answer: CatchmentAnswer;
  readonly classes: CatchmentClasses;
  readonly view: CatchmentChoice["view"];
  /** Id of the facility picked. */
  readonly facility: string | null;
}

export interface RiverfrontOverlay {
  readonly answer: RiverfrontAnswer;
  /** Id of the segment picked. */
  readonly segment: string | null;
}

export interface PlotOverlay {
  readonly answer: AcquisitionPlotList;
  readonly picked: string | null;
}

/** What a ledger lists. */
export type LedgerOverlay =
  | { readonly kind: "estates"; readonly items: readonly Estate[] }
  | { readonly kind: "safety"; readonly items: readonly SafetyRecord[] }
  | { readonly kind: "assets"; readonly items: readonly Asset[] };

export interface FoundProjects {
  readonly items: readonly ShownProject[];
  /** Their lights by id, where their dispatch is looked at. */
  readonly lights: ReadonlyMap<string, Light> | null;
  /** The one under the pointer, else the one whose page is open. */
  readonly lit: string | null;
  /** Degrees, EPSG:4326, and metres. */
  readonly near: { readonly lon: number; readonly lat: number; readonly metres: number } | null;
}

export interface FindingOverlay {
  readonly items: readonly Finding[];
  /** The one under the pointer, else the one whose page is open. */
  readonly lit: string | null;
  /** Whether the projects that take them up are drawn too. */
  readonly linked: boolean;
  /** Codes of severity, the gravest first. */
  readonly levels: readonly string[];
}

/** What every part of the style draws with. */
export interface Brush {
  readonly input: StyleInput;
  readonly palette: Palette;
  /** An expression for the name in the language of the reader, Chinese first where that is the language. */
  readonly name: ExpressionSpecification;
  /** The same in one language, for a name that runs along a line. */
  readonly lineName: ExpressionSpecification;
}

/**
 * Local fonts: the style names no glyph server, so each reader's machine draws the letters. The weight is taken from the
 * first name, the shapes from the first family that is installed.
 */
export const TEXT_FONT = ["Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei"];
/** The style too is taken from the first name. */
export const WATER_FONT = ["Noto Sans CJK SC Medium Italic", ...TEXT_FONT];
export const MEDIUM_FONT = ["Noto Sans CJK SC Medium", ...TEXT_FONT];
