import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GapZone, ServiceGapResult } from "../../server/contract/service-gap.ts";
import { GAP_BUILDING, GAP_CLASSES, GAP_UNKNOWN, gapColour } from "../cartography/gap-classes.ts";
import { extentOf } from "../geometry/extent.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { selectIsDark, showExtent } from "../state/appearance.ts";
import { selectZone } from "../state/selection.ts";
import { useApp } from "../state/store.ts";

const FIRST_ROWS = 12;
const COLUMNS = ["lacking", "share"] as const;
type Column = (typeof COLUMNS)[number];

/** Communities or subdistricts by who lacks it, most first; a name flies there. The map has the same colours. */
export function ZoneRanking({
  result,
  kind,
}: {
  readonly result: ServiceGapResult;
  readonly kind: GapZone["kind"];
}) {
  const { t } = useTranslation();
  const [by, setBy] = useState<Column>("lacking");
  const [isWhole, setWhole] = useState(false);
  const { rankedBy } = result;
  const figureOf = (zone: GapZone, column: Column) =>
    (column === "lacking" ? zone.lacking[rankedBy] : zone.lackingShare) ?? -1;
  const rows = result.zones
    .filter((zone) => zone.kind === kind)
    .sort((a, b) => figureOf(b, by) - figureOf(a, by));
  if (rows.length === 0) return <p className="hint">{t(`gap.noZones.${kind}`)}</p>;
  const most = Math.max(...rows.map((zone) => zone.lacking[rankedBy] ?? 0));
  const titles = {
    lacking: t(rankedBy === "residents" ? "gap.lackingResidents" : "gap.lackingBuildings"),
    share: t("gap.lackingShare"),
  };
  return (
    <>
      <GapLegend />
      <table className="classes gap-table" data-field="zones" data-kind={kind}>
        <caption>{t(`gap.view.${kind}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("gap.zoneName")}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" aria-sort={by === column ? "descending" : "none"}>
                <button type="button" className="sort" onClick={() => setBy(column)}>
                  {titles[column]}
                  <span aria-hidden="true">{by === column ? " ↓" : ""}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, isWhole ? rows.length : FIRST_ROWS).map((zone) => (
            <ZoneRow key={zone.id ?? "none"} zone={zone} rankedBy={rankedBy} most={most} />
          ))}
        </tbody>
      </table>
      {isWhole || rows.length <= FIRST_ROWS ? null : (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          {t("gap.showAll", { count: rows.length })}
        </button>
      )}
    </>
  );
}

interface ZoneRowProps {
  readonly zone: GapZone;
  readonly rankedBy: ServiceGapResult["rankedBy"];
  readonly most: number;
}

function ZoneRow({ zone, rankedBy, most }: ZoneRowProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const isDark = useApp(selectIsDark);
  const known = useApp((state) => (zone.id === null ? null : selectZone(state, zone.id)));
  const name = zone.id === null ? t(`gap.outside.${zone.kind}`) : nameIn(language, zone);
  const count = zone.lacking[rankedBy];
  return (
    <tr data-zone={zone.id ?? "none"}>
      <th scope="row">
        <i
          className="gap-swatch"
          style={{ background: gapColour(zone.lackingShare, isDark) }}
          aria-hidden="true"
        />
        {known ? (
          <button
            type="button"
            className="lit"
            onClick={() => showExtent(extentOf(known.geometry as GeoJSON.Geometry))}
          >
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      <td>
        <span className="gap-bar" aria-hidden="true">
          <span style={{ width: `${most > 0 ? (100 * (count ?? 0)) / most : 0}%` }} />
        </span>
        {numbers.count(count)}
      </td>
      <td>{numbers.share(zone.lackingShare)}</td>
    </tr>
  );
}

function GapLegend() {
  const { t } = useTranslation();
  const isDark = useApp(selectIsDark);
  const tone = (of: { readonly light: string; readonly dark: string }) => (isDark ? of.dark : of.light);
  return (
    <div className="gap-legend">
      <p>{t("gap.legend")}</p>
      <ul>
        {GAP_CLASSES.map((each) => (
          <li key={each.label}>
            <i style={{ background: tone(each) }} />
            {each.label}
          </li>
        ))}
        <li>
          <i style={{ background: tone(GAP_UNKNOWN) }} />
          {t("gap.legendUnknown")}
        </li>
        <li>
          <i className="gap-house" style={{ background: tone(GAP_BUILDING) }} />
          {t("gap.legendBuilding")}
        </li>
      </ul>
    </div>
  );
}
