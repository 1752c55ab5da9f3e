import type { ZoneFeature, ZoneKind } from "../../server/contract/catalogue.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import type { PickGroup } from "./pick-list.tsx";

const WITHIN: readonly ZoneKind[] = ["community", "estate"];
const NO_ZONES: readonly ZoneFeature[] = [];

interface OtherKinds {
  readonly before?: readonly ZoneKind[];
  readonly after?: readonly ZoneKind[];
}

/** The zones to pick from: every subdistrict with its communities and estates, other kinds of zones before and after them. */
export function useZoneGroups({ before = [], after = [] }: OtherKinds): readonly PickGroup[] {
  const { t, language } = useReader();
  const zones = useApp((state) => selectCatalogue(state)?.zones ?? NO_ZONES);
  const nameOf = ({ id, properties }: ZoneFeature) => nameIn(language, properties) ?? id;
  const option = (zone: ZoneFeature) => ({ id: zone.id, label: nameOf(zone) });
  const ofKind = (kind: ZoneKind) => zones.filter(({ properties }) => properties.kind === kind);
  const subdistricts = ofKind("subdistrict");
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  // an estate is of a community, which is of a subdistrict; of others nothing is told
  const aboveOf = ({ properties: { parent } }: ZoneFeature) => byId.get(parent ?? "");
  const subdistrictOf = (zone: ZoneFeature) => {
    const above = aboveOf(zone);
    return above?.properties.kind === "subdistrict" ? above : above && aboveOf(above);
  };
  const within = WITHIN.flatMap((kind) => ofKind(kind).map((zone) => ({ zone, of: subdistrictOf(zone) })));
  const groupOf = (kind: ZoneKind, those: readonly ZoneFeature[]) => ({
    ...{ key: kind, label: t(`zoneKind.${kind}`), options: those.map(option) },
  });
  const alone = within.filter(({ of }) => of === undefined || !subdistricts.includes(of));
  return [
    ...before.map((kind) => groupOf(kind, ofKind(kind))),
    ...subdistricts.map((above) => ({
      key: above.id,
      label: nameOf(above),
      options: [
        { id: above.id, label: t("entry.pick.whole", { name: nameOf(above) }) },
        ...within.filter(({ of }) => of === above).map(({ zone }) => option(zone)),
      ],
    })),
    ...WITHIN.map((kind) =>
      groupOf(
        kind,
        alone.map(({ zone }) => zone).filter(({ properties }) => properties.kind === kind),
      ),
    ),
    ...after.map((kind) => groupOf(kind, ofKind(kind))),
  ].filter(({ options }) => options.length > 0);
}
