import { useMemo } from "react";
import { MAX_AREA_VERTICES } from "../../server/contract/geometry.ts";
import type { Failure } from "../backend.ts";
import { cornerCount, polygonsOf, type Shape } from "../geometry/area-text.ts";
import type { Ring } from "../geometry/position.ts";
import { ringCrossing } from "../geometry/ring-crossing.ts";
import { selectDrawn } from "../state/drawing.ts";
import { useApp } from "../state/store.ts";

const SHAPE_FAULTS: ReadonlySet<string> = new Set(["invalid-geometry", "too-many-vertices"]);

/** Whether a question was refused for the outline of its area and not for itself. */
export const isShapeFault = (failure: Failure): boolean => SHAPE_FAULTS.has(failure.code);

/** Where an outline crosses itself. */
export const crossingOf = (shape: Shape) => ringCrossing(polygonsOf(shape).flat() as unknown as Ring[]);

/** Whether a failure is told at the area, where it can be mended, and so by no question beside it. */
export function useToldAtArea(failure: Failure | null): boolean {
  const shape = useApp((state) => selectDrawn(state));
  const isSheetRefused = useApp(({ sheet }) => sheet.status === "failed" && isShapeFault(sheet.failure));
  const isOfShape = failure !== null && isShapeFault(failure);
  const isSeen = useMemo(
    () =>
      isOfShape && shape !== null && (cornerCount(shape) > MAX_AREA_VERTICES || crossingOf(shape) !== null),
    [isOfShape, shape],
  );
  return isOfShape && (isSheetRefused || isSeen);
}
