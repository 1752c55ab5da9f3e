import { selectIsDark } from "./appearance.ts";
import { useApp } from "./store.ts";

/** Keeps the theme of the document with the store, and the store with the system. */
export function followTheme(system: MediaQueryList, onSystem: (dark: boolean) => void): void {
  const write = () => {
    document.documentElement.dataset.theme = selectIsDark(useApp.getState()) ? "dark" : "light";
  };
  useApp.subscribe(write);
  system.addEventListener("change", ({ matches }) => onSystem(matches));
  onSystem(system.matches);
  write();
}
