import type { Refusal } from "../formats/area-format.ts";
import type { AreaFile } from "../formats/read-areas.ts";
import { roundShape } from "../geometry/area-text.ts";
import { extentOf } from "../geometry/extent.ts";
import type { AppState } from "./app-state.ts";
import { showExtent } from "./appearance.ts";
import type { Dropped } from "./drawing-state.ts";
import { setDrawnArea } from "./sheet.ts";
import { useApp } from "./store.ts";

/** A file is being read: what was drawn stays where it is until another area is put in its place. */
export const beginReading = (name: string) =>
  useApp.setState({
    mode: "analyse",
    reportOpen: false,
    comparing: false,
    dropped: { status: "reading", name },
  });

export const refuseDropped = (name: string, reason: Refusal) =>
  useApp.setState({ dropped: { status: "refused", name, reason } });

/** Puts the areas of a file on the map to be looked at; what there is only one of need not be asked. */
export function showDropped(name: string, file: AreaFile): void {
  const areas = file.readings[0]?.areas.length ?? 0;
  const dropped: Dropped = {
    status: "read",
    name,
    file,
    reading: file.readings.length === 1 ? 0 : null,
    area: areas === 1 ? 0 : null,
  };
  look(dropped);
}

export function chooseReading(reading: number | null): void {
  const { dropped } = useApp.getState();
  if (dropped.status === "read") look({ ...dropped, reading });
}

export function chooseDroppedArea(area: number | null): void {
  const { dropped } = useApp.getState();
  if (dropped.status === "read") look({ ...dropped, area });
}

export const closeDropped = () => useApp.setState({ dropped: { status: "none" } });

/** The chosen area becomes the drawn one, exactly as if a hand had drawn it. */
export function takeDroppedArea(): void {
  const chosen = chosenArea(useApp.getState().dropped);
  if (chosen === null) return;
  setDrawnArea(roundShape(chosen.polygon));
  closeDropped();
}

function look(dropped: Dropped): void {
  useApp.setState({ dropped });
  const coordinates = previewOf(dropped).map(({ polygon }) => polygon.coordinates);
  if (coordinates.length > 0) showExtent(extentOf({ type: "MultiPolygon", coordinates }));
}

/** Areas of a file that are still in question, all of them until a reading and an area are chosen. */
export function previewOf(dropped: Dropped): AreaFile["readings"][number]["areas"] {
  if (dropped.status !== "read") return [];
  const { file, reading, area } = dropped;
  const readings = file.readings.filter((_, index) => reading === null || index === reading);
  return readings.flatMap(({ areas }) => areas.filter((_, index) => area === null || index === area));
}

/** The one area that is left, if an analysis would take it; null while something is still to be asked. */
export function chosenArea(
  dropped: AppState["dropped"],
): AreaFile["readings"][number]["areas"][number] | null {
  if (dropped.status !== "read" || dropped.reading === null || dropped.area === null) return null;
  const [area] = previewOf(dropped);
  return area === undefined || area.refusal !== null ? null : area;
}
