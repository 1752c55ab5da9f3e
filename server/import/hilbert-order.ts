const ORDER = 16;
const SIDE = 1 << ORDER;

/**
 * The order in which to number places so that near ones have near numbers: along a Hilbert curve over their extent.
 * Takes lons and lats by index; answers with the indices in their new order.
 */
export function hilbertOrder(lons: ArrayLike<number>, lats: ArrayLike<number>): number[] {
  const toColumn = scale(lons);
  const toRow = scale(lats);
  const distance = Array.from({ length: lons.length }, (_, index) =>
    hilbertDistance(toColumn(lons[index]!), toRow(lats[index]!)),
  );
  return Array.from(distance.keys()).sort((a, b) => distance[a]! - distance[b]! || a - b);
}

function scale(values: ArrayLike<number>): (value: number) => number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < values.length; index++) {
    least = Math.min(least, values[index]!);
    most = Math.max(most, values[index]!);
  }
  const width = most - least || 1;
  return (value) => Math.floor(((value - least) / width) * (SIDE - 1));
}

/** How far along the curve the cell of a column and a row (0 … 65,535) lies. */
function hilbertDistance(column: number, row: number): number {
  let [x, y, distance] = [column, row, 0];
  for (let side = SIDE / 2; side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const upper = (y & side) > 0 ? 1 : 0;
    distance += side * side * ((3 * right) ^ upper);
    if (upper === 1) continue;
    // turn the quadrant so that the curve enters where the last one left
    if (right === 1) [x, y] = [SIDE - 1 - x, SIDE - 1 - y];
    [x, y] = [y, x];
  }
  return distance;
}
