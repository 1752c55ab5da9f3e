/** Whether a point lies within the coordinates of a MultiPolygon (even-odd rule); lon, lat. */
export function isWithin(
  coordinates: readonly (readonly (readonly (readonly number[])[])[])[],
  [x, y]: readonly [number, number],
): boolean {
  let within = false;
  for (const ring of coordinates.flat()) {
    for (let at = 1; at < ring.length; at++) {
      const [x1, y1] = ring[at - 1] as [number, number];
      const [x2, y2] = ring[at] as [number, number];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) within = !within;
    }
  }
  return within;
}
