import type { ZoneFeature } from "../../server/contract/catalogue.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import type { PickGroup } from "./pick-many.tsx";

const OTHER_KINDS = ["renewal-district", "estate", "district"] as const;
const NO_ZONES: readonly ZoneFeature[] = [];

/** Where an adviser may serve: every subdistrict with its communities, then the other kinds of zones. */
export function useServedZones(): readonly PickGroup[] {
  const { t, language } = useReader();
  const zones = useApp((state) => selectCatalogue(state)?.zones ?? NO_ZONES);
  const nameOf = ({ id, properties }: ZoneFeature) => nameIn(language, properties) ?? id;
  const option = (zone: ZoneFeature) => ({ id: zone.id, label: nameOf(zone) });
  const ofKind = (kind: string) => zones.filter(({ properties }) => properties.kind === kind);
  const subdistricts = ofKind("subdistrict");
  const communities = ofKind("community");
  const isOf = (above: ZoneFeature) => (zone: ZoneFeature) => zone.properties.parent === above.id;
  const alone = communities.filter((zone) => !subdistricts.some((above) => isOf(above)(zone)));
  return [
    ...subdistricts.map((above) => ({
      key: above.id,
      label: nameOf(above),
      options: [
        { id: above.id, label: t("entry.pick.whole", { name: nameOf(above) }) },
        ...communities.filter(isOf(above)).map(option),
      ],
    })),
    { key: "community", label: t("zoneKind.community"), options: alone.map(option) },
    ...OTHER_KINDS.map((kind) => ({
      key: kind,
      label: t(`zoneKind.${kind}`),
      options: ofKind(kind).map(option),
    })),
  ].filter(({ options }) => options.length > 0);
}
