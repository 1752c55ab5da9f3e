import { useTranslation } from "react-i18next";
import type { ZoneFeature } from "../../server/contract/catalogue.ts";
import { extentOf } from "../geometry/extent.ts";
import { nameIn } from "../locale/name-text.ts";
import { showExtent } from "../state/appearance.ts";
import { selectCatalogue } from "../state/session.ts";
import { askAboutZone } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";
import { ZONE_ORDER } from "./zone-order.ts";

/** Chooses a zone of the district in place of a drawn area. */
export function ZonePicker() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const zones = useApp(selectCatalogue)?.zones ?? [];
  const area = useApp((state) => state.area);
  const chosen = area !== null && "zone" in area ? area.zone : "";
  const choose = (id: string) => {
    const zone = zones.find((each) => each.id === id);
    if (!zone) return;
    askAboutZone(id);
    showExtent(extentOf(zone.geometry as GeoJSON.Geometry));
  };
  const option = (zone: ZoneFeature) => (
    <option key={zone.id} value={zone.id}>
      {nameIn(language, zone.properties)}
    </option>
  );
  return (
    <label className="field">
      <span>{t("analyse.orZone")}</span>
      <select value={chosen} onChange={({ target }) => choose(target.value)}>
        <option value="">{t("analyse.pick")}</option>
        {ZONE_ORDER.map((kind) => {
          const ofKind = zones.filter(({ properties }) => properties.kind === kind);
          return ofKind.length === 0 ? null : (
            <optgroup key={kind} label={t(`zoneKind.${kind}`)}>
              {ofKind.map(option)}
            </optgroup>
          );
        })}
      </select>
    </label>
  );
}
