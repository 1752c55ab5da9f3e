import { redo, undo } from "../state/drawing.ts";
import { stopDrawing } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";

/** Undo, redo and Escape by keyboard while the panel is open; returns how to stop. */
export function followKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    const isCommand = event.ctrlKey || event.metaKey;
    if (key === "escape" && useApp.getState().tool === "draw") stopDrawing();
    else if (isCommand && (key === "y" || (key === "z" && event.shiftKey))) redo();
    else if (isCommand && key === "z") undo();
    else return;
    event.preventDefault();
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}

// what is typed into a field has an undo of its own
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("textarea, select, input:not([type=radio])");
}
