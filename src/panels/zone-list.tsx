import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ZONE_KINDS, type ZoneFeature } from "../../server/contract/catalogue.ts";
import { extentOf } from "../geometry/extent.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { showExtent } from "../state/appearance.ts";
import { select } from "../state/selection.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";

/** More zones of a kind than this are folded: nobody tabs through a thousand estates to reach what follows. */
const FOLDED_FROM = 30;

/** Every zone by kind: the list beside the map. */
export function ZoneList() {
  const { t } = useTranslation();
  const zones = useApp(selectCatalogue)?.zones ?? [];
  if (zones.length === 0) return <p className="hint">{t("explore.noZones")}</p>;
  return ZONE_KINDS.map((kind) => {
    const ofKind = zones.filter(({ properties }) => properties.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <section key={kind} className="zones" data-kind={kind}>
        <h2>
          <i className={`swatch swatch-${kind}`} aria-hidden="true" />
          {t(`zoneKind.${kind}`)}
        </h2>
        {ofKind.length > FOLDED_FROM ? <FoldedZones zones={ofKind} /> : <Zones zones={ofKind} />}
      </section>
    );
  });
}

function Zones({ zones }: { readonly zones: readonly ZoneFeature[] }) {
  return (
    <ul>
      {zones.map((zone) => (
        <ZoneItem key={zone.id} zone={zone} />
      ))}
    </ul>
  );
}

function FoldedZones({ zones }: { readonly zones: readonly ZoneFeature[] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("explore.many", { number: numbers.number(zones.length) })}</summary>
      {isOpen ? <Zones zones={zones} /> : null}
    </details>
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
