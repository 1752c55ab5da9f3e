import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import { PALETTES } from "../cartography/palette.ts";
import { roundShape } from "../geometry/area-text.ts";
import { circleAround } from "../geometry/circle.ts";
import type { AppState } from "../state/app-state.ts";
import { selectIsDark } from "../state/appearance.ts";
import { selectDrawn, setSketch, setStroke, takeShape } from "../state/drawing.ts";
import { CORNERED_SHAPES } from "../state/drawing-state.ts";
import { followSketch } from "../state/follow-sketch.ts";
import { setDrawnArea } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";
import { followLegs, takeStreets } from "../state/street-legs.ts";
import { drawWalkArea } from "../state/walk-area.ts";
import { followMarks } from "./pen-marks.ts";
import { createSnapper } from "./snapping.ts";
import { createTerraPen, type TerraPen } from "./terra-pen.ts";

/** The pen on a map whose style is loaded: it does what the store says and tells the store what is drawn; returns how to end it. */
export function startPen(map: MapLibreMap): () => void {
  const snapper = createSnapper(map);
  // the area the pen itself reported: it need not be told
  let reported: AppState["area"] = null;
  const pen = createTerraPen(map, {
    snap: snapper.snap,
    onStroke: (stroke, corners) => {
      const { shape } = useApp.getState().pen;
      const cornered = CORNERED_SHAPES.find((name) => name === shape);
      if (cornered && corners !== null) setSketch(corners.length === 0 ? null : { shape: cornered, corners });
      setStroke(stroke);
    },
    onClosed: (polygon) => {
      snapper.hide();
      const { pen: set, sketch } = useApp.getState();
      if (set.shape === "streets" && sketch) void takeStreets(sketch.corners);
      else takeShape(polygon);
    },
    onEdited: (shape) => {
      snapper.hide();
      reported = roundShape(shape);
      setDrawnArea(reported);
    },
  });
  const follow = (state: AppState, before: AppState) => {
    if (selectIsDark(state) !== selectIsDark(before)) colour(pen, state);
    const isOwn = state.tool === "edit" && before.tool === "edit" && state.area === reported;
    if (isOtherWork(state, before) && !isOwn) {
      snapper.hide();
      putInHand(map, pen, state);
    }
    if (state.penOrder !== before.penOrder) pen.order(state.penOrder.name);
  };
  colour(pen, useApp.getState());
  putInHand(map, pen, useApp.getState());
  const stops = [useApp.subscribe(follow), followClicks(map), followMarks(map), followLegs(), followSketch()];
  return () => {
    for (const stop of stops) stop();
    pen.stop();
    snapper.remove();
  };
}

function isOtherWork(state: AppState, before: AppState): boolean {
  return (
    state.tool !== before.tool ||
    state.pen.shape !== before.pen.shape ||
    isPlaced(state) !== isPlaced(before) ||
    (state.area !== before.area && state.tool === "edit") ||
    // what was set so far was thrown away, or comes from an address
    (state.tool === "draw" && state.sketch === null && before.sketch !== null && state.stroke === null)
  );
}

function colour(pen: TerraPen, state: AppState): void {
  const { asked, halo } = PALETTES[selectIsDark(state) ? "dark" : "light"];
  pen.setColour(asked, halo);
}

// a shape that one click places needs no pen
const isPlaced = ({ pen: { shape, radiusM } }: AppState) =>
  shape === "walk" || (shape === "circle" && radiusM !== null);

function putInHand(map: MapLibreMap, pen: TerraPen, state: AppState): void {
  const { tool, pen: set, sketch } = state;
  const drawn = selectDrawn(state);
  const { style } = map.getCanvas();
  if (tool === "draw" && isPlaced(state)) {
    pen.stop();
    style.cursor = "crosshair";
  } else if (tool === "draw") {
    const isGoneOn = CORNERED_SHAPES.some((name) => name === set.shape);
    pen.draw(set.shape, isGoneOn ? (sketch?.corners ?? []) : []);
    map.getCanvas().focus();
  } else if (tool === "edit" && drawn) pen.edit(drawn);
  else {
    pen.stop();
    if (tool === "none") style.cursor = "";
  }
}

// the shapes of one click: a circle of a typed radius, and where one gets on foot
function followClicks(map: MapLibreMap): () => void {
  const onClick = ({ lngLat: { lng, lat } }: MapMouseEvent) => {
    const state = useApp.getState();
    if (state.tool !== "draw" || !isPlaced(state)) return;
    const { shape, radiusM } = state.pen;
    if (shape === "walk") void drawWalkArea([round(lng), round(lat)]);
    else if (radiusM !== null) takeShape(circleAround([lng, lat], radiusM));
  };
  map.on("click", onClick);
  return () => map.off("click", onClick);
}

const round = (degrees: number) => Number(degrees.toFixed(6)) + 0;
