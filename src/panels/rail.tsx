import { useTranslation } from "react-i18next";
import { MODES, type Mode } from "../state/app-state.ts";
import { setLanguage, setMode, setTheme } from "../state/appearance.ts";
import { LANGUAGES, THEMES } from "../state/appearance-state.ts";
import { useApp } from "../state/store.ts";
import { Icon, type IconName } from "./icon.tsx";

const MODE_ICONS: Record<Mode, IconName> = {
  projects: "pin",
  explore: "compass",
  analyse: "polygon",
};
const THEME_ICONS = { system: "half", light: "sun", dark: "moon" } as const;

/** What one can do here, and how the page looks. */
export function Rail() {
  const { t } = useTranslation();
  const mode = useApp((state) => state.mode);
  const theme = useApp((state) => state.theme);
  const language = useApp((state) => state.language);
  const next = <Name extends string>(names: readonly Name[], name: Name) =>
    names[(names.indexOf(name) + 1) % names.length] as Name;
  return (
    <nav className="rail" aria-label={t("app.name")}>
      {MODES.map((each) => (
        <button key={each} type="button" aria-pressed={each === mode} onClick={() => setMode(each)}>
          <Icon name={MODE_ICONS[each]} />
          <span>{t(`mode.${each}`)}</span>
        </button>
      ))}
      <span className="rail-gap" />
      <button
        type="button"
        className="rail-small"
        title={`${t("action.theme")}: ${t(`theme.${theme}`)}`}
        aria-label={`${t("action.theme")}: ${t(`theme.${theme}`)}`}
        onClick={() => setTheme(next(THEMES, theme))}
      >
        <Icon name={THEME_ICONS[theme]} />
      </button>
      <button
        type="button"
        className="rail-small"
        lang={language === "en" ? "zh-CN" : "en"}
        onClick={() => setLanguage(next(LANGUAGES, language))}
      >
        <span>{t("action.language")}</span>
      </button>
    </nav>
  );
}
