import { useTranslation } from "react-i18next";
import { CELL_UNKNOWN } from "../cartography/cell-classes.ts";
import { extentOf } from "../geometry/extent.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { showExtent } from "../state/appearance.ts";
import type { CellMeasure } from "../state/colouring-state.ts";
import { setPickedCell } from "../state/minutes.ts";
import type { CellFigures, MinutesCells } from "../state/minutes-cells.ts";
import { classOfCell } from "../state/minutes-sight.ts";
import { useApp } from "../state/store.ts";
import { CellSwatch } from "./cell-swatch.tsx";
import { cellName, medianText } from "./cell-text.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";

interface Ranked {
  readonly at: number;
  readonly name: string;
  readonly figures: CellFigures;
  readonly other: CellFigures | null;
}

/** Communities by what their people walk, the worst first; a name flies there. The map has the same colours. */
export function CommunityRanking({ cells }: { readonly cells: MinutesCells }) {
  const { t } = useTranslation();
  const measure = useApp((state) => state.minutes.measure);
  const columns = useColumns(cells, measure);
  const state = useApp.getState();
  const rows = cells.first.map((figures, at): Ranked => {
    return { at, figures, name: cellName(state, cells, at) ?? "", other: cells.beside?.[at] ?? null };
  });
  return (
    <div className="minutes-ranking">
      <DataTable
        field="minutesCells"
        caption={t("minutesView.ranking")}
        className="classes gap-table"
        columns={columns}
        rows={rows.toSorted((one, other) => worstFirst(one.figures, other.figures, measure))}
        keyOf={({ at }) => String(at)}
        isUnknown={({ figures }) => classOfCell(figures, measure) === CELL_UNKNOWN}
      />
    </div>
  );
}

const measured = ({ medianS, within }: CellFigures, measure: CellMeasure) =>
  measure === "median" ? medianS : within[measure];

function useColumns(cells: MinutesCells, measure: CellMeasure): DataColumn<Ranked>[] {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const column = (
    id: string,
    label: string,
    of: CellMeasure,
    side: "figures" | "other",
  ): DataColumn<Ranked> => ({
    id,
    label,
    value: (row) => row[side] && measured(row[side], of),
    cell: ({ [side]: figures }) => {
      if (figures === null) return numbers.unknown;
      return of === "median" ? medianText(figures, { t, numbers }) : numbers.share(figures.within[of]);
    },
  });
  const otherMeasure = measure === "median" ? "15" : "median";
  return [
    {
      id: "name",
      label: t("minutesView.units.community"),
      value: ({ name }) => name,
      cell: (row) => <CommunityName row={row} cells={cells} />,
    },
    ...(cells.beside
      ? [
          column("first", t("minutesView.first"), measure, "figures"),
          column("beside", t("minutesView.beside"), measure, "other"),
        ]
      : [measure, otherMeasure].map((each) =>
          column(each, t(`minutesView.measures.${each as CellMeasure}`), each as CellMeasure, "figures"),
        )),
  ];
}

// the longest walk, or the least share, first; what is not known last
function worstFirst(one: CellFigures, other: CellFigures, measure: CellMeasure): number {
  const [a, b] = [measured(one, measure), measured(other, measure)];
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a === b) return 0;
  return a > b === (measure === "median") ? -1 : 1;
}

function CommunityName({ row, cells }: { readonly row: Ranked; readonly cells: MinutesCells }) {
  const show = () => {
    setPickedCell(row.at);
    showExtent(extentOf(cells.ground.cells[row.at]!.geometry));
  };
  return (
    <>
      <CellSwatch figures={row.figures} />
      <button type="button" className="lit" onClick={show}>
        {row.name}
      </button>
    </>
  );
}
