import { polygonsOf, roundShape, type Shape, shapeOf } from "../geometry/area-text.ts";
import { cutShape, joinShapes } from "../geometry/combine-shapes.ts";
import type { AppState } from "./app-state.ts";
import { redoArea, undoArea } from "./area-history.ts";
import { CORNERED_SHAPES, type DrawShape, type Pen, type Sketch, type Stroke } from "./drawing-state.ts";
import { setDrawnArea } from "./sheet.ts";
import { useApp } from "./store.ts";

/** Rings of more corners are moved as a whole: their corners lie closer than a finger. */
export const MAX_HANDLES = 300;

const corneredName = (shape: DrawShape) => CORNERED_SHAPES.find((name) => name === shape) ?? null;

/** Takes the pen in hand; corners set before and not yet closed are gone on with where the shape has corners. */
export function startShape(shape: DrawShape): void {
  useApp.setState(({ pen, sketch }) => {
    const cornered = corneredName(shape);
    return {
      mode: "analyse",
      tool: "draw",
      comparing: false,
      pen: { ...pen, shape },
      sketch: cornered && sketch ? { ...sketch, shape: cornered } : sketch,
      stroke: null,
      penTrouble: null,
      litCategory: null,
    };
  });
}

export const resumeSketch = ({ shape }: Sketch) => startShape(shape);
export const discardSketch = () => useApp.setState({ sketch: null, stroke: null, penTrouble: null });
export const startEditing = () => useApp.setState({ tool: "edit" });
/** Keeps the corners set so far; the same again change nothing, for the pen tells them with every move of the pointer. */
export function setSketch(sketch: AppState["sketch"]): void {
  useApp.setState((state) => (JSON.stringify(sketch) === JSON.stringify(state.sketch) ? state : { sketch }));
}

export const setStroke = (stroke: Stroke | null) => useApp.setState({ stroke });

export function setPen(change: Partial<Pen>): void {
  useApp.setState(({ pen }) => ({ pen: { ...pen, ...change }, penTrouble: null }));
}

const order = (name: AppState["penOrder"]["name"]) =>
  useApp.setState(({ penOrder }) => ({ penOrder: { name, count: penOrder.count + 1 } }));

/** Closes the shape under the pen with the corners it has. */
export const finishShape = () => order("finish");

// drawing for a form or a filter, which an area that comes back would lead away from
const isBeside = () => {
  const { mode, tool } = useApp.getState();
  return tool === "draw" && mode !== "analyse";
};

/** Takes the last corner back while drawing, else the last change of the area. */
export function undo(): void {
  const { tool, sketch } = useApp.getState();
  if (tool === "draw" && sketch) order("undo");
  else if (!isBeside()) undoArea();
}

export function redo(): void {
  const { tool, stroke } = useApp.getState();
  if (tool === "draw" && stroke?.canRedo) order("redo");
  else if (!isBeside()) redoArea();
}

/** The drawn area, or null where there is none or a zone is asked about. */
export function selectDrawn({
  area,
}: Pick<AppState, "area">): Exclude<AppState["area"], null | { zone: string }> | null {
  return area === null || "zone" in area ? null : area;
}

/** A closed shape becomes the area, is joined to it or cut out of it, as the pen is set. */
export function takeShape(shape: Shape): void {
  const { pen } = useApp.getState();
  const drawn = selectDrawn(useApp.getState());
  if (drawn === null || pen.combine === "replace") becomeArea(shape);
  else if (pen.combine === "add") becomeArea(joinShapes(drawn, shape));
  else cutOut(drawn, shape);
}

function cutOut(drawn: Shape, shape: Shape): void {
  const cut = cutShape(drawn, shape);
  if ("shape" in cut) becomeArea(cut.shape);
  else refuseShape(cut.refused, shape);
}

function becomeArea(shape: Shape): void {
  useApp.setState(({ pen, sketch }) => ({
    sketch: corneredName(pen.shape) ? null : sketch,
    stroke: null,
    pen: { ...pen, combine: "replace" },
  }));
  setDrawnArea(roundShape(shape));
  // beside a form or a filter the map is looked at again, not the corners
  if (useApp.getState().mode !== "analyse") useApp.setState({ tool: "none" });
}

/** Says why a shape did not become the area, and keeps what was drawn so that it can be gone on with. */
export function refuseShape(penTrouble: NonNullable<AppState["penTrouble"]>, shape: Shape | null): void {
  const ring = shape ? (polygonsOf(shape)[0]?.[0] ?? []) : [];
  const corners = ring.slice(0, -1).map(([lon = 0, lat = 0]) => [lon, lat] as const);
  useApp.setState(({ sketch }) => ({
    penTrouble,
    tool: "none",
    stroke: null,
    sketch: corners.length > 0 ? { shape: "polygon", corners } : sketch,
  }));
}

/** Takes a hole, or a whole part where `ring` is 0, out of the drawn area. */
export function removeRing(part: number, ring: number): void {
  const drawn = selectDrawn(useApp.getState());
  if (drawn === null) return;
  const polygons = polygonsOf(drawn).flatMap((rings, index) => {
    if (index !== part) return [rings];
    return ring === 0 ? [] : [rings.filter((_, each) => each !== ring)];
  });
  if (polygons.length > 0) setDrawnArea(shapeOf(polygons));
}
