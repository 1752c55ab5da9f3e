import { useTranslation } from "react-i18next";
import { CELL_UNKNOWN, SHARE_CLASSES } from "../cartography/cell-classes.ts";
import { COLOURINGS } from "../cartography/colourings/registry.ts";
import { HEXAGON_EDGE_M } from "../state/follow-minutes-cells.ts";
import type { MinutesCells } from "../state/minutes-cells.ts";
import { classOfCell } from "../state/minutes-sight.ts";
import { useApp } from "../state/store.ts";
import { ClassKeys } from "./class-keys.tsx";

/** What the colours of communities or hexagons tell, with how many are of each class and those of which nothing is known. */
export function CellLegend() {
  const { t } = useTranslation();
  const { measure } = useApp((state) => state.minutes);
  const cells = useApp((state) => state.minutesCells);
  const classes = measure === "median" ? COLOURINGS.minutes.classes : SHARE_CLASSES;
  const unknown = { ...COLOURINGS.minutes.unknown, label: "minutesView.cellUnknown" };
  const by = cells?.by ?? "residents";
  const title =
    measure === "median"
      ? t(`minutesView.cellLegend.${by}.median`)
      : t(`minutesView.cellLegend.${by}.share`, { minutes: measure });
  return (
    <>
      <p className="keys-title">{title}</p>
      <ClassKeys classes={[...classes, unknown]} counts={cells && countsOf(cells, measure)} />
      {cells === null ? null : (
        <p className="hint">{t(`minutesView.cellNote.${cells.ground.unit}`, { edge: HEXAGON_EDGE_M })}</p>
      )}
    </>
  );
}

// cells where nobody is are of no class
function countsOf({ first }: MinutesCells, measure: Parameters<typeof classOfCell>[1]): number[] {
  const counts = new Array<number>(CELL_UNKNOWN + 1).fill(0);
  for (const figures of first) if (figures.weight > 0) counts[classOfCell(figures, measure)]!++;
  return counts;
}
