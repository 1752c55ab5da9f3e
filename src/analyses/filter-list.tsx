import { useTranslation } from "react-i18next";
import type { FilteredBuilding, FilterSort } from "../../server/contract/filter-list.ts";
import { buildingName } from "../locale/building-name.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { openBuilding, sortFilterList } from "../state/filter.ts";
import { useApp } from "../state/store.ts";
import type { AnalysisView } from "./analysis-view.ts";

type Column = FilterSort | "hasLift";
const COLUMNS: readonly Column[] = [
  "yearBuilt",
  "floorsAbove",
  "gfaAboveSqm",
  "dwellings",
  "residents",
  "safetyGrade",
  "hasLift",
];

// what is internal is left out of the buildings where it is not served
const columnsOf = ([first]: readonly FilteredBuilding[]) =>
  COLUMNS.filter((column) => first === undefined || column in first);

/** The buildings found, a row each, sorted by any column; a row opens the card of its building and shows where it is. */
function FilterList({ items }: { readonly items: readonly FilteredBuilding[] }) {
  const { t } = useTranslation();
  const columns = columnsOf(items);
  return (
    // a table wider than the panel is moved by finger, wheel or keyboard
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="filter-table" tabIndex={0} aria-label={t("filter.list")}>
      <table data-field="filterList">
        <thead>
          <tr>
            <th scope="col">{t("filter.building")}</th>
            {columns.map((column) => (
              <Heading key={column} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((building) => (
            <Row key={building.id} building={building} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Heading({ column }: { readonly column: Column }) {
  const { t } = useTranslation();
  const isSorted = useApp((state) => state.filter.sort === column);
  const isDescending = useApp((state) => state.filter.descending);
  const label = t(`filter.column.${column}`);
  if (column === "hasLift") return <th scope="col">{label}</th>;
  const order = isDescending ? "descending" : "ascending";
  return (
    <th scope="col" aria-sort={isSorted ? order : "none"}>
      <button
        type="button"
        className="filter-sort"
        title={t("filter.sortBy", { field: t(`field.${column}`) })}
        onClick={() => sortFilterList(column)}
      >
        {label}
        <span aria-hidden="true">{isSorted ? (isDescending ? "↓" : "↑") : ""}</span>
      </button>
    </th>
  );
}

function Row({
  building,
  columns,
}: {
  readonly building: FilteredBuilding;
  readonly columns: readonly Column[];
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const { yearBuilt, floorsAbove, safetyGrade, hasLift, dwellings, residents, gfaAboveSqm } = building;
  const { unknown } = numbers;
  const { title, note } = buildingName(building, { t, language });
  const share =
    building.insideShare < 1 ? t("filter.inside", { share: numbers.share(building.insideShare) }) : "";
  const cells: Readonly<Partial<Record<Column, string>>> = {
    yearBuilt: yearBuilt === null ? unknown : String(yearBuilt),
    floorsAbove: numbers.number(floorsAbove, 1),
    gfaAboveSqm: numbers.number(gfaAboveSqm),
    dwellings: numbers.number(dwellings),
    residents: numbers.number(residents),
    safetyGrade: safetyGrade ?? unknown,
    hasLift: hasLift === null ? unknown : t(hasLift ? "value.yes" : "value.no"),
  };
  return (
    <tr data-building={building.id}>
      <th scope="row">
        <button type="button" className="filter-open" onClick={() => openBuilding(building)}>
          <span>{title}</span>
          <small>{[note, share].filter(Boolean).join(" · ")}</small>
        </button>
      </th>
      {columns.map((column) => (
        <td key={column} className={cells[column] === unknown ? "unknown" : undefined}>
          {cells[column]}
        </td>
      ))}
    </tr>
  );
}

export const filterListView: AnalysisView<"filter-list"> = {
  Form: null,
  Result: ({ answer }) => <FilterList items={answer.result.items} />,
};
