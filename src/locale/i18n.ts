import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { useApp } from "../state/store.ts";
import { en } from "./en.ts";
import { zhCn } from "./zh-cn.ts";

/** Starts the catalogues in the language of the store and follows it; the document says its language. */
export async function startLocale(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: useApp.getState().language,
    fallbackLng: "en",
    resources: { "zh-CN": { translation: zhCn }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const follow = (language: string) => {
    document.documentElement.lang = language;
    document.title =
      language === "en" ? `${en.app.name} · ${zhCn.app.name}` : `${zhCn.app.name} · ${en.app.name}`;
  };
  follow(useApp.getState().language);
  useApp.subscribe((state, before) => {
    if (state.language === before.language) return;
    follow(state.language);
    void i18next.changeLanguage(state.language);
  });
}
