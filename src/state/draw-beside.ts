import { useApp } from "./store.ts";

/** Takes the pen in hand for a filter or a form that is open: it stays open, and takes the area when it is closed. */
export const drawBeside = () =>
  useApp.setState(({ pen, sketch }) => ({
    ...{ tool: "draw", pen: { ...pen, shape: "polygon", combine: "replace" } },
    ...{ sketch: sketch && { ...sketch, shape: "polygon" }, stroke: null, penTrouble: null },
  }));
export const stopDrawingBeside = () =>
  useApp.setState({ tool: "none", sketch: null, stroke: null, penTrouble: null });
