import { useTranslation } from "react-i18next";
import { minutes } from "../cartography/colourings/minutes.ts";
import { selectIsDark } from "../state/appearance.ts";
import { useApp } from "../state/store.ts";

/** The classes of the banks on the map, and the mark of a way down. */
export function RiverfrontLegend() {
  const { t } = useTranslation();
  const isDark = useApp(selectIsDark);
  const { classes, unknown } = minutes;
  return (
    <div className="gap-legend riverfront-legend">
      <p>{t("riverfront.legend")}</p>
      <ul>
        {classes.map((each) => (
          <li key={each.label}>
            <i style={{ background: isDark ? each.dark : each.light }} />
            {each.label}
          </li>
        ))}
        <li>
          <i style={{ background: isDark ? unknown.dark : unknown.light }} />
          {t("riverfront.legendUnknown")}
        </li>
        <li>
          <i className="riverfront-access-mark" />
          {t("riverfront.legendAccess")}
        </li>
      </ul>
    </div>
  );
}
