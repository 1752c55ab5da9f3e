import { useTranslation } from "react-i18next";
import type { Indicator } from "../../server/contract/indicator-values.ts";
import { nameIn } from "../locale/name-text.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";

const everyOne = () => true;

/** The indicators of the latest edition as options, by dimension. */
export function IndicatorOptions({ of = everyOne }: { readonly of?: (indicator: Indicator) => boolean }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const indicators = useApp((state) => state.indicators);
  const latest = indicators.filter((each) => each.edition === indicators[0]?.edition && of(each));
  return [...new Set(latest.map(({ dimension }) => dimension))].map((dimension) => (
    <optgroup key={dimension} label={t(`health.dimension.${dimension}`)}>
      {latest
        .filter((each) => each.dimension === dimension)
        .map((each) => (
          <option key={each.code} value={each.code}>
            {each.code} {nameIn(language, each)}
          </option>
        ))}
    </optgroup>
  ));
}

/** The zones of some kinds as options. */
export function ZoneOptions({ kinds }: { readonly kinds: readonly string[] }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const zones = useApp(selectCatalogue)?.zones ?? [];
  return kinds.map((kind) => {
    const those = zones.filter(({ properties }) => properties.kind === kind);
    return those.length === 0 ? null : (
      <optgroup key={kind} label={t(`zoneKind.${kind}`)}>
        {those.map(({ id, properties }) => (
          <option key={id} value={id}>
            {nameIn(language, properties)}
          </option>
        ))}
      </optgroup>
    );
  });
}
