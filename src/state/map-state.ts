import type { Extent } from "../../server/contract/geometry.ts";
import type { Overlay } from "./overlays.ts";

/** Where the map looks: degrees, EPSG:4326; bearing clockwise from north, pitch 0 = from above. */
export interface View {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
  readonly bearing: number;
  readonly pitch: number;
}

/** The map: whether it is drawn, where it looks and what is laid over it. */
export interface MapState {
  /** What analyses lay over the map, by a name of their own. */
  readonly overlays: Readonly<Record<string, Overlay>>;
  /** Whether the first map is on screen: what can wait loads from then on. */
  readonly mapDrawn: boolean;
  /** Whether the map of the other side stood finished since the map was parted. */
  readonly besideDrawn: boolean;
  /** Whether the browser can draw no map: nothing waits for one then. */
  readonly mapless: boolean;
  /** null until the map has been placed. */
  readonly view: View | null;
  /** What the map shows, corner to corner. */
  readonly viewExtent: Extent | null;
  /** Where the map shall go; `count` makes two wishes for one place two wishes. */
  readonly goTo: { readonly extent: Extent; readonly count: number } | null;
  /** The map as an image for paper; `wishes` counts how often one was asked for. */
  readonly mapPicture: { readonly wishes: number; readonly dataUrl: string | null };
  /** A facility category lit on the map. */
  readonly litCategory: string | null;
}

export const MAP_START: MapState = {
  overlays: {},
  mapDrawn: false,
  besideDrawn: false,
  mapless: false,
  view: null,
  viewExtent: null,
  goTo: null,
  mapPicture: { wishes: 0, dataUrl: null },
  litCategory: null,
};
