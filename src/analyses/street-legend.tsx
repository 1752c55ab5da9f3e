import { useTranslation } from "react-i18next";
import { BLOCK_OPACITY, BLOCK_SIZES, END_TONES, WALK_TONES } from "../cartography/street-classes.ts";
import { selectIsDark } from "../state/appearance.ts";
import { useApp } from "../state/store.ts";

type Tone = { readonly light: string; readonly dark: string };

function useTone() {
  const isDark = useApp(selectIsDark);
  return (tone: Tone) => (isDark ? tone.dark : tone.light);
}

function Ends() {
  const { t } = useTranslation();
  const tone = useTone();
  return (
    <>
      <li>
        <i className="street-dot" style={{ background: tone(END_TONES.candidate) }} />
        {t("street.legend.candidate")}
      </li>
      <li>
        <i className="street-dot street-open" style={{ borderColor: tone(END_TONES.end) }} />
        {t("street.legend.end")}
      </li>
    </>
  );
}

/** Blocks by size and ends, as the map draws them; the ranks of roads stand in their table. */
export function RoadLegend() {
  const { t } = useTranslation();
  const tone = useTone();
  return (
    <div className="street-legend">
      <p>{t("street.legend.blocks")}</p>
      <ul>
        {BLOCK_SIZES.map((size) => (
          <li key={size.fromHa}>
            <i style={{ background: tone(size), opacity: BLOCK_OPACITY }} />
            {size.upToHa === null ? `> ${size.fromHa}` : `≤ ${size.upToHa}`}
          </li>
        ))}
        <Ends />
      </ul>
    </div>
  );
}

/** Who can pass what of the walking network, and its ends. */
export function WalkLegend() {
  const { t } = useTranslation();
  const tone = useTone();
  return (
    <div className="street-legend">
      <ul>
        {(Object.keys(WALK_TONES) as (keyof typeof WALK_TONES)[]).map((each) => (
          <li key={each}>
            <i className="street-line" style={{ background: tone(WALK_TONES[each]) }} />
            {t(`street.legend.${each}`)}
          </li>
        ))}
        <Ends />
      </ul>
      <p>{t("street.legend.zoom")}</p>
    </div>
  );
}
