import type { MultiPolygon, Polygon, ZoneArea } from "../../server/contract/geometry.ts";
import type { Refusal } from "../formats/area-format.ts";
import type { AreaFile } from "../formats/read-areas.ts";
import type { LonLat } from "../geometry/lon-lat.ts";
import type { Run } from "./app-state.ts";
import type { WalkParams } from "./walk-state.ts";

/** The area asked about: drawn, or a zone. */
export type AskedArea = Polygon | MultiPolygon | ZoneArea;

/** What is drawn corner by corner, and so can be left and taken up again. */
export const CORNERED_SHAPES = ["polygon", "streets"] as const;

export const DRAW_SHAPES = ["polygon", "rectangle", "circle", "freehand", "streets", "walk"] as const;
export type DrawShape = (typeof DRAW_SHAPES)[number];

/** How the next shape is drawn. */
export interface Pen {
  readonly shape: DrawShape;
  /** What a closed shape does to the area there is: takes its place, is joined to it, is cut out of it. */
  readonly combine: "replace" | "add" | "cut";
  /** Whether corners jump onto the corners and edges of what lies on the map. */
  readonly snaps: boolean;
  /** Of the circle that a click draws; null = its size is drawn by hand. */
  readonly radiusM: number | null;
  readonly walk: Pick<WalkParams, "persona" | "direction"> & { readonly minutes: number };
}

/** A shape not yet closed: the corners set so far. It stays when the pen is put down. */
export interface Sketch {
  readonly shape: (typeof CORNERED_SHAPES)[number];
  readonly corners: readonly LonLat[];
}

/** What the pen draws this moment: the ring as it would be closed here, and whether a corner taken back can be set again. */
export interface Stroke {
  readonly ring: readonly LonLat[];
  readonly canRedo: boolean;
}

/** The way along streets from a corner to the next, by `lon,lat;lon,lat` of both; null = none, so drawn straight. */
export type Legs = Readonly<Record<string, readonly LonLat[] | null>>;

/** Why a closed shape did not become the area. */
export type PenTrouble = "nothing-left" | "nothing-cut" | "not-a-shape";

/** A question where one gets on foot, of which an area is made. */
export type WalkAreaQuestion = Pen["walk"] & { readonly district: string; readonly origin: LonLat };

/** A file dropped to make an area; `reading` and `area` count from 0 and are null while they must be asked. */
export type Dropped =
  | { readonly status: "none" }
  | { readonly status: "reading"; readonly name: string }
  | { readonly status: "refused"; readonly name: string; readonly reason: Refusal }
  | {
      readonly status: "read";
      readonly name: string;
      readonly file: AreaFile;
      readonly reading: number | null;
      readonly area: number | null;
    };

/** The area asked about, and the pen that draws it. */
export interface DrawingState {
  readonly area: AskedArea | null;
  readonly tool: "none" | "draw" | "edit" | "origin" | "near" | "route-from" | "route-to";
  readonly pen: Pen;
  readonly sketch: Sketch | null;
  readonly stroke: Stroke | null;
  /** What the pen is told; `count` makes two equal orders two. */
  readonly penOrder: { readonly name: "undo" | "redo" | "finish"; readonly count: number };
  readonly penTrouble: PenTrouble | null;
  /** A form that is open takes the drawn area as a place. */
  readonly placing: boolean;
  readonly legs: Legs;
  readonly walkArea: Run<WalkAreaQuestion, null>;
  /** Areas before this one, the latest last, and those taken back. */
  readonly areaHistory: {
    readonly past: readonly (AskedArea | null)[];
    readonly future: readonly (AskedArea | null)[];
  };
  readonly dropped: Dropped;
}

export const DRAWING_START: DrawingState = {
  area: null,
  tool: "none",
  pen: {
    shape: "polygon",
    combine: "replace",
    snaps: true,
    radiusM: null,
    walk: { minutes: 10, persona: "adult", direction: "from" },
  },
  sketch: null,
  stroke: null,
  penOrder: { name: "undo", count: 0 },
  penTrouble: null,
  placing: false,
  legs: {},
  walkArea: { status: "idle" },
  areaHistory: { past: [], future: [] },
  dropped: { status: "none" },
};
