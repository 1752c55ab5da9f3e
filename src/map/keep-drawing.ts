import type { StyleSpecification } from "maplibre-gl";

/** The pen's own layers and sources have this prefix, its adapter gives it. */
const PEN = "td-";

/** A new style with the pen's layers of the old one on top, so that a change of style never takes a shape away. */
export function keepDrawing(
  before: StyleSpecification | undefined,
  next: StyleSpecification,
): StyleSpecification {
  if (!before) return next;
  const sources = Object.entries(before.sources).filter(([name]) => name.startsWith(PEN));
  return {
    ...next,
    sources: { ...next.sources, ...Object.fromEntries(sources) },
    layers: [...next.layers, ...before.layers.filter(({ id }) => id.startsWith(PEN))],
  };
}
