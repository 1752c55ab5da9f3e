import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GapZone } from "../../server/contract/service-gap.ts";
import { extentOf } from "../geometry/extent.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { showExtent } from "../state/appearance.ts";
import type { ParkAnswer, StatutoryRadiusAnswer } from "../state/radius-state.ts";
import { selectZone } from "../state/selection.ts";
import { useApp } from "../state/store.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";

const FIRST_ZONES = 8;

/** Communities, else subdistricts, by who is farther on foot than the radius, most first. */
export function RadiusZones({ result }: { readonly result: (ParkAnswer | StatutoryRadiusAnswer)["result"] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const [isWhole, setWhole] = useState(false);
  const zones = result.picked?.zones ?? [];
  const kind = zones.some((zone) => zone.kind === "community") ? "community" : "subdistrict";
  const rows = zones.filter((zone) => zone.kind === kind);
  if (rows.length === 0) return null;
  const { rankedBy } = result;
  const nameOf = (zone: GapZone) =>
    zone.id === null ? t(`gap.outside.${kind}`) : (nameIn(language, zone) ?? zone.id);
  const columns: DataColumn<GapZone>[] = [
    {
      id: "name",
      label: t("gap.zoneName"),
      value: nameOf,
      cell: (zone) => <ZoneName zone={zone} name={nameOf(zone)} />,
    },
    {
      id: "lacking",
      label: t(`radius.farther.${rankedBy}`),
      value: (zone) => zone.lacking[rankedBy],
      cell: (zone) => numbers.count(zone.lacking[rankedBy]),
    },
    {
      id: "share",
      label: t("gap.lackingShare"),
      value: (zone) => zone.lackingShare,
      cell: (zone) => numbers.share(zone.lackingShare),
    },
  ];
  return (
    <div className="radius-zones">
      <DataTable
        field="radiusZones"
        caption={t(`radius.zones.${kind}`)}
        className="classes radius-zone-table"
        columns={columns}
        rows={isWhole ? rows : rows.slice(0, FIRST_ZONES)}
        keyOf={({ id }) => id ?? "none"}
      />
      {isWhole || rows.length <= FIRST_ZONES ? null : (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          {t("gap.showAll", { count: rows.length })}
        </button>
      )}
    </div>
  );
}

function ZoneName({ zone, name }: { readonly zone: GapZone; readonly name: string }) {
  const known = useApp((state) => (zone.id === null ? null : selectZone(state, zone.id)));
  if (!known) return name;
  const fly = () => showExtent(extentOf(known.geometry as GeoJSON.Geometry));
  return (
    <button type="button" className="lit" onClick={fly}>
      {name}
    </button>
  );
}
