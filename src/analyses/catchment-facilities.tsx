import { useTranslation } from "react-i18next";
import type { CatchmentFacility } from "../../server/contract/two-step-catchment.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { showExtent } from "../state/appearance.ts";
import { toggleCatchmentFacility } from "../state/catchment.ts";
import type { CatchmentAnswer } from "../state/catchment-state.ts";
import { useApp } from "../state/store.ts";
import { heldText } from "./catchment-text.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";

/** Half of what is shown around a facility, in degrees of latitude: some 400 m. */
const AROUND_DEGREES = 0.0036;

/** The facilities by what they hold for each of those who share them, least first; a name flies there. */
export function CatchmentFacilities({ answer }: { readonly answer: CatchmentAnswer }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const nameOf = (each: CatchmentFacility) => nameIn(language, each) ?? t("catchment.facilityUnnamed");
  const columns: DataColumn<CatchmentFacility>[] = [
    {
      id: "name",
      label: t("catchment.facilityName"),
      value: nameOf,
      cell: (each) => <FacilityName facility={each} name={nameOf(each)} />,
    },
    {
      id: "perThousand",
      label: t("catchment.facilityPerThousand"),
      value: ({ perThousand }) => perThousand,
      cell: ({ perThousand }) => heldText(perThousand, numbers),
    },
    {
      id: "supply",
      label: t("catchment.facilitySupply"),
      value: ({ supply }) => supply,
      cell: ({ supply }) => numbers.count(supply),
    },
    {
      id: "demand",
      label: t("catchment.facilityDemand"),
      value: ({ demand }) => demand,
      cell: ({ demand }) => numbers.count(demand),
    },
  ];
  return (
    <>
      <p className="hint">{t("catchment.facilityHint")}</p>
      <div className="gap-ranking">
        <DataTable
          field="catchmentFacilities"
          caption={t("catchment.view.facility")}
          className="classes gap-table"
          columns={columns}
          rows={answer.result.facilities}
          keyOf={({ id }) => id}
          isUnknown={({ supply }) => supply === null}
        />
      </div>
    </>
  );
}

function FacilityName({ facility, name }: { readonly facility: CatchmentFacility; readonly name: string }) {
  const { t } = useTranslation();
  const isPicked = useApp((state) => state.catchmentFacility === facility.id);
  const [lon, lat] = facility.at as [number, number];
  const notes = [
    ...(facility.onNetwork ? [] : [t("catchment.facilityOff")]),
    ...(facility.outside ? [t("catchment.facilityOutside")] : []),
    ...(facility.beyond && !facility.outside ? [t("catchment.facilityBeyond")] : []),
  ];
  const show = () => {
    toggleCatchmentFacility(facility.id);
    const wide = AROUND_DEGREES / Math.cos((lat * Math.PI) / 180);
    if (!isPicked) showExtent([lon - wide, lat - AROUND_DEGREES, lon + wide, lat + AROUND_DEGREES]);
  };
  return (
    <>
      <button type="button" className="lit" aria-pressed={isPicked} onClick={show}>
        {name}
      </button>
      {notes.length === 0 ? null : <small className="catchment-note">{notes.join(" · ")}</small>}
    </>
  );
}
