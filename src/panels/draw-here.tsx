import "../look/draw.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { drawBeside, stopDrawingBeside } from "../state/draw-beside.ts";
import { finishShape, selectDrawn } from "../state/drawing.ts";
import { useApp } from "../state/store.ts";
import { followKeys } from "./drawing-keys.ts";
import { Icon } from "./icon.tsx";

/** Draws an area on the map for what is open beside it, a filter or a form, which stays as it is meanwhile. */
export function DrawHere({ onStart }: { readonly onStart?: () => void }) {
  const { t } = useTranslation();
  const isDrawing = useApp((state) => state.tool === "draw");
  const hasDrawn = useApp((state) => selectDrawn(state) !== null);
  const trouble = useApp((state) => state.penTrouble);
  // what it stands in is left: nothing waits for a shape any more
  useEffect(
    () => () => {
      if (useApp.getState().tool === "draw") stopDrawingBeside();
    },
    [],
  );
  if (isDrawing) return <Pen />;
  return (
    <div className="draw-here">
      {hasDrawn ? <span className="hint">{t("entry.place.hasDrawn")}</span> : null}
      <button
        type="button"
        onClick={() => {
          onStart?.();
          drawBeside();
        }}
      >
        <Icon name="polygon" />
        {t(hasDrawn ? "entry.place.drawAnew" : "entry.place.draw")}
      </button>
      {trouble === null ? null : (
        <p className="hint" role="alert">
          {t(`drawing.trouble.${trouble}`)}
        </p>
      )}
    </div>
  );
}

function Pen() {
  const { t } = useTranslation();
  const corners = useApp((state) => state.sketch?.corners.length ?? 0);
  const isUnderFinger = matchMedia("(pointer: coarse)").matches;
  useEffect(followKeys, []);
  return (
    <div className="draw-here">
      <p className="hint" role="status">
        {t(`drawing.${isUnderFinger ? "touchHint" : "hint"}.polygon`)}
      </p>
      <button type="button" className="primary" disabled={corners < 3} onClick={finishShape}>
        {t("drawing.finish")}
      </button>
      <button type="button" onClick={stopDrawingBeside}>
        {t("action.cancel")}
      </button>
    </div>
  );
}
