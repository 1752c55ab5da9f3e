import { useTranslation } from "react-i18next";
import { GAP_BUILDING, GAP_UNKNOWN, type GapClass } from "../cartography/gap-classes.ts";
import { selectIsDark } from "../state/appearance.ts";
import { useApp } from "../state/store.ts";

/** The classes of zones on the map, what is unknown, and the buildings; the buildings alone where there are no zones. */
export function GapLegend({ classes }: { readonly classes: readonly GapClass[] }) {
  const { t } = useTranslation();
  const isDark = useApp(selectIsDark);
  const tone = (of: { readonly light: string; readonly dark: string }) => (isDark ? of.dark : of.light);
  return (
    <div className="gap-legend">
      {classes.length === 0 ? null : <p>{t("gap.legend")}</p>}
      <ul>
        {classes.map((each) => (
          <li key={each.label}>
            <i style={{ background: tone(each) }} />
            {each.label}
          </li>
        ))}
        {classes.length === 0 ? null : (
          <li>
            <i style={{ background: tone(GAP_UNKNOWN) }} />
            {t("gap.legendUnknown")}
          </li>
        )}
        <li>
          <i className="gap-house" style={{ background: tone(GAP_BUILDING) }} />
          {t("gap.legendBuilding")}
        </li>
      </ul>
    </div>
  );
}
