import type { Point } from "./plane.ts";

/** Things filed under square cells of the plane, so that what is near a place is found without looking at all. */
export interface SpatialHash<Item> {
  /** Files an item under every cell its box touches. */
  readonly add: (item: Item, a: Point, b: Point) => void;
  /** The items whose boxes may touch the square of `radiusM` around a place, each once, in the order they were added. */
  readonly near: (place: Point, radiusM: number) => Item[];
}

// cells are numbered so that the key stays a small whole number for coordinates within ±100 km
const ACROSS = 100_000;
const key = (column: number, row: number) => (column + ACROSS / 2) * ACROSS + row + ACROSS / 2;

/** An empty hash with cells of `cellM` metres. */
export function spatialHash<Item>(cellM: number): SpatialHash<Item> {
  const cells = new Map<number, number[]>();
  const items: Item[] = [];
  const seen: number[] = [];
  let search = 1;
  const at = (metres: number) => Math.floor(metres / cellM);
  const visit = (a: Point, b: Point, marginM: number, see: (cell: number) => void) => {
    const lastColumn = at(Math.max(a[0], b[0]) + marginM);
    const lastRow = at(Math.max(a[1], b[1]) + marginM);
    for (let column = at(Math.min(a[0], b[0]) - marginM); column <= lastColumn; column++) {
      for (let row = at(Math.min(a[1], b[1]) - marginM); row <= lastRow; row++) see(key(column, row));
    }
  };
  return {
    add(item, a, b) {
      const number = items.push(item) - 1;
      seen.push(0);
      visit(a, b, 0, (cell) => {
        const filed = cells.get(cell);
        if (filed) filed.push(number);
        else cells.set(cell, [number]);
      });
    },
    near(place, radiusM) {
      const found: number[] = [];
      visit(place, place, radiusM, (cell) => {
        for (const number of cells.get(cell) ?? []) {
          // an item filed under several cells is seen once per search
          if (seen[number] === search) continue;
          seen[number] = search;
          found.push(number);
        }
      });
      search++;
      return found.sort((a, b) => a - b).map((number) => items[number]!);
    },
  };
}
