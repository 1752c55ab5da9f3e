import { useApp } from "./store.ts";

interface Placed {
  /** Longitude and latitude by turns, degrees, EPSG:4326. */
  readonly positions: Float64Array;
  /** Red, green, blue and opacity by turns, 0 to 255. */
  readonly colours: Uint8Array;
  /** Zooms it is drawn between, the upper end exclusive. */
  readonly zooms: readonly [number, number];
}

/** What an analysis lays over the map, as plain data; a new sort of it is drawn by one more entry in the map's registry. */
export type Overlay =
  /** Discs of a radius each, in metres, never smaller than can be seen. */
  | (Placed & { readonly kind: "points"; readonly radiiM: Float32Array })
  /** Columns of one radius, in metres, and a height each. */
  | (Placed & { readonly kind: "columns"; readonly heightsM: Float32Array; readonly radiusM: number });

/** Lays an overlay over the map in the place of the one of that name, or takes it away. */
export function setOverlay(name: string, overlay: Overlay | null): void {
  useApp.setState(({ overlays }) => {
    const { [name]: before, ...others } = overlays;
    if ((before ?? null) === overlay) return {};
    return { overlays: overlay === null ? others : { ...others, [name]: overlay } };
  });
}
