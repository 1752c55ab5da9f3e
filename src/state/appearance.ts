import type { Extent } from "../../server/contract/geometry.ts";
import type { AppState, Mode } from "./app-state.ts";
import type { Language, LayerGroup, Theme } from "./appearance-state.ts";
import type { View } from "./map-state.ts";
import { useApp } from "./store.ts";

export const setMode = (mode: Mode) =>
  useApp.setState({ mode, tool: "none", stroke: null, comparing: false });
export const setLanguage = (language: Language) => useApp.setState({ language });
export const setTheme = (theme: Theme) => useApp.setState({ theme });
export const setSystemDark = (systemDark: boolean) => useApp.setState({ systemDark });
export const setView = (view: View, viewExtent: Extent) => useApp.setState({ view, viewExtent });
export const setBothNames = (bothNames: boolean) => useApp.setState({ bothNames });
export const setMapDrawn = () => useApp.setState({ mapDrawn: true });
export const setMapless = () => useApp.setState({ mapless: true });

/** Asks the map to show an extent: west, south, east, north in degrees. */
export function showExtent(extent: Extent): void {
  useApp.setState(({ goTo }) => ({ goTo: { extent, count: (goTo?.count ?? 0) + 1 } }));
}

// not shown until asked for: they would lie over everything else
const HIDDEN_AT_FIRST: readonly LayerGroup[] = [
  "terrain",
  "land-use",
  "projects",
  "structure",
  "renewal-districts",
  "riverfront",
  "basemap",
];

export function toggleGroup(group: LayerGroup): void {
  useApp.setState(({ switchedGroups }) => ({
    switchedGroups: switchedGroups.includes(group)
      ? switchedGroups.filter((each) => each !== group)
      : [...switchedGroups, group],
  }));
}

export function isGroupShown(state: Pick<AppState, "switchedGroups">, group: LayerGroup): boolean {
  return state.switchedGroups.includes(group) === HIDDEN_AT_FIRST.includes(group);
}

export function selectIsDark(state: AppState): boolean {
  return state.theme === "system" ? state.systemDark : state.theme === "dark";
}
