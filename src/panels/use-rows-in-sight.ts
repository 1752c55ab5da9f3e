import { type RefObject, useLayoutEffect, useState } from "react";

/** Rows drawn before and after those in sight, and by how many the drawn ones move on: few renders, no blank while scrolling. */
const SPARE = 16;
const STEP = 8;

interface Rows {
  readonly count: number;
  readonly rowPx: number;
}

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let at = element.parentElement; at !== null; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return document.documentElement;
}

/** Which rows of a long list of equal heights are near what is in sight: the first, and the one after the last. */
export function useRowsInSight(
  list: RefObject<HTMLElement | null>,
  { count, rowPx }: Rows,
): readonly [first: number, end: number] {
  const [range, setRange] = useState<readonly [number, number]>([0, 60]);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const look = () => {
      const top = element.getBoundingClientRect().top;
      const first = Math.floor(Math.max(0, -top) / rowPx / STEP) * STEP - SPARE;
      const shown = Math.ceil(innerHeight / rowPx / STEP) * STEP + STEP + 2 * SPARE;
      const [from, end] = [Math.max(0, first), first + shown];
      setRange((last) => (last[0] === from && last[1] === end ? last : [from, end]));
    };
    look();
    const scroller = scrollerOf(element);
    scroller.addEventListener("scroll", look, { passive: true });
    addEventListener("resize", look);
    return () => {
      scroller.removeEventListener("scroll", look);
      removeEventListener("resize", look);
    };
  }, [list, rowPx]);
  return [Math.min(range[0], Math.max(0, count - 1)), Math.min(count, range[1])];
}
