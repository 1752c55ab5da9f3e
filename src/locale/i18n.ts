import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../state/app-state.ts";
import { useApp } from "../state/store.ts";
import { setSpoken } from "./name-text.ts";
import { zhCn } from "./zh-cn.ts";

const NAME_EN = "Renewal Atlas";

/** Starts the catalogues in the language of the store and follows it; the document says its language. */
export async function startLocale(): Promise<void> {
  const { language } = useApp.getState();
  await i18next.use(initReactI18next).init({
    lng: "zh-CN",
    // every catalogue holds every key, which its type and a test see to
    fallbackLng: false,
    resources: { "zh-CN": { translation: zhCn } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await speak(language);
  useApp.subscribe((state, before) => {
    if (state.language !== before.language) void speak(state.language);
  });
}

async function speak(language: Language): Promise<void> {
  // Chinese comes with the page, English when asked for
  if (language === "en" && !i18next.hasResourceBundle("en", "translation")) {
    const [{ en }, { spokenName }] = await Promise.all([import("./en.ts"), import("./spoken-name.ts")]);
    setSpoken(spokenName);
    i18next.addResourceBundle("en", "translation", en);
  }
  // whoever switches back meanwhile is not overtaken
  if (useApp.getState().language !== language) return;
  document.documentElement.lang = language;
  const { name } = zhCn.app;
  document.title = language === "en" ? `${NAME_EN} · ${name}` : `${name} · ${NAME_EN}`;
  await i18next.changeLanguage(language);
}
