import { useRef } from "react";
import { useTranslation } from "react-i18next";

/** How high the sheet stands at the foot of a narrow screen, lowest first. */
export const HEIGHTS = ["low", "half", "full"] as const;
export type Height = (typeof HEIGHTS)[number];

/** Shorter than this, in pixels, a stroke of the finger is a tap. */
const TAP_PX = 24;

/** Grip of the sheet: pulled up or down it goes a step that way, pressed it goes to the next height. */
export function PanelHandle({
  height,
  onHeight,
}: {
  readonly height: Height;
  readonly onHeight: (height: Height) => void;
}) {
  const { t } = useTranslation();
  const startY = useRef<number | null>(null);
  const wasPulled = useRef(false);
  const at = HEIGHTS.indexOf(height);
  const isFull = height === "full";
  return (
    <button
      type="button"
      className="panel-handle"
      aria-expanded={isFull}
      aria-label={isFull ? t("app.sheetDown") : t("app.sheetUp")}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        startY.current = event.clientY;
        wasPulled.current = false;
      }}
      onPointerUp={({ clientY }) => {
        const downPx = clientY - (startY.current ?? clientY);
        wasPulled.current = Math.abs(downPx) >= TAP_PX;
        if (wasPulled.current) onHeight(HEIGHTS[at - Math.sign(downPx)] ?? height);
      }}
      onClick={() => {
        // a pull ends in a click as well
        if (!wasPulled.current) onHeight(HEIGHTS[(at + 1) % HEIGHTS.length] ?? height);
        wasPulled.current = false;
      }}
    />
  );
}
