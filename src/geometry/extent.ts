/** west, south, east, north of a shape in degrees. */
export function extentOf(geometry: GeoJSON.Geometry): [number, number, number, number] {
  const extent: [number, number, number, number] = [180, 90, -180, -90];
  widen(
    extent,
    "coordinates" in geometry
      ? geometry.coordinates
      : geometry.geometries.map(extentOf).map(([west, south, east, north]) => [
          [west, south],
          [east, north],
        ]),
  );
  return extent;
}

// positions lie at the bottom of nested arrays
function widen(extent: [number, number, number, number], coordinates: readonly unknown[]): void {
  const [lon, lat] = coordinates;
  if (typeof lon === "number" && typeof lat === "number") {
    extent[0] = Math.min(extent[0], lon);
    extent[1] = Math.min(extent[1], lat);
    extent[2] = Math.max(extent[2], lon);
    extent[3] = Math.max(extent[3], lat);
    return;
  }
  for (const part of coordinates) widen(extent, part as readonly unknown[]);
}
