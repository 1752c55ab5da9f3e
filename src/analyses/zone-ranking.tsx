import { useTranslation } from "react-i18next";
import type { GapZone, ServiceGapResult } from "../../server/contract/service-gap.ts";
import { type GapClass, gapClasses, gapColour } from "../cartography/gap-classes.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { selectIsDark } from "../state/appearance.ts";
import { useApp } from "../state/store.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { GapLegend } from "./gap-legend.tsx";
import { noZonesOf } from "./no-zones.ts";
import { ZoneLink } from "./zone-link.tsx";

/** Communities or subdistricts by who lacks it, most first; a name flies there. The map has the same colours. */
export function ZoneRanking({
  result,
  kind,
}: {
  readonly result: ServiceGapResult;
  readonly kind: GapZone["kind"];
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const { rankedBy } = result;
  const rows = result.zones.filter((zone) => zone.kind === kind);
  if (rows.length === 0)
    return (
      <>
        <p className="hint">{t(`gap.noZones.${noZonesOf(kind, result.zones)}`)}</p>
        <GapLegend classes={[]} />
      </>
    );
  const classes = gapClasses(
    result,
    rows.map(({ lackingShare }) => lackingShare),
  );
  const most = Math.max(...rows.map((zone) => zone.lacking[rankedBy] ?? 0));
  const nameOf = (zone: GapZone) =>
    zone.id === null ? t(`gap.outside.${kind}`) : (nameIn(language, zone) ?? zone.id);
  const columns: DataColumn<GapZone>[] = [
    {
      id: "name",
      label: t("gap.zoneName"),
      value: nameOf,
      cell: (zone) => <ZoneName zone={zone} name={nameOf(zone)} classes={classes} />,
    },
    {
      id: "lacking",
      label: t(rankedBy === "residents" ? "gap.lackingResidents" : "gap.lackingBuildings"),
      value: (zone) => zone.lacking[rankedBy],
      cell: (zone) => (
        <>
          <Bar part={most > 0 ? (zone.lacking[rankedBy] ?? 0) / most : 0} />
          {numbers.count(zone.lacking[rankedBy])}
        </>
      ),
    },
    {
      id: "share",
      label: t("gap.lackingShare"),
      value: (zone) => zone.lackingShare,
      cell: (zone) => numbers.share(zone.lackingShare),
    },
  ];
  return (
    <>
      <GapLegend classes={classes} />
      <div className="gap-ranking">
        <DataTable
          field="gapZones"
          caption={t(`gap.view.${kind}`)}
          className="classes gap-table"
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id ?? "none"}
        />
      </div>
    </>
  );
}

function Bar({ part }: { readonly part: number }) {
  return (
    <span className="gap-bar" aria-hidden="true">
      <span style={{ width: `${100 * part}%` }} />
    </span>
  );
}

interface ZoneNameProps {
  readonly zone: GapZone;
  readonly name: string;
  readonly classes: readonly GapClass[];
}

function ZoneName({ zone, name, classes }: ZoneNameProps) {
  const isDark = useApp(selectIsDark);
  return (
    <>
      <i
        className="gap-swatch"
        style={{ background: gapColour(zone.lackingShare, classes, isDark) }}
        aria-hidden="true"
      />
      <ZoneLink id={zone.id} name={name} />
    </>
  );
}
