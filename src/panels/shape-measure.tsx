import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { MAX_AREA_VERTICES } from "../../server/contract/geometry.ts";
import { cornerCount, polygonsOf, roundShape, type Shape } from "../geometry/area-text.ts";
import { closedRing } from "../geometry/closed-ring.ts";
import { measureShape, sideLengths } from "../geometry/shape-measure.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { AppState } from "../state/app-state.ts";
import { MAX_HANDLES, removeRing, selectDrawn } from "../state/drawing.ts";
import { askAgain } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";
import { lineAlong } from "../state/street-legs.ts";
import { crossingOf, isShapeFault } from "./area-fault.ts";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";

/** Sides listed; a shape of more is no longer read side by side. */
const MAX_SIDES = 200;

/** What the shape under the pen measures, while it is drawn and when it is closed; its sides and rings. */
export function ShapeMeasure() {
  const { t } = useTranslation();
  const tool = useApp((state) => state.tool);
  const area = useApp((state) => state.area);
  const stroke = useApp((state) => state.stroke);
  const sketch = useApp((state) => state.sketch);
  const legs = useApp((state) => state.legs);
  const shape = useMemo(
    () => shapeNow({ tool, area, stroke, sketch, legs }),
    [tool, area, stroke, sketch, legs],
  );
  const crossing = useMemo(() => (shape ? crossingOf(shape) : null), [shape]);
  const corners = tool === "draw" && sketch ? sketch.corners.length : shape ? cornerCount(shape) : 0;
  if (shape === null && corners === 0) return null;
  return (
    <div className="measure">
      <p className="sketch" aria-live="polite">
        <b>{t("analyse.corners", { count: corners })}</b>
        {shape ? <Measured shape={shape} hasInside={crossing === null} /> : null}
      </p>
      {shape ? <Warnings shape={shape} crossing={crossing} /> : null}
      {tool === "edit" && shape ? (
        <p className="hint">{t(hasHandles(shape) ? "drawing.editHint" : "drawing.wholeHint")}</p>
      ) : null}
      {shape && tool !== "draw" ? <Rings shape={shape} /> : null}
      {shape ? <Sides shape={shape} /> : null}
    </div>
  );
}

type Crossing = ReturnType<typeof crossingOf>;

// what an analysis would refuse, said before it is asked; once it is refused, its refusal
function Warnings({ shape, crossing }: { readonly shape: Shape; readonly crossing: Crossing }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const corners = cornerCount(shape);
  const refusal = useApp(({ tool, sheet }) =>
    tool !== "draw" && sheet.status === "failed" && isShapeFault(sheet.failure) ? sheet.failure : null,
  );
  if (refusal !== null)
    return (
      <FailureNote failure={refusal} onRetry={askAgain}>
        <p>{t("analyse.kept")}</p>
      </FailureNote>
    );
  return (
    <>
      {crossing ? (
        <p className="refused" role="alert">
          {t("drawing.crossing", { lon: crossing[0].toFixed(6), lat: crossing[1].toFixed(6) })}
        </p>
      ) : null}
      {corners > MAX_AREA_VERTICES ? (
        <p className="refused" role="alert">
          {t("drawing.tooMany", {
            corners: numbers.number(corners),
            limit: numbers.number(MAX_AREA_VERTICES),
          })}
        </p>
      ) : null}
    </>
  );
}

const hasHandles = (shape: Shape) =>
  polygonsOf(shape)
    .flat()
    .some((ring) => ring.length - 1 <= MAX_HANDLES);

type Drawn = Pick<AppState, "tool" | "area" | "stroke" | "sketch" | "legs">;

// while drawing the ring as it would be closed here, else the drawn area
function shapeNow({ tool, area, stroke, sketch, legs }: Drawn): Shape | null {
  if (tool !== "draw") return selectDrawn({ area });
  const line = sketch?.shape === "streets" ? lineAlong(sketch.corners, legs) : (stroke?.ring ?? []);
  const ring = closedRing(line);
  // as it will be taken over, so that it measures the same then
  return ring ? roundShape({ type: "Polygon", coordinates: [ring] }) : null;
}

// where an outline crosses itself there is no inside, and so no area
function Measured({ shape, hasInside }: { readonly shape: Shape; readonly hasInside: boolean }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { areaSqm, lengthM } = useMemo(() => measureShape(shape), [shape]);
  return (
    <>
      {hasInside ? ` · ${numbers.area(areaSqm)}` : null} ·{" "}
      {t("analyse.perimeter", { length: numbers.length(lengthM) })}
    </>
  );
}

// its parts and holes, each to be taken away
function Rings({ shape }: { readonly shape: Shape }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const polygons = polygonsOf(shape);
  const rings = polygons.flatMap((polygon, part) => polygon.map((ring, number) => ({ part, number, ring })));
  if (rings.length < 2) return null;
  const nameOf = (part: number, number: number) =>
    number === 0 ? t("drawing.part", { number: part + 1 }) : t("drawing.hole", { part: part + 1, number });
  return (
    <details className="rings" open={rings.length <= 6}>
      <summary>
        {t("drawing.rings", { parts: polygons.length, holes: rings.length - polygons.length })}
      </summary>
      <ul>
        {rings.slice(0, MAX_SIDES).map(({ part, number, ring }) => (
          <li key={`${part}-${number}`}>
            <span>{nameOf(part, number)}</span>
            <span>{numbers.area(measureShape({ type: "Polygon", coordinates: [ring] }).areaSqm)}</span>
            {number === 0 && polygons.length === 1 ? (
              <span />
            ) : (
              <button
                type="button"
                className="quiet"
                aria-label={t("drawing.removeRing", { ring: nameOf(part, number) })}
                onClick={() => removeRing(part, number)}
              >
                <Icon name="trash" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Sides({ shape }: { readonly shape: Shape }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const lengths = useMemo(() => polygonsOf(shape).flat().flatMap(sideLengths), [shape]);
  if (lengths.length > MAX_SIDES) return null;
  return (
    <details className="sides">
      <summary>{t("drawing.sides", { count: lengths.length })}</summary>
      <ol>
        {lengths.map((lengthM, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a side has no name but its number
          <li key={index}>{numbers.length(lengthM)}</li>
        ))}
      </ol>
    </details>
  );
}
