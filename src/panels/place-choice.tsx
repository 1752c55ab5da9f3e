import { useEffect, useState } from "react";
import type { ProjectPlace } from "../../server/contract/entered-projects.ts";
import { useReader } from "../locale/use-reader.ts";
import type { AppState } from "../state/app-state.ts";
import { selectDrawn } from "../state/drawing.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { DrawHere } from "./draw-here.tsx";
import { numberIn } from "./form-values.ts";
import { LedgerField } from "./ledger-parts.tsx";
import { PickOne } from "./pick-one.tsx";
import { useZoneGroups } from "./zone-groups.ts";

const WAYS = ["zone", "drawn", "point"] as const;
// projects lie in renewal districts mostly, and are the whole district seldom
const OTHER_ZONES = {
  before: ["renewal-district", "area", "core", "wing", "belt"],
  after: ["district"],
} as const;

interface PlaceChoiceProps {
  /** What may stand in place of a place: that of a thing that has one, or none at all. */
  readonly instead?: "none" | "keep";
  /** A point is a place of a project and none of a plan. */
  readonly point?: boolean;
}

/** Where something is: a zone, the area drawn on the map, or the middle of the map; fields of the form around it. */
export function PlaceChoice({ instead, point = false }: PlaceChoiceProps) {
  const { t } = useReader();
  // an imported district may have no zones but itself, which is the place of few projects
  const hasZones = useApp((state) => (selectCatalogue(state)?.zones.length ?? 0) > 1);
  const [chosen, setWay] = useState<string | null>(null);
  const way = chosen ?? instead ?? (hasZones || !point ? "zone" : "point");
  const hasView = useApp((state) => state.view !== null);
  const isDrawn = way === "drawn";
  useEffect(() => {
    useApp.setState({ placing: isDrawn });
    return () => useApp.setState({ placing: false });
  }, [isDrawn]);
  const ways = [...(instead ? [instead] : []), ...WAYS.filter((each) => point || each !== "point")];
  return (
    <fieldset className="place-choice">
      <legend>{t("entry.place.title")}</legend>
      {ways.map((each) => (
        <label key={each}>
          <input type="radio" name="way" value={each} checked={way === each} onChange={() => setWay(each)} />{" "}
          {t(`entry.place.${each}`)}
        </label>
      ))}
      {way === "zone" ? <Zone /> : null}
      {isDrawn ? <DrawHere /> : null}
      {way === "point" ? <Point key={String(hasView)} /> : null}
    </fieldset>
  );
}

function Zone() {
  const { t } = useReader();
  return (
    <PickOne name="zone" legend={t("entry.place.choose")} groups={useZoneGroups(OTHER_ZONES)} required />
  );
}

// where the map looks when it is asked for
function Point() {
  const { t } = useReader();
  const [view] = useState(() => useApp.getState().view);
  const told = { type: "number", required: true } as const;
  return (
    <div className="project-selects">
      <LedgerField
        {...{ ...told, name: "lon", min: -180, label: t("entry.place.lon") }}
        initial={view?.lon.toFixed(6)}
      />
      <LedgerField
        {...{ ...told, name: "lat", min: -90, label: t("entry.place.lat") }}
        initial={view?.lat.toFixed(6)}
      />
    </div>
  );
}

/** The place a form says; null = none, or nothing is drawn. */
export function placeIn(form: FormData, state: AppState): ProjectPlace | null {
  const way = form.get("way");
  const zone = String(form.get("zone") ?? "");
  if (way === "zone") return zone === "" ? null : { zone };
  const drawn = selectDrawn(state);
  if (way === "drawn") return drawn as ProjectPlace | null;
  const [lon, lat] = [numberIn(form, "lon"), numberIn(form, "lat")];
  return way === "point" && lon !== null && lat !== null ? { type: "Point", coordinates: [lon, lat] } : null;
}
