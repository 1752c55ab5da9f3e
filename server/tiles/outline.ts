/** A run of vertices in tile units, x east and y south; only the first `length` places count. A ring is stored open. */
export type Outline = { xs: Float64Array; ys: Float64Array; length: number };

/** The square that geometry is clipped to, in tile units, edges included. */
export type ClipBox = { readonly low: number; readonly high: number };

/** An outline with room for `capacity` vertices. */
export function outline(capacity: number): Outline {
  return { xs: new Float64Array(capacity), ys: new Float64Array(capacity), length: 0 };
}

/** Adds a vertex; the outline grows where it is full. */
export function addVertex(shape: Outline, x: number, y: number): void {
  if (shape.length === shape.xs.length) {
    const larger = outline(shape.xs.length * 2 + 16);
    larger.xs.set(shape.xs);
    larger.ys.set(shape.ys);
    shape.xs = larger.xs;
    shape.ys = larger.ys;
  }
  shape.xs[shape.length] = x;
  shape.ys[shape.length++] = y;
}

/** Where an outline lies: wholly inside the box (edges included), wholly beyond one of its sides, or across. */
export function placeIn({ xs, ys, length }: Outline, { low, high }: ClipBox): "inside" | "beyond" | "across" {
  let [minX, minY, maxX, maxY] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let vertex = 0; vertex < length; vertex++) {
    const x = xs[vertex]!;
    const y = ys[vertex]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  if (minX >= low && maxX <= high && minY >= low && maxY <= high) return "inside";
  return maxX < low || minX > high || maxY < low || minY > high ? "beyond" : "across";
}

/** Twice the signed area of a ring in square tile units: positive for an outer ring as MVT wants it (y south). */
export function doubleArea({ xs, ys, length }: Outline): number {
  let sum = 0;
  for (let vertex = 0, before = length - 1; vertex < length; before = vertex++)
    sum += xs[before]! * ys[vertex]! - xs[vertex]! * ys[before]!;
  return sum;
}

/** Turns the direction of an outline around, in place. */
export function reverse({ xs, ys, length }: Outline): void {
  xs.subarray(0, length).reverse();
  ys.subarray(0, length).reverse();
}

/** Rounds vertices to whole tile units and drops repeated neighbours, in place; `closed` also compares last with first. */
export function snapToUnits(shape: Outline, closed: boolean): void {
  const { xs, ys } = shape;
  let kept = 0;
  for (let vertex = 0; vertex < shape.length; vertex++) {
    const x = Math.floor(xs[vertex]! + 0.5);
    const y = Math.floor(ys[vertex]! + 0.5);
    if (kept > 0 && xs[kept - 1] === x && ys[kept - 1] === y) continue;
    xs[kept] = x;
    ys[kept++] = y;
  }
  while (closed && kept > 1 && xs[kept - 1] === xs[0] && ys[kept - 1] === ys[0]) kept--;
  shape.length = kept;
}
