import { type PointerEvent, useRef, useState } from "react";
import { setRange } from "../state/minutes.ts";
import { useApp } from "../state/store.ts";
import { barAt, CHART, rangeOfBars } from "./minutes-chart-frame.ts";

/** Drags out a range; a click on a bar takes that bar, or with it lit alone, all again. */
export function useBrush() {
  const begun = useRef<number | null>(null);
  const [isBrushing, setBrushing] = useState(false);
  const barOf = ({ currentTarget, clientX }: PointerEvent<SVGSVGElement>) => {
    const box = currentTarget.getBoundingClientRect();
    return barAt(((clientX - box.left) / box.width) * CHART.widthPx);
  };
  return {
    "data-brushing": isBrushing,
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = barOf(event);
      const { range } = useApp.getState().minutes;
      const one = rangeOfBars(at, at);
      begun.current = at;
      setBrushing(true);
      setRange(range?.from === one.from && range.to === one.to ? null : one);
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      if (begun.current === null) return;
      const at = barOf(event);
      const { range } = useApp.getState().minutes;
      const wanted = rangeOfBars(begun.current, at);
      if (at !== begun.current || range !== null) {
        if (range?.from !== wanted.from || range.to !== wanted.to) setRange(wanted);
      }
    },
    onPointerUp: () => {
      begun.current = null;
      setBrushing(false);
    },
    onPointerCancel: () => {
      begun.current = null;
      setBrushing(false);
    },
  };
}
