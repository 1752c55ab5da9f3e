import { type ColourClass, FADED_CLASS } from "../cartography/colourings/colouring.ts";
import { COLOURINGS } from "../cartography/colourings/registry.ts";
import type { AppState } from "./app-state.ts";
import { isGroupShown, selectIsDark } from "./appearance.ts";
import type { Buildings } from "./buildings.ts";
import { type SideName, selectDrawnClasses, selectHasCells, selectIsParted } from "./minutes-sight.ts";
import { type Overlay, setOverlay } from "./overlays.ts";
import { answerOfRun, useApp } from "./store.ts";

/** From this zoom on a footprint can be made out, and the tiles draw it; below it stands for the building as a point. */
export const FOOTPRINTS_FROM_ZOOM = 14;
/** From this zoom on the tiles' own buildings stand; below it they are columns. */
export const STANDING_FROM_ZOOM = 13.5;
const TILTED_FROM_DEGREES = 12;
const COLUMN_RADIUS_M = 9;
const UNKNOWN_OPACITY = 90;
const FADED_OPACITY = 26;

/** Keeps the overlay of the buildings with what they are coloured by; returns how to stop. */
export function followBuildingOverlay(): () => void {
  let sent: readonly unknown[] = [];
  return useApp.subscribe((state) => {
    const inputs = [
      drawnAs(state),
      classesOf(state, "first"),
      classesOf(state, "beside"),
      state.buildings,
      selectIsDark(state),
      state.litClass,
    ];
    if (inputs.every((input, at) => input === sent[at])) return;
    sent = inputs;
    setOverlay("buildings", buildingOverlay(state, "first"));
    setOverlay("beside", buildingOverlay(state, "beside"));
  });
}

/** How the buildings are laid over the map: not at all where the map itself shows them better. */
function drawnAs(state: AppState): Overlay["kind"] | null {
  // draped over relief, the tiles lie on the ground; an overlay would lie at sea level
  if (!isGroupShown(state, "buildings") || isGroupShown(state, "terrain") || selectHasCells(state))
    return null;
  if ((state.view?.pitch ?? 0) >= TILTED_FROM_DEGREES) return "columns";
  return state.colouring === "height" && state.litClass === null ? null : "points";
}

/** Whether points stand for the buildings below the zoom of their footprints. */
export function selectHasPoints({ overlays }: AppState): boolean {
  return overlays.buildings?.kind === "points";
}

// those of a theme that is in the tiles are of one side only
function classesOf(state: AppState, side: SideName): Uint8Array | null {
  return side === "beside" && !selectIsParted(state) ? null : selectDrawnClasses(state, side);
}

function buildingOverlay(state: AppState, side: SideName): Overlay | null {
  const kind = drawnAs(state);
  const buildings = answerOfRun(state.buildings);
  const classes = classesOf(state, side);
  if (kind === null || buildings === null || classes === null) return null;
  const { positions, columns } = buildings;
  const placed = { positions, colours: coloursOf(state, buildings, classes) };
  if (kind === "columns") {
    const heightsM = columns.heightM.map((heightM) => (Number.isNaN(heightM) ? 0 : heightM));
    return { kind, ...placed, heightsM, radiusM: COLUMN_RADIUS_M, zooms: [0, STANDING_FROM_ZOOM] };
  }
  const radiiM = columns.footprintSqm.map((footprintSqm) => Math.sqrt(footprintSqm / Math.PI));
  return { kind, ...placed, radiiM, zooms: [0, FOOTPRINTS_FROM_ZOOM] };
}

function coloursOf(state: AppState, { count }: Buildings, classes: Uint8Array): Uint8Array {
  const { classes: known, unknown } = COLOURINGS[state.colouring];
  const isDark = selectIsDark(state);
  const inks = [...known, unknown].map((each, at) => {
    const isFaded = state.litClass !== null && state.litClass !== at;
    const opacity = isFaded ? FADED_OPACITY : at === known.length ? UNKNOWN_OPACITY : 255;
    return [...channels(each, isDark), opacity];
  });
  const faded = [...channels(unknown, isDark), FADED_OPACITY];
  const colours = new Uint8Array(4 * count);
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const at = classes[ordinal] ?? known.length;
    colours.set(at === FADED_CLASS ? faded : inks[at]!, 4 * ordinal);
  }
  return colours;
}

function channels({ light, dark }: ColourClass, isDark: boolean): number[] {
  const hex = Number.parseInt((isDark ? dark : light).slice(1), 16);
  return [hex >> 16, (hex >> 8) & 255, hex & 255];
}
