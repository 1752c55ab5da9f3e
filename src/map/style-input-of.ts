import { addressOf } from "../backend.ts";
import { COLOURINGS } from "../cartography/colourings/registry.ts";
import type { LonLat } from "../geometry/lon-lat.ts";
import type { AppState } from "../state/app-state.ts";
import { selectIsDark } from "../state/appearance.ts";
import { selectHasPoints } from "../state/building-overlay.ts";
import { classesOf, selectCatchmentAnswer } from "../state/catchment-question.ts";
import { selectComparedShapes } from "../state/compared-shapes.ts";
import { selectShownConflicts } from "../state/conflicts-shown.ts";
import { selectShownProjects } from "../state/dispatch-shown.ts";
import { selectLitOrdinals } from "../state/filter-question.ts";
import { selectFindingShape, selectFindingsShown } from "../state/findings-shown.ts";
import { selectGapAnswer } from "../state/gap-question.ts";
import { type SideName, selectDrawnClasses, selectHasCells } from "../state/minutes-sight.ts";
import { selectPaidProjects } from "../state/money-shown.ts";
import { selectShowsPlots } from "../state/plots-in-sight.ts";
import { isFindingView, isLedger } from "../state/projects-view.ts";
import { selectPickedRadius } from "../state/radius-question.ts";
import { selectRiverfrontAnswer } from "../state/riverfront-question.ts";
import { selectRouteAnswer } from "../state/route.ts";
import { selectCatalogue } from "../state/session.ts";
import { selectShownGroups } from "../state/shown-groups.ts";
import { answerOfRun } from "../state/store.ts";
import { selectStreetAnswer } from "../state/street-question.ts";
import { selectIsochrone } from "../state/walk.ts";
import type {
  CatchmentOverlay,
  ConflictOverlay,
  FoundProjects,
  GapOverlay,
  LedgerOverlay,
  PlotOverlay,
  RiverfrontOverlay,
  StreetOverlay,
  StyleInput,
} from "./style-input.ts";

/** What of the state the style depends on, or null while the district is not known. */
export function styleInputOf(
  state: AppState,
  { tilted, side }: { readonly tilted: boolean; readonly side: SideName },
): StyleInput | null {
  const catalogue = selectCatalogue(state);
  if (catalogue === null || state.district === null) return null;
  return {
    district: state.district,
    ...catalogue,
    shown: selectShownGroups(state),
    colouring: state.colouring,
    litClass: state.litClass,
    buildingClasses: COLOURINGS[state.colouring].attribute === null ? selectDrawnClasses(state, side) : null,
    hasBuildingPoints: selectHasPoints(state),
    dark: selectIsDark(state),
    tilted,
    language: state.language,
    bothNames: state.bothNames,
    selection: state.selection,
    selectionGeometry: selectedGeometry(state),
    dropped: state.dropped,
    area: askedArea(state),
    isochrone: selectIsochrone(state),
    walkOrigin: state.mode === "analyse" ? state.walk.origin : null,
    route: selectRouteAnswer(state),
    routeEnds: state.mode === "analyse" ? state.route : NO_ENDS,
    gap: gapOf(state),
    radius: selectPickedRadius(state),
    riverfront: riverfrontOf(state),
    street: streetOf(state),
    cells: selectHasCells(state) ? (state.minutesCells?.ground ?? null) : null,
    pickedCell: state.pickedCell,
    drawing: (state.tool === "draw" || state.tool === "edit") && state.pen.snaps,
    compared: selectComparedShapes(state),
    catchment: catchmentOf(state),
    place: placeOf(state),
    litCategory: state.litCategory,
    lit: timesLit(selectLitOrdinals(state) !== null),
    ledger: ledgerOf(state),
    found: foundOf(state),
    plots: plotsOf(state),
    findings: selectFindingsShown(state),
    conflicts: conflictsOf(state),
    basemapUrl: state.settings?.basemapUrl ?? null,
    addressOf,
  };
}

const NO_ENDS = { origin: null, destination: null };

let lastGap: GapOverlay | null = null;

// the same object while nothing of it has changed
function gapOf(state: AppState): GapOverlay | null {
  const answer = selectGapAnswer(state);
  if (answer === null) return null;
  const { gapPlace: place, gap } = state;
  if (lastGap?.answer !== answer || lastGap.view !== gap.view || lastGap.place !== place)
    lastGap = { answer, view: gap.view, place };
  return lastGap;
}

let lastStreet: StreetOverlay | null = null;

// the same object while nothing of it has changed
function streetOf(state: AppState): StreetOverlay | null {
  const shown = selectStreetAnswer(state);
  const isLookedAt = state.reportOpen || state.mode === "analyse";
  const answer = isLookedAt ? answerOfRun(state.networkQuality) : null;
  const { networkFinding: finding, streetMark: mark } = state;
  if (shown === null && (answer === null || finding === null)) return null;
  const { quality } = lastStreet ?? { quality: null };
  const isSame = lastStreet?.shown === shown && lastStreet.mark === mark;
  if (isSame && (quality?.answer ?? null) === answer && (quality?.finding ?? null) === finding)
    return lastStreet;
  lastStreet = { shown, mark, quality: answer === null || finding === null ? null : { answer, finding } };
  return lastStreet;
}

let lastCatchment: CatchmentOverlay | null = null;

// the same object while nothing of it has changed
function catchmentOf(state: AppState): CatchmentOverlay | null {
  const answer = selectCatchmentAnswer(state);
  if (answer === null) return null;
  const { catchment, catchmentFacility: facility } = state;
  const made = { answer, classes: classesOf(answer, catchment.scheme), view: catchment.view, facility };
  const keys = ["answer", "classes", "view", "facility"] as const;
  if (!keys.every((key) => lastCatchment?.[key] === made[key])) lastCatchment = made;
  return lastCatchment;
}

let lastRiverfront: RiverfrontOverlay | null = null;

function riverfrontOf(state: AppState): RiverfrontOverlay | null {
  const answer = selectRiverfrontAnswer(state);
  if (answer === null) return null;
  const { riverfrontSegment: segment } = state;
  if (lastRiverfront?.answer !== answer || lastRiverfront.segment !== segment)
    lastRiverfront = { answer, segment };
  return lastRiverfront;
}

let lastLit = { is: false, times: 0 };

function timesLit(is: boolean): number {
  if (is !== lastLit.is) lastLit = { is, times: is ? lastLit.times + 1 : lastLit.times };
  return is ? lastLit.times : 0;
}

let lastPlots: PlotOverlay | null = null;

// the same object while nothing of it has changed
function plotsOf(state: AppState): PlotOverlay | null {
  if (!selectShowsPlots(state)) return null;
  const answer = answerOfRun(state.acquisitionPlots);
  if (answer === null) return null;
  const { selection } = state;
  const picked = selection?.layer === "acquisition-plot" ? selection.id : null;
  if (lastPlots?.answer !== answer || lastPlots.picked !== picked) lastPlots = { answer, picked };
  return lastPlots;
}

let lastLedger: LedgerOverlay | null = null;

// the same object while nothing of it has changed
function ledgerOf({
  projectsView: ledger,
  mode,
  estates,
  safetyRecords,
  assets,
}: AppState): LedgerOverlay | null {
  if (!isLedger(ledger) || mode !== "projects") return null;
  const found = {
    estates: answerOfRun(estates),
    safety: answerOfRun(safetyRecords),
    assets: answerOfRun(assets),
  }[ledger];
  if (found === null) return null;
  if (lastLedger?.kind !== ledger || lastLedger.items !== found.items)
    lastLedger = { kind: ledger, items: found.items } as LedgerOverlay;
  return lastLedger;
}

let lastConflicts: ConflictOverlay | null = null;

// the same object while nothing of it has changed
function conflictsOf(state: AppState): ConflictOverlay | null {
  const items = selectShownConflicts(state);
  const { litConflict: lit } = state;
  if (items === null) return null;
  if (lastConflicts?.items !== items || lastConflicts.lit !== lit) lastConflicts = { items, lit };
  return lastConflicts;
}

const NONE_FOUND: Pick<FoundProjects, "items" | "lights"> = { items: [], lights: null };
let lastFound: FoundProjects = { items: [], lights: null, lit: null, near: null };

// the same object while nothing of it has changed, so that an equal style is not sent again
function foundOf(state: AppState): FoundProjects | null {
  const { mode, projectsView, hoveredProject, selection, projectChoice } = state;
  if (mode !== "projects" || isLedger(projectsView)) return null;
  // a chain shows the projects that are of it
  const isOfFindings = selection === null ? isFindingView(projectsView) : selection.layer === "finding";
  // plots lie where projects do, and are looked at alone
  const { items: shown, lights } =
    isOfFindings || selectShowsPlots(state) ? NONE_FOUND : selectShownProjects(state);
  const items = selectPaidProjects(state, shown);
  const { near } = projectChoice;
  const lit = hoveredProject ?? (selection?.layer === "project" ? selection.id : null);
  const next = { items, lights, lit, near };
  const keys = ["items", "lights", "lit", "near"] as const;
  if (keys.some((key) => next[key] !== lastFound[key])) lastFound = next;
  return lastFound;
}

function selectedGeometry(state: AppState): GeoJSON.Geometry | null {
  const { mode, selection, feature } = state;
  if (selection?.layer === "finding") return selectFindingShape(state);
  if (selection === null || feature.status !== "done") return null;
  // analysing, only the building opened from a list is outlined
  if (mode === "analyse" && selection.layer !== "building") return null;
  const { layer, id, geometry } = feature.result;
  return layer === selection.layer && id === selection.id ? (geometry as GeoJSON.Geometry) : null;
}

// an explored zone is outlined as the selection already
function askedArea(state: AppState): AppState["area"] {
  const isTaken = state.mode === "projects" && (state.projectChoice.within || state.placing);
  return state.mode === "analyse" || isTaken ? state.area : null;
}

// where a refused area crosses itself, else a place that was searched for
function placeOf({ selection, sheet }: AppState): LonLat | null {
  if (sheet.status === "failed" && sheet.failure.place) return sheet.failure.place;
  if (selection?.layer !== "place") return null;
  const [lon, lat] = selection.id.split(",").map(Number);
  return lon === undefined || lat === undefined || !Number.isFinite(lon + lat) ? null : [lon, lat];
}
