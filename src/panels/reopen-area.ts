import { extentOf } from "../geometry/extent.ts";
import { showExtent } from "../state/appearance.ts";
import { shapeOfArea } from "../state/compared-shapes.ts";
import { closeComparison } from "../state/comparison.ts";
import type { AskedArea } from "../state/drawing-state.ts";
import { selectDistrict } from "../state/session.ts";
import { askAboutZone, setDrawnArea } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";

/** Opens the sheet of an area again and shows where it is. */
export function reopenArea(area: AskedArea): void {
  closeComparison();
  if ("zone" in area) askAboutZone(area.zone);
  else {
    setDrawnArea(area);
    useApp.setState({ mode: "analyse" });
  }
  showArea(area);
}

/** Shows where an area is, whatever is open; null stands for the whole district. */
export function showArea(area: AskedArea | null): void {
  const state = useApp.getState();
  const shape = area === null ? null : shapeOfArea(state, area);
  const extent = shape ? extentOf(shape) : area === null ? selectDistrict(state)?.extent : null;
  if (extent) showExtent(extent);
}
