export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** What a person can switch on and off; land, water and streets are always there. */
export const LAYER_GROUPS = [
  "relief",
  "terrain",
  "buildings",
  "green",
  "land-use",
  "walking",
  "walkways",
  "metro",
  "facilities",
  "projects",
  "structure",
  "renewal-districts",
  "boundaries",
  "riverfront",
  "basemap",
] as const;
export type LayerGroup = (typeof LAYER_GROUPS)[number];

/** How the page looks, and which layers are on. */
export interface AppearanceState {
  readonly language: Language;
  readonly theme: Theme;
  readonly systemDark: boolean;
  /** Whether names on the map stand in both languages, the reader's first. */
  readonly bothNames: boolean;
  /** Groups that are not as they come: shown by default and hidden here, or the other way round. */
  readonly switchedGroups: readonly LayerGroup[];
}

export const APPEARANCE_START: AppearanceState = {
  language: "zh-CN",
  theme: "system",
  systemDark: false,
  bothNames: false,
  switchedGroups: [],
};
