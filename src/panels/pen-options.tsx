import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { MAX_ISOCHRONE_MINUTES } from "../../server/contract/isochrone.ts";
import { PERSONAS } from "../../server/contract/life-circle-coverage.ts";
import { lineFromText } from "../geometry/area-text.ts";
import { circleAround } from "../geometry/circle.ts";
import { extentOf } from "../geometry/extent.ts";
import { showExtent } from "../state/appearance.ts";
import { setPen, takeShape } from "../state/drawing.ts";
import { useApp } from "../state/store.ts";
import { selectStraightLegs } from "../state/street-legs.ts";
import { drawWalkArea, drawWalkAreaAgain } from "../state/walk-area.ts";
import { FailureNote } from "./failure-note.tsx";

/** What can be set of the shape in hand; each can also be placed without a pointer. */
export function PenOptions() {
  const shape = useApp((state) => state.pen.shape);
  if (shape === "circle") return <CircleOptions />;
  if (shape === "walk") return <WalkOptions />;
  return shape === "streets" ? <StreetNote /> : null;
}

const MAX_RADIUS_M = 30_000;

function CircleOptions() {
  const { t } = useTranslation();
  const radiusM = useApp((state) => state.pen.radiusM);
  const place = (centre: readonly [number, number]) => {
    if (radiusM === null) return;
    const circle = circleAround(centre, radiusM);
    takeShape(circle);
    showExtent(extentOf(circle));
  };
  return (
    <>
      <label className="field">
        <span>{t("drawing.radius")}</span>
        <input
          type="number"
          inputMode="numeric"
          min={1}
          max={MAX_RADIUS_M}
          placeholder={t("drawing.byHand")}
          value={radiusM ?? ""}
          onChange={({ target }) => {
            const metres = target.valueAsNumber;
            setPen({ radiusM: metres >= 1 && metres <= MAX_RADIUS_M ? metres : null });
          }}
        />
        <span>{t("drawing.metres")}</span>
      </label>
      {radiusM === null ? null : (
        <PlaceForm label={t("drawing.centre")} action={t("drawing.placeCircle")} onPlace={place} />
      )}
    </>
  );
}

const MINUTES = [5, 10, 15] as const;

function WalkOptions() {
  const { t } = useTranslation();
  const walk = useApp((state) => state.pen.walk);
  const run = useApp((state) => state.walkArea);
  const set = (change: Partial<typeof walk>) => setPen({ walk: { ...walk, ...change } });
  return (
    <>
      <div className="field">
        <label className="field-part">
          <span>{t("drawing.minutes")}</span>
          <input
            type="number"
            inputMode="numeric"
            list="walk-minutes"
            min={1}
            max={MAX_ISOCHRONE_MINUTES}
            value={walk.minutes}
            onChange={({ target }) => {
              const minutes = target.valueAsNumber;
              if (minutes >= 1 && minutes <= MAX_ISOCHRONE_MINUTES) set({ minutes });
            }}
          />
        </label>
        <datalist id="walk-minutes">
          {MINUTES.map((minutes) => (
            <option key={minutes} value={minutes} />
          ))}
        </datalist>
        <select
          aria-label={t("drawing.persona")}
          value={walk.persona}
          onChange={({ target }) => {
            const persona = PERSONAS.find((name) => name === target.value);
            if (persona) set({ persona });
          }}
        >
          {PERSONAS.map((name) => (
            <option key={name} value={name}>
              {t(`persona.${name}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t("drawing.direction")}
          value={walk.direction}
          onChange={({ target }) => set({ direction: target.value === "to" ? "to" : "from" })}
        >
          <option value="from">{t("drawing.from")}</option>
          <option value="to">{t("drawing.to")}</option>
        </select>
      </div>
      <PlaceForm
        label={t("drawing.origin")}
        action={t("drawing.placeWalk")}
        onPlace={(origin) => void drawWalkArea(origin)}
      />
      {run.status === "running" ? (
        <p className="progress" role="status">
          <span />
          {t("analyse.asking")}
        </p>
      ) : null}
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={drawWalkAreaAgain} /> : null}
    </>
  );
}

interface Placing {
  readonly label: string;
  readonly action: string;
  readonly onPlace: (place: readonly [lon: number, lat: number]) => void;
}

// the same by keyboard: the place as lon,lat, at first the middle of the map
function PlaceForm({ label, action, onPlace }: Placing) {
  const { t } = useTranslation();
  const view = useApp.getState().view;
  const [text, setText] = useState(view ? `${view.lon},${view.lat}` : "");
  const [isRefused, setRefused] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const place = lineFromText(text.trim().replace(/[，\s]+/g, ","));
    setRefused(place === null);
    if (place?.[0]) onPlace(place[0]);
  };
  return (
    <form className="place-form" onSubmit={submit}>
      <label className="field">
        <span>{label}</span>
        <input type="text" value={text} autoComplete="off" onChange={({ target }) => setText(target.value)} />
        <button type="submit">{action}</button>
      </label>
      {isRefused ? (
        <p className="refused" role="alert">
          {t("drawing.badPlace")}
        </p>
      ) : null}
    </form>
  );
}

function StreetNote() {
  const { t } = useTranslation();
  const straight = useApp(selectStraightLegs);
  return straight > 0 ? <p className="hint">{t("drawing.straightLegs", { count: straight })}</p> : null;
}
