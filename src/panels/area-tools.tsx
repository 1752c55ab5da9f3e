import "../look/draw.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import {
  discardSketch,
  finishShape,
  redo,
  resumeSketch,
  selectDrawn,
  setPen,
  startEditing,
  startShape,
  undo,
} from "../state/drawing.ts";
import { DRAW_SHAPES, type DrawShape } from "../state/drawing-state.ts";
import { clearArea, stopDrawing } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";
import { CornersForm } from "./corners-form.tsx";
import { followKeys } from "./drawing-keys.ts";
import { Icon, type IconName } from "./icon.tsx";
import { ImportButton } from "./import-button.tsx";
import { PenOptions } from "./pen-options.tsx";
import { ShapeMeasure } from "./shape-measure.tsx";
import { ShareAddress } from "./share-address.tsx";
import { ZonePicker } from "./zone-picker.tsx";

const ICONS: Record<DrawShape, IconName> = {
  polygon: "polygon",
  rectangle: "rectangle",
  circle: "circle",
  freehand: "freehand",
  streets: "streets",
  walk: "walk",
};

/** Everything an area is drawn and changed with: shapes, what a shape does to the area, its measures. */
export function AreaTools() {
  const { t } = useTranslation();
  const tool = useApp((state) => state.tool);
  useEffect(followKeys, []);
  return (
    <section className="tools" aria-label={t("drawing.title")}>
      <h2 className="sr-only">{t("drawing.title")}</h2>
      <ShapeBar />
      <EditBar />
      {tool === "draw" ? <Drawing /> : <LeftSketch />}
      <Trouble />
      <ShapeMeasure />
      {tool === "draw" ? null : <ZonePicker />}
      <CornersForm />
    </section>
  );
}

function ShapeBar() {
  const { t } = useTranslation();
  const shape = useApp((state) => (state.tool === "draw" ? state.pen.shape : null));
  return (
    <div className="shape-bar" role="toolbar" aria-label={t("drawing.shapes")}>
      {DRAW_SHAPES.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={shape === name}
          title={t(`drawing.hint.${name}`)}
          onClick={() => (shape === name ? stopDrawing() : startShape(name))}
        >
          <Icon name={ICONS[name]} />
          <span>{t(`drawing.shape.${name}`)}</span>
        </button>
      ))}
    </div>
  );
}

function EditBar() {
  const { t } = useTranslation();
  const isEditing = useApp((state) => state.tool === "edit");
  const isDrawn = useApp((state) => selectDrawn(state) !== null);
  const isAsked = useApp((state) => state.area !== null);
  const snaps = useApp((state) => state.pen.snaps);
  const canUndo = useApp(
    ({ areaHistory, tool, sketch }) => areaHistory.past.length > 0 || (tool === "draw" && sketch !== null),
  );
  const canRedo = useApp(
    ({ areaHistory, stroke }) => areaHistory.future.length > 0 || stroke?.canRedo === true,
  );
  return (
    <div className="edit-bar">
      <span className="button-pair">
        <button type="button" disabled={!canUndo} title="Ctrl+Z" onClick={undo}>
          <Icon name="undo" />
          {t("drawing.undo")}
        </button>
        <button type="button" disabled={!canRedo} title="Ctrl+Shift+Z" onClick={redo}>
          <Icon name="redo" />
          {t("drawing.redo")}
        </button>
      </span>
      <button
        type="button"
        aria-pressed={snaps}
        title={t("drawing.snapHint")}
        onClick={() => setPen({ snaps: !snaps })}
      >
        <Icon name="magnet" />
        {t("drawing.snap")}
      </button>
      <ImportButton />
      {isDrawn ? (
        <button type="button" aria-pressed={isEditing} onClick={isEditing ? stopDrawing : startEditing}>
          <Icon name="corners" />
          {t("drawing.edit")}
        </button>
      ) : null}
      {isAsked ? (
        <button type="button" onClick={clearArea}>
          <Icon name="trash" />
          {t("action.remove")}
        </button>
      ) : null}
      {isAsked ? <ShareAddress /> : null}
    </div>
  );
}

// what is being drawn: a hint, the choices of the shape, and how to end
function Drawing() {
  const { t } = useTranslation();
  const shape = useApp((state) => state.pen.shape);
  const corners = useApp((state) => state.sketch?.corners.length ?? 0);
  const isCornered = shape === "polygon" || shape === "streets";
  const isUnderFinger = matchMedia("(pointer: coarse)").matches;
  return (
    <div className="pen-card">
      <p className="hint">{t(`drawing.${isUnderFinger ? "touchHint" : "hint"}.${shape}`)}</p>
      <Combine />
      <PenOptions />
      <p className="actions">
        {isCornered ? (
          <button type="button" className="primary" disabled={corners < 3} onClick={finishShape}>
            {t("drawing.finish")}
          </button>
        ) : null}
        <button type="button" onClick={stopDrawing}>
          {t(isCornered && corners > 0 ? "drawing.pause" : "action.cancel")}
        </button>
      </p>
    </div>
  );
}

const COMBINE = ["replace", "add", "cut"] as const;

function Combine() {
  const { t } = useTranslation();
  const isDrawn = useApp((state) => selectDrawn(state) !== null);
  const combine = useApp((state) => state.pen.combine);
  if (!isDrawn) return null;
  return (
    <fieldset className="combine">
      <legend className="sr-only">{t("drawing.combine")}</legend>
      {COMBINE.map((name) => (
        <label key={name}>
          <input
            type="radio"
            name="combine"
            checked={combine === name}
            onChange={() => setPen({ combine: name })}
          />
          <span>{t(`drawing.${name}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function LeftSketch() {
  const { t } = useTranslation();
  const sketch = useApp((state) => state.sketch);
  if (sketch === null) return null;
  return (
    <div className="pen-card">
      <p>{t("drawing.left", { count: sketch.corners.length })}</p>
      <p className="actions">
        <button type="button" className="primary" onClick={() => resumeSketch(sketch)}>
          {t("drawing.resume")}
        </button>
        <button type="button" onClick={discardSketch}>
          {t("drawing.discard")}
        </button>
      </p>
    </div>
  );
}

function Trouble() {
  const { t } = useTranslation();
  const trouble = useApp((state) => state.penTrouble);
  return trouble ? (
    <p className="refused" role="alert">
      {t(`drawing.trouble.${trouble}`)}
    </p>
  ) : null;
}
