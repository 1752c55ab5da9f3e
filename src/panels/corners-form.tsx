import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { cornerCount, roundShape } from "../geometry/area-text.ts";
import { shapeFromLines, shapeToLines } from "../geometry/corner-lines.ts";
import { extentOf } from "../geometry/extent.ts";
import { showExtent } from "../state/appearance.ts";
import { selectDrawn } from "../state/drawing.ts";
import { setDrawnArea } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";
import { showSheet } from "./sheet-in-sight.ts";

/** More corners are not written out unasked. */
const MAX_SHOWN = 2_000;

/** Drawing without a pointer: the corners as lines of text, holes and further parts too. */
export function CornersForm() {
  const { t } = useTranslation();
  const drawn = useApp(selectDrawn);
  const now = drawn && cornerCount(drawn) <= MAX_SHOWN ? shapeToLines(drawn) : "";
  // what is typed and not yet taken stays until the area itself changes
  const [typed, setTyped] = useState<{ readonly from: string; readonly text: string } | null>(null);
  const [refused, setRefused] = useState<{ readonly refused: string; readonly line: number } | null>(null);
  const text = typed?.from === now ? typed.text : now;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = shapeFromLines(text);
    setRefused("shape" in read ? null : read);
    if (!("shape" in read)) return;
    setDrawnArea(roundShape(read.shape));
    showExtent(extentOf(read.shape));
    showSheet(true);
  };
  return (
    <details className="corners">
      <summary>{t("analyse.bySheet")}</summary>
      <form onSubmit={submit}>
        <label>
          <span>{t("drawing.cornersLabel")}</span>
          <textarea
            rows={6}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setTyped({ from: now, text: target.value })}
          />
        </label>
        {refused ? (
          <p className="refused" role="alert">
            {t(`drawing.lines.${refused.refused}`, { line: refused.line })}
          </p>
        ) : null}
        <button type="submit">{t("analyse.useCorners")}</button>
      </form>
    </details>
  );
}
