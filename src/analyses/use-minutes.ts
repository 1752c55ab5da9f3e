import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { selectFirstSide } from "../state/colouring.ts";
import type { WalkSide } from "../state/colouring-state.ts";
import {
  compareMinutes,
  foldMinutes,
  type MinutesChange,
  type MinutesHistogram,
  type Weights,
  weightsOf,
} from "../state/minutes-histogram.ts";
import { selectInside } from "../state/minutes-inside.ts";
import { answerOfRun, useApp } from "../state/store.ts";

/** Who walks where on the first side; null while there are no facilities. */
export const useFirstSide = (): WalkSide | null => useApp(useShallow(selectFirstSide));

/** The tier of the life circle that changes are told of, minutes. */
export const TOLD_MINUTES = 15;

/** How long those in the scope walk. */
export interface Minutes {
  readonly by: Weights["by"];
  readonly first: MinutesHistogram;
  readonly beside: MinutesHistogram | null;
  readonly change: MinutesChange | null;
}

/** Folds the walks of the scope; null while they are on their way. */
export function useMinutes(): Minutes | null {
  const buildings = useApp((state) => answerOfRun(state.buildings));
  const isInside = useApp(selectInside);
  const seconds = useApp((state) => answerOfRun(state.reach));
  const other = useApp((state) => state.minutes.beside && answerOfRun(state.reachBeside));
  const weights = useMemo(() => buildings && weightsOf(buildings), [buildings]);
  return useMemo(() => {
    if (!weights || !isInside || !seconds) return null;
    const folded = { seconds, weights, isInside };
    return {
      by: weights.by,
      first: foldMinutes(folded),
      beside: other && foldMinutes({ ...folded, seconds: other }),
      change: other && compareMinutes(folded, other, TOLD_MINUTES),
    };
  }, [weights, isInside, seconds, other]);
}
