import { classColour } from "../cartography/class-colour.ts";
import { selectIsDark } from "../state/appearance.ts";
import type { CellFigures } from "../state/minutes-cells.ts";
import { classOfCell } from "../state/minutes-sight.ts";
import { useApp } from "../state/store.ts";

/** The colour the map gives a cell. */
export function CellSwatch({ figures }: { readonly figures: CellFigures }) {
  const isDark = useApp(selectIsDark);
  const measure = useApp((state) => state.minutes.measure);
  const background = classColour("minutes", classOfCell(figures, measure), isDark);
  return <i className="gap-swatch" style={{ background }} aria-hidden="true" />;
}
