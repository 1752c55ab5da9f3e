import { CELL_EMPTY, CELL_UNKNOWN, classOfShare } from "../cartography/cell-classes.ts";
import { stepOf } from "../cartography/class-colour.ts";
import { FADED_CLASS } from "../cartography/colourings/colouring.ts";
import type { AppState } from "./app-state.ts";
import { selectBesideClasses, selectBuildingClasses } from "./buildings.ts";
import type { CellMeasure, MinutesRange } from "./colouring-state.ts";
import type { CellFigures } from "./minutes-cells.ts";
import { isInRange } from "./minutes-histogram.ts";
import { answerOfRun } from "./store.ts";

/** The two states a map of minutes may show. */
export type SideName = "first" | "beside";

/** Whether cells are coloured in place of buildings. */
export const selectHasCells = ({ colouring, minutes }: AppState): boolean =>
  colouring === "minutes" && minutes.unit !== "building";

/** Whether the map is parted between two states. */
export const selectIsParted = ({ colouring, minutes }: AppState): boolean =>
  colouring === "minutes" && minutes.beside !== null;

interface Laid {
  readonly inputs: readonly unknown[];
  readonly classes: Uint8Array | null;
}

/** The same array while what it is made of is the same. */
function remembering(): (inputs: readonly unknown[], make: () => Uint8Array | null) => Uint8Array | null {
  let last: Laid | null = null;
  return (inputs, make) => {
    if (!last?.inputs.every((input, at) => input === inputs[at])) last = { inputs, classes: make() };
    return last.classes;
  };
}

const keptBuildings = { first: remembering(), beside: remembering() };
const keptCells = { first: remembering(), beside: remembering() };

/**
 * The class each building is drawn in by ordinal, the unknown last, FADED_CLASS for what a range of minutes leaves out;
 * null while nothing is drawn: the values are on their way, or cells stand for the buildings.
 */
export function selectDrawnClasses(state: AppState, side: SideName): Uint8Array | null {
  if (selectHasCells(state)) return null;
  const classes = (side === "first" ? selectBuildingClasses : selectBesideClasses)(state);
  const { range } = state.minutes;
  if (state.colouring !== "minutes" || range === null || classes === null) return classes;
  const seconds = answerOfRun(side === "first" ? state.reach : state.reachBeside);
  return keptBuildings[side]([classes, range], () =>
    classes.map((each, ordinal) => (isInRange(seconds?.[ordinal] ?? -2, range) ? each : FADED_CLASS)),
  );
}

/** The class each cell is drawn in: as those of buildings, CELL_EMPTY where nobody is; null while there are none. */
export function selectCellClasses(state: AppState, side: SideName): Uint8Array | null {
  const cells = state.minutesCells?.[side] ?? null;
  if (!selectHasCells(state) || cells === null) return null;
  const { measure, range } = state.minutes;
  return keptCells[side]([cells, measure, range], () =>
    Uint8Array.from(cells, (figures) => drawnClass(figures, measure, range)),
  );
}

function drawnClass(figures: CellFigures, measure: CellMeasure, range: MinutesRange | null): number {
  if (figures.weight === 0) return CELL_EMPTY;
  const { medianS } = figures;
  const seconds = medianS === null ? -2 : medianS === Number.POSITIVE_INFINITY ? -1 : medianS;
  if (range !== null && !isInRange(seconds, range)) return FADED_CLASS;
  return classOfCell(figures, measure);
}

/** The class of a cell by its median or by its share, CELL_UNKNOWN where that is not known. */
export function classOfCell({ medianS, within }: CellFigures, measure: CellMeasure): number {
  if (measure === "median") return medianS === null ? CELL_UNKNOWN : stepOf("minutes", medianS);
  const share = within[measure];
  return share === null ? CELL_UNKNOWN : classOfShare(share);
}
