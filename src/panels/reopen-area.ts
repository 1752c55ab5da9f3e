import { extentOf } from "../geometry/extent.ts";
import type { AskedArea } from "../state/app-state.ts";
import { showExtent } from "../state/appearance.ts";
import { closeComparison } from "../state/comparison.ts";
import { selectZone } from "../state/selection.ts";
import { askAboutZone, setDrawnArea } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";

/** Opens the sheet of an area again and shows where it is. */
export function reopenArea(area: AskedArea): void {
  const zone = "zone" in area ? selectZone(useApp.getState(), area.zone) : null;
  closeComparison();
  if ("zone" in area) askAboutZone(area.zone);
  else {
    setDrawnArea(area);
    useApp.setState({ mode: "analyse" });
  }
  const shape = "zone" in area ? zone?.geometry : area;
  if (shape) showExtent(extentOf(shape as GeoJSON.Geometry));
}
