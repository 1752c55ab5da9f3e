import { closeComparison } from "./comparison.ts";
import { closeView } from "./projects-view.ts";
import { clearSelection } from "./selection.ts";
import { closeReport } from "./session.ts";
import { useApp } from "./store.ts";

/** Closes what was opened last above the page: picking on the map, the report, the comparison, a card; whether there was any. */
export function closeTopmost(): boolean {
  const { tool, reportOpen, comparing, mode, selection } = useApp.getState();
  if (tool !== "none" && tool !== "draw" && tool !== "edit") useApp.setState({ tool: "none" });
  else if (reportOpen) closeReport();
  else if (comparing) closeComparison();
  else if (selection !== null) clearSelection();
  else return mode === "projects" && closeView();
  return true;
}

/** Escape closes the topmost, unless what has the focus takes it for itself; returns how to stop. */
export function followEscape(): () => void {
  const onKey = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
    if (event.key !== "Escape" || event.defaultPrevented || isTyping) return;
    if (useApp.getState().tool !== "draw" && closeTopmost()) event.preventDefault();
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}
