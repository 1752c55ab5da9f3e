import {
  AttributionControl,
  Map as MapLibreMap,
  NavigationControl,
  type Point,
  ScaleControl,
} from "maplibre-gl";
import type { Extent } from "../../server/contract/geometry.ts";
import type { AppState } from "../state/app-state.ts";
import { setMapDrawn, setView } from "../state/appearance.ts";
import { selectCatchmentClasses } from "../state/catchment-question.ts";
import { selectFilterQuestion, selectLitOrdinals } from "../state/filter-question.ts";
import { setHoveredFinding } from "../state/findings-shown.ts";
import { selectGapAnswer } from "../state/gap-question.ts";
import { setPickedCell } from "../state/minutes.ts";
import { selectHasCells } from "../state/minutes-sight.ts";
import { setHoveredProject, setNear } from "../state/projects.ts";
import type { ProjectsView } from "../state/projects-view.ts";
import { selectPickedRadius } from "../state/radius-question.ts";
import { setRouteEnd } from "../state/route.ts";
import { clearSelection, select, selectZone } from "../state/selection.ts";
import type { FeatureRef } from "../state/selection-state.ts";
import { selectDistrict } from "../state/session.ts";
import { askAboutZone } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";
import { setOrigin } from "../state/walk.ts";
import { followBuildingClasses } from "./building-class-marks.ts";
import { followBuildingMark } from "./building-marks.ts";
import { CATCHMENT_STATE } from "./catchment-layers.ts";
import { followCellStates } from "./cell-states.ts";
import { followControlText } from "./control-text.ts";
import { followOverlays } from "./follow-overlays.ts";
import { followPicture } from "./follow-picture.ts";
import { followStyle } from "./follow-style.ts";
import { followSwipe } from "./follow-swipe.ts";
import { GAP_STATE } from "./gap-layers.ts";
import { footCovered, keepClear, paddingOf } from "./keep-clear.ts";
import { LIT_STATE } from "./lit-buildings.ts";
import { followPen } from "./pen.ts";
import { pick, pickCell, pickOf } from "./picking.ts";
import { RADIUS_STATE } from "./radius-layers.ts";
import { drawMissingImages } from "./symbol-images.ts";

const MAX_PITCH_DEGREES = 70;
/** Closer than this one looks at single buildings. */
const CELLS_BELOW_ZOOM = 16;
/** No closer, however small the thing is. */
const CLOSEST_ZOOM = 17;
const WORLD: [number, number, number, number] = [-180, -60, 180, 70];

/** The one map of the page: it shows what the store says and tells the store what is done on it; null without WebGL. */
export function createAtlasMap(container: HTMLElement): { remove(): void } | null {
  const map = makeMap(container);
  if (map === null) return null;
  keepClear(map);
  // a link may have named another view than the one its thing asked for
  if (useApp.getState().goTo !== null) setView(viewOf(map), extentInView(map));
  markIdle(map, container);
  drawMissingImages(map);
  const stops = [
    followStyle(map, "first"),
    followPlace(map),
    followPen(map),
    followCursor(map),
    followControlText(map),
    followCellStates(map, "first"),
    followBuildingMark(map, LIT_STATE, selectLitOrdinals),
    followBuildingMark(map, GAP_STATE, (state) => selectGapAnswer(state)?.result.buildings.ordinals ?? null),
    followBuildingMark(map, RADIUS_STATE, (state) => selectPickedRadius(state)?.buildings.ordinals ?? null),
    followBuildingClasses(map, CATCHMENT_STATE, selectCatchmentClasses),
    followOverlays(map),
    followPicture(map),
    followSwipe(map),
  ];
  map.on("moveend", () => setView(viewOf(map), extentInView(map)));
  map.on("click", ({ point, lngLat }) => {
    const { tool } = useApp.getState();
    if (tool === "origin") setOrigin(lngLat.lng, lngLat.lat);
    else if (tool === "route-from") setRouteEnd("origin", lngLat.lng, lngLat.lat);
    else if (tool === "route-to") setRouteEnd("destination", lngLat.lng, lngLat.lat);
    else if (tool === "near") setNear(lngLat.lng, lngLat.lat);
    else if (!onCell(map, point)) onClick(pick(map, point));
  });
  map.on("mousemove", ({ point }) => {
    // looking through what is drawn decodes tiles: not where nothing is lit by it, nor while the map is on its way
    if (useApp.getState().mode !== "projects" || map.isMoving()) return;
    hoverProject(pickOf(map, point, "project"));
    hoverFinding(pickOf(map, point, "finding"));
  });
  map.on("mouseout", () => {
    hoverProject(null);
    hoverFinding(null);
  });
  return {
    remove() {
      for (const stop of stops) stop();
      map.remove();
    },
  };
}

// while cells are told of, exploring from afar a click asks which one it is, and not what lies in it
function onCell(map: MapLibreMap, point: Point): boolean {
  const state = useApp.getState();
  if (!selectHasCells(state) || state.tool !== "none") return false;
  const cell = pickCell(map, point);
  setPickedCell(cell);
  return cell !== null && state.mode === "explore" && map.getZoom() < CELLS_BELOW_ZOOM;
}

// exploring, a click shows what is there; analysing, it asks about the zone there, but never takes a drawn area away
function onClick(picked: readonly FeatureRef[]): void {
  const { tool, mode, projectsView, area } = useApp.getState();
  if (tool !== "none") return;
  const [first, ...rest] = picked;
  if (mode === "projects") {
    const kept = picked.find((each) => isListed(each, projectsView));
    if (kept) select(kept, []);
    else clearSelection();
    return;
  }
  if (mode === "explore") {
    if (first) select(first, rest);
    else clearSelection();
    return;
  }
  const building = picked.find(({ layer }) => layer === "building");
  // among buildings that were found a click asks which one it is
  if (building && selectFilterQuestion(useApp.getState()) !== null) {
    select(building);
    return;
  }
  const zone = picked.find(({ layer }) => layer === "zone");
  if (zone && (area === null || "zone" in area)) askAboutZone(zone.id);
}

// of the mode Projects: a project, or what the open ledger keeps, whether its list shows it now or not
function isListed({ layer, id }: FeatureRef, view: ProjectsView): boolean {
  if (layer === "finding") return true;
  if (view === "safety") return layer === "building";
  if (view !== "estates") return layer === "project";
  return layer === "zone" && selectZone(useApp.getState(), id)?.properties.kind === "estate";
}

function hoverProject(id: string | null): void {
  const { mode, hoveredProject } = useApp.getState();
  if (mode === "projects" && id !== hoveredProject) setHoveredProject(id);
}

function hoverFinding(id: string | null): void {
  if (id !== useApp.getState().hoveredFinding) setHoveredFinding(id);
}

const PICKING: readonly AppState["tool"][] = ["origin", "near", "route-from", "route-to"];

// a cross where the next click picks a place; the pen sets its own
function followCursor(map: MapLibreMap): () => void {
  return useApp.subscribe(({ tool }, before) => {
    if (tool === before.tool) return;
    const isPicking = (each: AppState["tool"]) => PICKING.includes(each);
    if (isPicking(tool)) map.getCanvas().style.cursor = "crosshair";
    else if (isPicking(before.tool)) map.getCanvas().style.cursor = "";
  });
}

function makeMap(container: HTMLElement): MapLibreMap | null {
  const { view, goTo } = useApp.getState();
  try {
    const map = new MapLibreMap({
      container,
      style: { version: 8, sources: {}, layers: [] },
      ...(view === null
        ? {}
        : { center: [view.lon, view.lat], zoom: view.zoom, bearing: view.bearing, pitch: view.pitch }),
      minZoom: 8,
      maxZoom: 20,
      maxPitch: MAX_PITCH_DEGREES,
      attributionControl: false,
      // tests hold every style of ours to the specification; doing so at each change takes longer than the change
      validateStyle: import.meta.env.DEV,
      localIdeographFontFamily: false,
      dragRotate: true,
      fadeDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 200,
    });
    map.setPadding(footCovered(map));
    if (view === null || goTo !== null)
      map.fitBounds(goTo ? [...goTo.extent] : (boundsOfDistrict(useApp.getState()) ?? WORLD), {
        padding: paddingOf(map, goTo !== null),
        maxZoom: CLOSEST_ZOOM,
        bearing: map.getBearing(),
        animate: false,
      });
    map.addControl(new NavigationControl({ visualizePitch: true }), "top-right");
    map.addControl(new ScaleControl({ maxWidth: 110 }), "bottom-right");
    map.addControl(new AttributionControl({ compact: false, customAttribution: [] }), "bottom-right");
    return map;
  } catch {
    // MapLibre throws where the browser gives no WebGL context
    return null;
  }
}

// tests wait for this, and never for seconds
function markIdle(map: MapLibreMap, container: HTMLElement): void {
  const mark = (idle: boolean) => {
    container.dataset.mapIdle = String(idle);
  };
  // before the first style of ours the map idles over nothing
  map.on("idle", () => {
    const isDrawn = map.getStyle().layers.length > 0 && map.areTilesLoaded();
    mark(isDrawn);
    if (isDrawn && !useApp.getState().mapDrawn) setMapDrawn();
  });
  map.on("dataloading", () => mark(false));
  map.on("movestart", () => mark(false));
  map.on("styledata", () => mark(false));
}

/** Goes where the store asks: to an extent, or to a view that came from the address. */
function followPlace(map: MapLibreMap): () => void {
  return useApp.subscribe((state, before) => {
    if (state.goTo !== before.goTo && state.goTo) {
      const [west, south, east, north] = state.goTo.extent;
      const animate = !matchMedia("(prefers-reduced-motion: reduce)").matches;
      map.fitBounds([west, south, east, north], {
        padding: paddingOf(map),
        maxZoom: CLOSEST_ZOOM,
        // MapLibre would turn the map back to the north
        bearing: map.getBearing(),
        animate,
        duration: 700,
      });
      return;
    }
    const { view } = state;
    if (view === null || view === before.view || sameView(view, viewOf(map))) return;
    map.jumpTo({ center: [view.lon, view.lat], zoom: view.zoom, bearing: view.bearing, pitch: view.pitch });
  });
}

function viewOf(map: MapLibreMap) {
  const { lng, lat } = map.getCenter();
  const zoom = Number(map.getZoom().toFixed(2));
  const bearing = Math.round(map.getBearing());
  return {
    lon: Number(lng.toFixed(5)),
    lat: Number(lat.toFixed(5)),
    zoom,
    bearing,
    pitch: Math.round(map.getPitch()),
  };
}

function extentInView(map: MapLibreMap): Extent {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

function sameView(a: AppState["view"], b: AppState["view"]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function boundsOfDistrict(state: AppState): [number, number, number, number] | null {
  const extent = selectDistrict(state)?.extent;
  return extent ? [...extent] : null;
}
