import Flatbush from "flatbush";

export const POINT = 1;
export const LINE = 2;
export const POLYGON = 3;

export type AttributeValue = string | number | boolean;

/**
 * One layer of one district in columns. A feature owns the parts `partStart[i] … partStart[i + 1]` (exclusive);
 * a part (a point, a line, or one ring) owns the vertices `vertexStart[p] … vertexStart[p + 1]`.
 * Coordinates are world units (world.ts); rings are stored open, outer rings first, each followed by its holes.
 */
export type ColumnarLayer = {
  readonly count: number;
  /** POINT, LINE or POLYGON per feature. */
  readonly geometryTypes: Uint8Array;
  /** Stable numeric id per feature: FNV-1a of the string id, 32 bits. */
  readonly numericIds: Uint32Array;
  /** Lowest zoom a feature is drawn at. */
  readonly minZooms: Uint8Array;
  readonly partStart: Uint32Array;
  /** 1 where a part is a hole. */
  readonly partIsHole: Uint8Array;
  readonly vertexStart: Uint32Array;
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  /** UTF-8 of all string ids one after the other. */
  readonly idBytes: Uint8Array;
  readonly idStart: Uint32Array;
  /** Attribute names, and for each a code per feature into `dictionary`; code 0 is null. */
  readonly attributes: readonly string[];
  readonly codes: readonly (Uint8Array | Uint16Array | Uint32Array)[];
  readonly dictionary: readonly (AttributeValue | null)[];
  /** Boxes of the features in world units; undefined where the layer is empty. */
  readonly index: Flatbush | undefined;
  readonly longestPart: number;
  readonly bytes: number;
};

/** The spatial index over the boxes of features; an empty layer has none, as Flatbush refuses zero items. */
export function indexFeatures(
  layer: Pick<ColumnarLayer, "count" | "partStart" | "vertexStart" | "xs" | "ys">,
): Flatbush | undefined {
  if (layer.count === 0) return undefined;
  const index = new Flatbush(layer.count, 16, Int32Array);
  for (let feature = 0; feature < layer.count; feature++) {
    const box = featureBox(layer, feature);
    index.add(box.minX, box.minY, box.maxX, box.maxY);
  }
  index.finish();
  return index;
}

function featureBox(
  { partStart, vertexStart, xs, ys }: Pick<ColumnarLayer, "partStart" | "vertexStart" | "xs" | "ys">,
  feature: number,
) {
  const from = vertexStart[partStart[feature]!]!;
  const to = vertexStart[partStart[feature + 1]!]!;
  let [minX, minY, maxX, maxY] = [xs[from]!, ys[from]!, xs[from]!, ys[from]!];
  for (let vertex = from + 1; vertex < to; vertex++) {
    const x = xs[vertex]!;
    const y = ys[vertex]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return { minX, minY, maxX, maxY };
}
