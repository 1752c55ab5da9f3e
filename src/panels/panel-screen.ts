import { type FocusEvent, type RefObject, type UIEvent, useEffect, useRef } from "react";
import type { AppState } from "../state/app-state.ts";
import { isPoolView } from "../state/projects-view.ts";
import { useApp } from "../state/store.ts";

const selectNear = ({ projectChoice: { near } }: AppState) => near && `${near.lon},${near.lat}`;

/** Which of its screens the panel shows, as a name. */
export function selectScreen({ reportOpen, comparing, mode, projectsView, selection }: AppState): string {
  if (reportOpen) return "report";
  if (comparing) return "comparison";
  if (mode === "projects" && selection === null && !isPoolView(projectsView))
    return `projects/${projectsView}`;
  return selection === null ? mode : `${mode}/${selection.layer}/${selection.id}`;
}

/** Where a reader was on a screen: how far down, in pixels, and on which of its controls, by what it is and its number; -1 = on none. */
interface Place {
  readonly scrollTop: number;
  readonly control: number;
  readonly identity: string | null;
}

const TOP: Place = { scrollTop: 0, control: -1, identity: null };
/** So long a control may come later than its screen. */
const LATE_MS = 2_000;

const controlsOf = (body: HTMLElement) => [
  ...body.querySelectorAll<HTMLElement>("a, button, input, select, summary"),
];

// what a control leads to, else what it says: parts of a screen come one by one, and move those below them
function identityOf(control: HTMLElement): string {
  const { project, place } = control.dataset;
  const means = project ?? place ?? control.getAttribute("href") ?? control.getAttribute("aria-label");
  return [control.tagName, control.className, means ?? control.textContent].join("/");
}

// on the panel itself stands who was on nothing in it; else what had the focus went with the screen before, or is hidden until the next one has loaded
function hasFocus(panel: Element | null): boolean {
  const { activeElement } = document;
  return (
    activeElement !== document.body && activeElement !== panel && activeElement?.checkVisibility() === true
  );
}

/** Gives the focus to the control one was on, as soon as it is there; where it went away, to the one in its place. Returns how to stop. */
function focusAgain(body: HTMLElement, { control, identity }: Place): () => void {
  const panel = body.parentElement;
  const find = () => controlsOf(body).find((each) => identityOf(each) === identity);
  const focus = (target: HTMLElement | null | undefined) => target?.focus({ preventScroll: true });
  const now = identity === null ? undefined : find();
  focus(now ?? panel);
  if (now || identity === null) return () => undefined;
  const watch = new MutationObserver(() => {
    const come = hasFocus(panel) ? null : find();
    if (come === undefined) return;
    focus(come);
    stop();
  });
  const late = setTimeout(() => {
    if (!hasFocus(panel)) focus(controlsOf(body)[control]);
    stop();
  }, LATE_MS);
  const stop = () => {
    watch.disconnect();
    clearTimeout(late);
  };
  watch.observe(body, { childList: true, subtree: true });
  return stop;
}

/** Opens each screen of the panel at its head, comes back to one where it was left, and never loses the focus. */
export function usePlaceOnScreen(screen: string, body: RefObject<HTMLElement | null>) {
  const places = useRef(new Map<string, Place>());
  const shown = useRef(screen);
  const keep = (change: Partial<Place>) =>
    places.current.set(screen, { ...TOP, ...places.current.get(screen), ...change });
  const near = useApp(selectNear);
  const nearShown = useRef(near);
  useEffect(() => {
    if (body.current === null) return;
    // what lies near another place is another list, read from its head
    if (nearShown.current !== near) {
      places.current.delete("projects");
      if (near !== null) body.current.scrollTop = 0;
    }
    nearShown.current = near;
    if (shown.current === screen) return;
    shown.current = screen;
    const place = places.current.get(screen) ?? TOP;
    body.current.scrollTop = place.scrollTop;
    return hasFocus(body.current.parentElement) ? undefined : focusAgain(body.current, place);
  }, [screen, near, body]);
  return {
    onScroll: ({ currentTarget }: UIEvent<HTMLElement>) => keep({ scrollTop: currentTarget.scrollTop }),
    onFocus: ({ currentTarget, target }: FocusEvent<HTMLElement>) =>
      keep({ control: controlsOf(currentTarget).indexOf(target), identity: identityOf(target) }),
  };
}
