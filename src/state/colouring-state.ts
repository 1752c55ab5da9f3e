import type { Persona } from "../../server/contract/life-circle-coverage.ts";
import type { ReachDirection } from "../../server/contract/reach.ts";
import type { ColouringName } from "../cartography/colourings/registry.ts";
import type { Run } from "./app-state.ts";
import type { Buildings, BuildingsQuestion } from "./buildings.ts";
import type { ReachQuestion } from "./colouring.ts";
import type { MinutesCells } from "./minutes-cells.ts";

/** Whose walk to which facility, which way, when and on which map. */
export interface WalkSide {
  /** A facility category. */
  readonly category: string;
  readonly persona: Persona;
  readonly direction: ReachDirection;
  /** Local weekday and time, as wedT10:00. */
  readonly at: string;
  readonly flat: boolean;
}

/** What minutes are told of: each building, or cells of many. */
export const MINUTES_UNITS = ["building", "community", "hexagon"] as const;
export type MinutesUnit = (typeof MINUTES_UNITS)[number];

/** What a cell tells: its median, or the share of its residents within so many minutes. */
export const CELL_MEASURES = ["median", "5", "10", "15"] as const;
export type CellMeasure = (typeof CELL_MEASURES)[number];

/** Whose minutes are counted: of all the district, of what the map shows, of the area asked about. */
export const MINUTES_SCOPES = ["district", "view", "area"] as const;
export type MinutesScope = (typeof MINUTES_SCOPES)[number];

/** More than `from` and at most `to` whole minutes; from 0 on 0 is within, and `to` null has no end. */
export interface MinutesRange {
  readonly from: number;
  readonly to: number | null;
}

/** How walking minutes are looked at; the first side walks to the category, as the persona and at the time that all the page has. */
export interface MinutesChoice extends Pick<WalkSide, "direction" | "flat"> {
  readonly unit: MinutesUnit;
  readonly measure: CellMeasure;
  readonly scope: MinutesScope;
  /** What alone is lit; null = all. */
  readonly range: MinutesRange | null;
  /** What the first side is held against, on the right of the map. */
  readonly beside: WalkSide | null;
  /** Where the map is parted, as a share of the width in sight. */
  readonly split: number;
}

/** What the colour of buildings tells, walking minutes among it. */
export interface ColouringState {
  /** What the colour of buildings tells. */
  readonly colouring: ColouringName;
  /** Whose minutes it tells, where it tells minutes; null = none chosen yet. */
  readonly reachCategory: string | null;
  /** The class of the colouring that the reader points at, the unknown last; null = none. */
  readonly litClass: number | null;
  /** Whether the legend counts the buildings in view, or those of the district. */
  readonly countsInView: boolean;
  /** The buildings as points with what they are coloured by; read once the first map is on screen. */
  readonly buildings: Run<BuildingsQuestion, Buildings | null>;
  /** Seconds by building ordinal, as in the contract. */
  readonly reach: Run<ReachQuestion, Int16Array>;
  /** The same of the side held against it. */
  readonly reachBeside: Run<ReachQuestion, Int16Array>;
  readonly minutes: MinutesChoice;
  /** Minutes by community or hexagon, while they are looked at. */
  readonly minutesCells: MinutesCells | null;
  /** The cell picked, by its position. */
  readonly pickedCell: number | null;
}

export const COLOURING_START: ColouringState = {
  colouring: "height",
  reachCategory: null,
  litClass: null,
  countsInView: false,
  buildings: { status: "idle" },
  reach: { status: "idle" },
  reachBeside: { status: "idle" },
  minutes: {
    unit: "building",
    measure: "median",
    scope: "district",
    range: null,
    direction: "both",
    flat: false,
    beside: null,
    split: 0.5,
  },
  minutesCells: null,
  pickedCell: null,
};
