import type { Map as MapLibreMap } from "maplibre-gl";
import {
  type GeoJSONStoreFeatures,
  type SnapToCustom,
  TerraDraw,
  TerraDrawCircleMode,
  TerraDrawFreehandMode,
  TerraDrawModeUndoRedo,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawSelectMode,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { polygonsOf, type Shape, shapeOf } from "../geometry/area-text.ts";
import type { LonLat } from "../geometry/lon-lat.ts";
import type { AppState } from "../state/app-state.ts";
import { MAX_HANDLES } from "../state/drawing.ts";
import type { DrawShape, Sketch, Stroke } from "../state/drawing-state.ts";
import { drawStyles, type Hex, selectStyles } from "./pen-styles.ts";

type Corners = Sketch["corners"];

interface PenEvents {
  readonly snap: SnapToCustom;
  /** `corners` are those set, where the shape is drawn corner by corner; else null. */
  readonly onStroke: (stroke: Stroke, corners: Corners | null) => void;
  readonly onClosed: (polygon: GeoJSON.Polygon) => void;
  readonly onEdited: (shape: Shape) => void;
}

/** Draws one shape, or lets the rings of one be changed; every shape is drawn anew from what the store holds. */
export interface TerraPen {
  draw(shape: DrawShape, corners: Corners): void;
  edit(shape: Shape): void;
  order(name: AppState["penOrder"]["name"]): void;
  stop(): void;
  setColour(colour: string, halo: string): void;
}

const SELECT = "select";
const WHOLE = "freehand";
const MODES: Record<Exclude<DrawShape, "walk">, string> = {
  polygon: "polygon",
  streets: "polygon",
  rectangle: "rectangle",
  circle: "circle",
  freehand: "freehand",
};
/** Larger than any screen: a corner set by program closes nothing that lies near it on the screen. */
const OFF_SCREEN_PX = -1e7;

export function createTerraPen(map: MapLibreMap, events: PenEvents): TerraPen {
  let isReplaying = false;
  const snap: SnapToCustom = (event, context) => (isReplaying ? undefined : events.snap(event, context));
  const polygonMode = new TerraDrawPolygonMode({
    showCoordinatePoints: true,
    pointerDistance: 24,
    keyEvents: { cancel: null, finish: "Enter" },
    snapping: { toCustom: snap },
  });
  const terra = makeTerraDraw(map, polygonMode, snap);
  let look = { colour: "#b4472e" as Hex, halo: "#ffffff" as Hex, isAlongStreets: false };
  let work: "none" | "draw" | "edit" = "none";
  let edited: Shape | null = null;

  terra.on("change", (ids, type) => {
    if (work !== "draw") return;
    const isCornered = terra.getMode() === MODES.polygon;
    const shapes = ids.flatMap((id) => terra.getSnapshotFeature(id) ?? []).filter(isDrawn);
    const [drawn] = shapes;
    if (drawn) events.onStroke(strokeOf(drawn, terra.canRedo()), isCornered ? cornersOf(drawn) : null);
    else if (type === "delete" && isCornered && terra.getModeState() === "started" && !isReplaying) {
      // the first corner was taken back
      const isLeft = terra.getSnapshot().some(({ geometry }) => geometry.type === "Polygon");
      if (!isLeft) events.onStroke({ ring: [], canRedo: terra.canRedo() }, []);
    }
  });
  terra.on("finish", (id, { action }) => {
    const geometry = terra.getSnapshotFeature(id)?.geometry;
    if (geometry?.type !== "Polygon") return;
    if (work === "draw") {
      // what was closed is drawn by the map from now on, and nothing more is heard of it
      work = "none";
      events.onClosed(geometry as GeoJSON.Polygon);
    } else if (work === "edit" && edited) {
      if (action === "dragFeature") moveOthers(terra, edited, String(id));
      edited = shapeUnderPen(terra, edited);
      events.onEdited(edited);
    }
  });

  const paint = () => {
    for (const mode of new Set(Object.values(MODES)))
      terra.updateModeOptions(mode, { styles: drawStyles(look) });
    terra.updateModeOptions(SELECT, { styles: selectStyles(look) });
  };
  const begin = (next: "draw" | "edit", mode: string) => {
    work = "none";
    if (!terra.enabled) terra.start();
    terra.clear();
    paint();
    terra.setMode(mode);
    work = next;
  };
  const setCorner = ([lng, lat]: LonLat, isSet: boolean) => {
    const event = {
      ...{ lng, lat, containerX: OFF_SCREEN_PX, containerY: OFF_SCREEN_PX },
      ...{ button: "left" as const, heldKeys: [], isContextMenu: false },
    };
    polygonMode.onMouseMove(event);
    if (isSet) polygonMode.onClick(event);
  };
  const replay = (corners: Corners) => {
    isReplaying = true;
    for (const corner of corners) setCorner(corner, true);
    isReplaying = false;
  };
  return {
    draw(shape, corners) {
      look = { ...look, isAlongStreets: shape === "streets" };
      begin("draw", MODES[shape as keyof typeof MODES]);
      replay(corners);
    },
    edit(shape) {
      edited = shape;
      begin("edit", SELECT);
      const results = terra.addFeatures(ringFeatures(shape));
      // a shape the pen cannot hold stays on the map as it is, only its corners cannot be moved
      if (results[0]?.valid) terra.selectFeature(ringId(0, 0));
    },
    order(name) {
      if (!terra.enabled || work !== "draw") return;
      if (name === "undo" && terra.canUndo()) terra.undo();
      if (name === "redo" && terra.canRedo()) terra.redo();
      if (name === "finish")
        polygonMode.onKeyUp({ key: "Enter", heldKeys: [], preventDefault: () => undefined });
    },
    stop() {
      work = "none";
      edited = null;
      if (terra.enabled) terra.stop();
    },
    setColour(colour, halo) {
      look = { ...look, colour: colour as Hex, halo: halo as Hex };
      if (terra.enabled) paint();
    },
  };
}

function makeTerraDraw(
  map: MapLibreMap,
  polygonMode: TerraDrawPolygonMode,
  toCustom: SnapToCustom,
): TerraDraw {
  const corners = {
    midpoints: { draggable: true },
    draggable: true,
    deletable: true,
    snappable: { toCustom },
  } as const;
  // a shape that crosses itself while it is changed is kept, and shown where it does
  const feature = { draggable: true, selfIntersectable: true } as const;
  const keyEvents = { cancel: null, finish: null };
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
    idStrategy: { isValidId: (id) => typeof id === "string", getId: () => crypto.randomUUID() },
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
    modes: [
      polygonMode,
      new TerraDrawRectangleMode({ drawInteraction: "click-move-or-drag", keyEvents }),
      new TerraDrawCircleMode({ drawInteraction: "click-move-or-drag", keyEvents }),
      new TerraDrawFreehandMode({ drawInteraction: "click-move-or-drag", minDistance: 10, keyEvents }),
      new TerraDrawSelectMode({
        allowManualDeselection: false,
        keyEvents: null,
        // a right click, and a finger held down
        pointerEvents: {
          ...{ leftClick: true, rightClick: false, contextMenu: true },
          ...{ onDragStart: true, onDrag: true, onDragEnd: true },
        },
        flags: { polygon: { feature: { ...feature, coordinates: corners } }, [WHOLE]: { feature } },
      }),
    ],
  });
}

const isDrawn = ({ geometry, properties }: GeoJSONStoreFeatures) =>
  geometry.type === "Polygon" && properties.currentlyDrawing === true;

const ringOf = ({ geometry }: GeoJSONStoreFeatures): LonLat[] =>
  geometry.type === "Polygon" ? ((geometry.coordinates[0] ?? []) as unknown as LonLat[]) : [];

const strokeOf = (feature: GeoJSONStoreFeatures, canRedo: boolean): Stroke => ({
  ring: ringOf(feature),
  canRedo,
});

const cornersOf = (feature: GeoJSONStoreFeatures): Corners =>
  ringOf(feature).slice(0, Number(feature.properties.committedCoordinateCount ?? 0));

const ringId = (part: number, ring: number) => `ring-${part}-${ring}`;

// every ring by itself: the pen knows polygons of one ring
function ringFeatures(shape: Shape): GeoJSONStoreFeatures[] {
  return polygonsOf(shape).flatMap((rings, part) =>
    rings.map((ring, number) => ({
      type: "Feature" as const,
      id: ringId(part, number),
      geometry: { type: "Polygon" as const, coordinates: [ring.map((corner) => [...corner])] },
      properties: { mode: ring.length - 1 > MAX_HANDLES ? WHOLE : MODES.polygon },
    })),
  );
}

function shapeUnderPen(terra: TerraDraw, before: Shape): Shape {
  return shapeOf(
    polygonsOf(before).map((rings, part) =>
      rings.map((ring, number) => {
        const feature = terra.getSnapshotFeature(ringId(part, number));
        return feature ? ringOf(feature) : ring;
      }),
    ),
  );
}

// one ring was dragged: the others go the same way, so that the whole is moved
function moveOthers(terra: TerraDraw, before: Shape, movedId: string): void {
  const all = polygonsOf(before).flatMap((rings, part) =>
    rings.map((ring, number) => ({ id: ringId(part, number), ring })),
  );
  const moved = all.find(({ id }) => id === movedId)?.ring[0];
  const now = terra.getSnapshotFeature(movedId);
  const [to] = now ? ringOf(now) : [];
  if (!moved || !to) return;
  const [east, north] = [to[0] - moved[0]!, to[1] - moved[1]!];
  for (const { id, ring } of all) {
    if (id === movedId || !terra.hasFeature(id)) continue;
    const coordinates = [ring.map(([lon = 0, lat = 0]) => [round(lon + east), round(lat + north)])];
    terra.updateFeatureGeometry(id, { type: "Polygon", coordinates });
  }
}

const round = (degrees: number) => Number(degrees.toFixed(6)) + 0;
