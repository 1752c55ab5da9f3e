/** Cells along one side of the square the curve fills: 2^16. */
const SIDE_CELLS = 65_536;

// Position of a cell along the Hilbert curve (Wikipedia "Hilbert curve", xy2d); below 2^32, exact in a double.
function positionAlongCurve(column: number, row: number): number {
  let position = 0;
  let x = column;
  let y = row;
  for (let side = SIDE_CELLS / 2; side > 0; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const top = (y & side) > 0 ? 1 : 0;
    position += side * side * ((3 * right) ^ top);
    if (top === 1) continue;
    // turn the quarter so that the curve goes on where it left the one before
    if (right === 1) {
      x = SIDE_CELLS - 1 - x;
      y = SIDE_CELLS - 1 - y;
    }
    [x, y] = [y, x];
  }
  return position;
}

/**
 * The numbers of places in the order of a Hilbert curve through them: places near each other on the ground stand near
 * each other in the list, so that a search over nodes numbered so stays in the caches. Equal positions keep their order.
 */
export function hilbertOrder({
  lon,
  lat,
}: {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}): Int32Array {
  const cellOf = (values: Float64Array) => {
    let least = Number.POSITIVE_INFINITY;
    let greatest = Number.NEGATIVE_INFINITY;
    for (const value of values) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    const scale = greatest > least ? (SIDE_CELLS - 1) / (greatest - least) : 0;
    return (index: number) => Math.floor((values[index]! - least) * scale);
  };
  const column = cellOf(lon);
  const row = cellOf(lat);
  const position = Float64Array.from(lon, (_, index) => positionAlongCurve(column(index), row(index)));
  return Int32Array.from(lon, (_, index) => index).sort((a, b) => position[a]! - position[b]! || a - b);
}
