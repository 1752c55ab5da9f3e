import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { AppState } from "../state/app-state.ts";
import type { Language } from "../state/appearance-state.ts";
import { useApp } from "../state/store.ts";
import { untilLoaded } from "../state/until-loaded.ts";
import { firstTextZhCn } from "./first-text-zh-cn.ts";
import { setSpoken } from "./name-text.ts";
import { together } from "./number-text.ts";

const NAME_EN = "Renewal Atlas";

const TOGETHER = { type: "postProcessor", name: "together", process: together } as const;

// the catalogue of a language as a whole; of Chinese, what the first screen says is there from the start
const CATALOGUES = {
  "zh-CN": async () => (await import("./zh-cn.ts")).zhCn,
  en: async () => {
    const [{ en }, { spokenName }] = await Promise.all([import("./en.ts"), import("./spoken-name.ts")]);
    setSpoken(spokenName);
    return en;
  },
} as const;

/** Starts the catalogues in the language of the store and follows it; the document says its language. */
export async function startLocale(): Promise<void> {
  const whole = new Set<Language>();
  await i18next
    .use(TOGETHER)
    .use(initReactI18next)
    .init({
      postProcess: TOGETHER.name,
      lng: "zh-CN",
      // every catalogue holds every key, which its type and a test see to
      fallbackLng: false,
      resources: { "zh-CN": { translation: firstTextZhCn } },
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { bindI18nStore: "added" },
      // a text that is still on its way is left open, and its key never shown
      parseMissingKeyHandler: (key, text) => text ?? (whole.has(i18next.language as Language) ? key : ""),
    });
  const speak = async (language: Language) => {
    const isEnough = language === "zh-CN" && isFirstScreen(useApp.getState());
    if (!isEnough && !whole.has(language)) {
      const catalogue = await untilLoaded(CATALOGUES[language]);
      whole.add(language);
      i18next.addResourceBundle(language, "translation", catalogue, true, true);
    }
    // whoever switches back meanwhile is not overtaken
    if (useApp.getState().language !== language) return;
    document.documentElement.lang = language;
    const { name } = firstTextZhCn.app;
    document.title = language === "en" ? `${NAME_EN} · ${name}` : `${name} · ${NAME_EN}`;
    await i18next.changeLanguage(language);
  };
  // followed before the first is read, which takes a while: a link may ask for another meanwhile
  useApp.subscribe((state, before) => {
    if (state.language !== before.language || isFirstScreen(state) !== isFirstScreen(before))
      void speak(state.language);
  });
  await speak(useApp.getState().language);
}

// the list of zones beside a map that is not yet drawn: until more is opened, these few texts are all that is said
function isFirstScreen({
  district,
  searchText,
  mapDrawn,
  mapless,
  mode,
  selection,
  reportOpen,
  comparing,
  dropped,
  start,
  catalogue,
}: AppState): boolean {
  // a service without a district says how one is brought in
  if (start.status === "done" && district === null) return false;
  const isCalm = start.status !== "failed" && catalogue.status !== "failed" && dropped.status === "none";
  return (
    isCalm &&
    searchText === "" &&
    !mapDrawn &&
    !mapless &&
    mode === "explore" &&
    selection === null &&
    !reportOpen &&
    !comparing
  );
}
