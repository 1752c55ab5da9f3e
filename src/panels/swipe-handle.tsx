import "../look/swipe.css";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { nameIn } from "../locale/name-text.ts";
import { timeText } from "../locale/time-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { selectFirstSide } from "../state/colouring.ts";
import type { WalkSide } from "../state/colouring-state.ts";
import { setSplit } from "../state/minutes.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { Icon } from "./icon.tsx";

const STEP = 0.02;
const KEYS: Readonly<Record<string, (split: number) => number>> = {
  ArrowLeft: (split) => split - STEP,
  ArrowRight: (split) => split + STEP,
  PageDown: (split) => split - 5 * STEP,
  PageUp: (split) => split + 5 * STEP,
  Home: () => 0,
  End: () => 1,
};

// the style sheet cuts the map where this says; while dragged it alone moves, and the state follows at the end
const cutAt = (share: number) => document.documentElement.style.setProperty("--split", String(share));

/** The line between the two maps, to be dragged or moved by the arrow keys, with what is on either side of it. */
export function SwipeHandle() {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const split = useApp((state) => state.minutes.split);
  const frame = useRef<HTMLElement>(null);
  const dragged = useRef<number | null>(null);
  useEffect(() => cutAt(split), [split]);
  const onMove = ({ clientX }: PointerEvent) => {
    if (dragged.current === null || !frame.current) return;
    const { left, width } = frame.current.getBoundingClientRect();
    dragged.current = Math.min(1, Math.max(0, (clientX - left) / width));
    cutAt(dragged.current);
  };
  const onEnd = () => {
    if (dragged.current !== null) setSplit(dragged.current);
    dragged.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = KEYS[event.key];
    if (!move) return;
    event.preventDefault();
    setSplit(move(split));
  };
  return (
    <section className="swipe" ref={frame} aria-label={t("minutesView.compare")}>
      <Waiting />
      <SideLabels />
      <div
        className="swipe-handle"
        role="slider"
        tabIndex={0}
        aria-label={t("minutesView.handle")}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(split * 100)}
        aria-valuetext={t("minutesView.handleValue", { share: numbers.share(split) })}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          dragged.current = split;
        }}
        onPointerMove={onMove}
        onPointerUp={onEnd}
        onPointerCancel={onEnd}
        onKeyDown={onKeyDown}
      >
        <span aria-hidden="true">
          <Icon name="swipe" />
        </span>
      </div>
    </section>
  );
}

// over the other side until it stands finished: a half of it would be read as the answer
function Waiting() {
  const { t } = useTranslation();
  const isWaiting = useApp(({ mapDrawn, besideDrawn, reachBeside }) => {
    return mapDrawn && (!besideDrawn || reachBeside.status === "running");
  });
  return isWaiting ? (
    <p className="swipe-waiting" role="status">
      {t("app.loading")}
    </p>
  ) : null;
}

// what differs between the sides, and no more
function SideLabels() {
  const first = useApp((state) => JSON.stringify(selectFirstSide(state)));
  const beside = useApp((state) => state.minutes.beside);
  const one = JSON.parse(first) as WalkSide | null;
  if (one === null || beside === null) return null;
  return (
    <>
      <SideLabel side={one} other={beside} name="first" />
      <SideLabel side={beside} other={one} name="beside" />
    </>
  );
}

interface SideLabelProps {
  readonly side: WalkSide;
  readonly other: WalkSide;
  readonly name: "first" | "beside";
}

function SideLabel({ side, other, name }: SideLabelProps) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  const category = categories.find(({ code }) => code === side.category);
  const parts = [
    side.category === other.category ? null : ((category && nameIn(language, category)) ?? side.category),
    side.persona === other.persona ? null : t(`persona.${side.persona}`),
    side.direction === other.direction ? null : t(`minutesView.directions.${side.direction}`),
    side.at === other.at ? null : timeText(side.at, t),
    side.flat === other.flat ? null : t(`minutesView.maps.${side.flat ? "flat" : "real"}`),
  ].filter((part) => part !== null);
  return (
    <p className="swipe-label" data-side={name}>
      <small>{t(`minutesView.${name}`)}</small> {parts.join(" · ")}
    </p>
  );
}
