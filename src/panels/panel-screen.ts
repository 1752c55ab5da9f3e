import { type FocusEvent, type RefObject, type UIEvent, useEffect, useRef } from "react";
import type { AppState } from "../state/app-state.ts";
import { isPoolView } from "../state/projects-view.ts";

/** Which of its screens the panel shows, as a name. */
export function selectScreen({ reportOpen, comparing, mode, projectsView, selection }: AppState): string {
  if (reportOpen) return "report";
  if (comparing) return "comparison";
  if (mode === "projects" && selection === null && !isPoolView(projectsView))
    return `projects/${projectsView}`;
  return selection === null ? mode : `${mode}/${selection.layer}/${selection.id}`;
}

/** Where a reader was on a screen: how far down, in pixels, and on which of its controls; -1 = on none. */
interface Place {
  readonly scrollTop: number;
  readonly control: number;
}

const TOP: Place = { scrollTop: 0, control: -1 };

const controlsOf = (body: HTMLElement) => [
  ...body.querySelectorAll<HTMLElement>("a, button, input, select, summary"),
];

/** Opens each screen of the panel at its head, comes back to one where it was left, and never loses the focus. */
export function usePlaceOnScreen(screen: string, body: RefObject<HTMLElement | null>) {
  const places = useRef(new Map<string, Place>());
  const shown = useRef(screen);
  const keep = (change: Partial<Place>) =>
    places.current.set(screen, { ...TOP, ...places.current.get(screen), ...change });
  useEffect(() => {
    if (shown.current === screen || body.current === null) return;
    shown.current = screen;
    const { scrollTop, control } = places.current.get(screen) ?? TOP;
    body.current.scrollTop = scrollTop;
    // what had the focus went with the screen before, or is hidden until the next one has loaded
    const { activeElement } = document;
    if (activeElement !== document.body && activeElement?.checkVisibility()) return;
    const target = controlsOf(body.current)[control] ?? body.current.parentElement;
    target?.focus({ preventScroll: true });
  }, [screen, body]);
  return {
    onScroll: ({ currentTarget }: UIEvent<HTMLElement>) => keep({ scrollTop: currentTarget.scrollTop }),
    onFocus: ({ currentTarget, target }: FocusEvent<HTMLElement>) =>
      keep({ control: controlsOf(currentTarget).indexOf(target) }),
  };
}
