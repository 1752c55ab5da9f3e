import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ZoneFeature } from "../../server/contract/catalogue.ts";
import { extentOf } from "../geometry/extent.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { showExtent } from "../state/appearance.ts";
import { select } from "../state/selection.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { ZONE_ORDER } from "./zone-order.ts";

/** Every zone by kind: the list beside the map. */
export function ZoneList() {
  const { t } = useTranslation();
  const zones = useApp(selectCatalogue)?.zones ?? [];
  if (zones.length === 0) return <p className="hint">{t("explore.noZones")}</p>;
  return ZONE_ORDER.map((kind) => {
    const ofKind = zones.filter(({ properties }) => properties.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <section key={kind} className="zones" data-kind={kind}>
        <h2>
          <i className={`swatch swatch-${kind}`} aria-hidden="true" />
          {t(`zoneKind.${kind}`)}
        </h2>
        <Zones zones={ofKind} />
      </section>
    );
  });
}

const AT_MOST_UNFOLDED = 30;

// hundreds of estates would bury all that comes after them
function Zones({ zones }: { readonly zones: readonly ZoneFeature[] }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(zones.length <= AT_MOST_UNFOLDED);
  const list = (
    <ul>
      {zones.map((zone) => (
        <ZoneItem key={zone.id} zone={zone} />
      ))}
    </ul>
  );
  if (zones.length <= AT_MOST_UNFOLDED) return list;
  return (
    <>
      <button type="button" className="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? "explore.foldZones" : "explore.unfoldZones", { count: zones.length })}
      </button>
      {isOpen ? list : null}
    </>
  );
}

function ZoneItem({ zone }: { readonly zone: ZoneFeature }) {
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const open = () => {
    select({ layer: "zone", id: zone.id });
    showExtent(extentOf(zone.geometry as GeoJSON.Geometry));
  };
  return (
    <li>
      <button type="button" className="row" onClick={open}>
        <span>{nameIn(language, zone.properties)}</span>
        <span className="row-note">{numbers.area(zone.properties.landAreaSqm)}</span>
      </button>
    </li>
  );
}
