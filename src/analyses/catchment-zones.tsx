import { useTranslation } from "react-i18next";
import type { CatchmentZone } from "../../server/contract/two-step-catchment.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { selectIsDark } from "../state/appearance.ts";
import { classesOf } from "../state/catchment-question.ts";
import type { CatchmentAnswer } from "../state/catchment-state.ts";
import { useApp } from "../state/store.ts";
import { heldText } from "./catchment-text.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { noZonesOf } from "./no-zones.ts";
import { ZoneLink } from "./zone-link.tsx";

/** Communities or subdistricts by what is held for each person, least first; a name flies there. */
export function CatchmentZones({
  answer,
  kind,
}: {
  readonly answer: CatchmentAnswer;
  readonly kind: CatchmentZone["kind"];
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const rows = answer.result.zones.filter((zone) => zone.kind === kind);
  if (rows.length === 0)
    return <p className="hint">{t(`catchment.noZones.${noZonesOf(kind, answer.result.zones)}`)}</p>;
  const nameOf = (zone: CatchmentZone) =>
    zone.id === null ? t(`catchment.outside.${kind}`) : (nameIn(language, zone) ?? zone.id);
  const columns: DataColumn<CatchmentZone>[] = [
    {
      id: "name",
      label: t("catchment.zoneName"),
      value: nameOf,
      cell: (zone) => <ZoneName answer={answer} zone={zone} name={nameOf(zone)} />,
    },
    {
      id: "perThousand",
      label: t("catchment.zonePerThousand"),
      value: (zone) => zone.perThousand,
      cell: (zone) => heldText(zone.perThousand, numbers),
    },
    {
      id: "demand",
      label: t("catchment.zoneDemand"),
      value: (zone) => zone.demand,
      cell: (zone) => numbers.count(zone.demand),
    },
    {
      id: "none",
      label: t("catchment.zoneNone"),
      value: (zone) => zone.none?.share ?? null,
      cell: (zone) => numbers.share(zone.none?.share ?? null),
    },
  ];
  return (
    <div className="gap-ranking">
      <DataTable
        field="catchmentZones"
        caption={t(`catchment.view.${kind}`)}
        className="classes gap-table"
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id ?? "none"}
        isUnknown={({ perThousand }) => perThousand === null}
      />
    </div>
  );
}

function ZoneName({
  answer,
  zone,
  name,
}: {
  readonly answer: CatchmentAnswer;
  readonly zone: CatchmentZone;
  readonly name: string;
}) {
  const isDark = useApp(selectIsDark);
  const scheme = useApp((state) => state.catchment.scheme);
  const { classes, classOf } = classesOf(answer, scheme);
  const { light, dark } = classes[classOf(zone.perThousand)]!;
  return (
    <>
      <i className="gap-swatch" style={{ background: isDark ? dark : light }} aria-hidden="true" />
      <ZoneLink id={zone.id} name={name} />
    </>
  );
}
