import { useTranslation } from "react-i18next";
import type { RelatedFeature } from "../../server/contract/catalogue.ts";
import { nameIn } from "../locale/name-text.ts";
import { select, showSelectionOnceRead } from "../state/selection.ts";
import { useApp } from "../state/store.ts";

const TITLES: Readonly<Record<string, string>> = {
  "metro-line": "find.lines",
  "metro-entrance": "find.entrances",
  zone: "find.inZones",
};

/** What a feature belongs to or has, each with its own card: lines and entrances of a station, zones a thing lies in. */
export function RelatedFeatures({
  layer,
  related,
}: {
  readonly layer: string;
  readonly related: readonly RelatedFeature[];
}) {
  const { t } = useTranslation();
  const layers = [...new Set(related.map((each) => each.layer))];
  const station = layer === "metro-line" ? "find.stations" : "find.station";
  return layers.map((each) => (
    <section key={each} className="related" data-related={each}>
      <h3>{t(each === "metro-station" ? station : (TITLES[each] ?? `layer.${each}`))}</h3>
      <ul>
        {related
          .filter((feature) => feature.layer === each)
          .map((feature) => (
            <Related key={feature.id} feature={feature} />
          ))}
      </ul>
    </section>
  ));
}

function Related({ feature }: { readonly feature: RelatedFeature }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const { layer, id, kind } = feature;
  const name = nameIn(language, feature) ?? (kind === null ? id : `${t(`layer.${layer}`)} ${kind}`);
  const open = () => {
    showSelectionOnceRead();
    useApp.setState({ mode: "explore" });
    select({ layer, id });
  };
  return (
    <li>
      <button type="button" className="chip" onClick={open}>
        {name}
        {layer === "zone" ? <span className="chip-count">{t(`zoneKind.${kind}`)}</span> : null}
      </button>
    </li>
  );
}
