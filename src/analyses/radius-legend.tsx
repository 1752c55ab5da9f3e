import { useTranslation } from "react-i18next";
import type { RadiusFigure } from "../../server/contract/radius-coverage.ts";
import { RADIUS_COVER, RADIUS_NOT_COUNTED, RADIUS_PAPER } from "../cartography/radius-colours.ts";
import { selectIsDark } from "../state/appearance.ts";
import { useApp } from "../state/store.ts";

/** The cover, the places it is drawn round, and the buildings covered on paper only. */
export function RadiusLegend({ figure }: { readonly figure: RadiusFigure }) {
  const { t } = useTranslation();
  const isDark = useApp(selectIsDark);
  const tone = (of: { readonly light: string; readonly dark: string }) => (isDark ? of.dark : of.light);
  const { counted, notCounted, sizeUnknown } = figure.places;
  return (
    <ul className="radius-legend">
      <li>
        <i className="radius-cover" style={{ color: tone(RADIUS_COVER) }} />
        {t("radius.legend.cover")}
      </li>
      <li>
        <i className="radius-dot" style={{ background: tone(RADIUS_COVER) }} />
        {t("radius.legend.counted", { count: counted })}
      </li>
      {notCounted + sizeUnknown > 0 ? (
        <li>
          <i className="radius-dot hollow" style={{ color: tone(RADIUS_NOT_COUNTED) }} />
          {t("radius.legend.notCounted", { count: notCounted + sizeUnknown })}
        </li>
      ) : null}
      <li>
        <i className="radius-house" style={{ background: tone(RADIUS_PAPER) }} />
        {t("radius.legend.paper")}
      </li>
    </ul>
  );
}
