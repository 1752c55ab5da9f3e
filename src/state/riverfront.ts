import { BARRIER_CLASSES } from "../../server/contract/riverfront-access.ts";
import { runAnalysis } from "../backend.ts";
import { following } from "./following.ts";
import { selectRiverfrontQuestion } from "./riverfront-question.ts";
import type { RiverfrontAnswer, RiverfrontChoice, RiverfrontQuestion } from "./riverfront-state.ts";
import { useApp } from "./store.ts";

export const openRiverfront = () => setRiverfront({ asked: true });
export const closeRiverfront = () => setRiverfront({ asked: false });

/** Changes the question. */
export function setRiverfront(change: Partial<RiverfrontChoice>): void {
  useApp.setState(({ riverfront }) => ({ riverfront: { ...riverfront, ...change } }));
}

/** Picks a segment of the answer; the same again lets it go. */
export function toggleSegment(id: string): void {
  useApp.setState(({ riverfrontSegment }) => ({ riverfrontSegment: riverfrontSegment === id ? null : id }));
}

/** Asks how the banks are reached. */
export const { follow: followRiverfront, again: riverfrontAgain } = following<
  RiverfrontQuestion,
  RiverfrontAnswer
>({
  select: selectRiverfrontQuestion,
  ask: ({ district, secondary, ...asked }, signal) => {
    // secondary roads are the one class that the service leaves out where it is told none
    const params = secondary ? { ...asked, barriers: [...BARRIER_CLASSES] } : asked;
    return runAnalysis("riverfront-access", { district, params, signal });
  },
  put: (riverfrontAccess) =>
    useApp.setState({
      riverfrontAccess,
      ...(riverfrontAccess.status === "idle" ? { riverfrontSegment: null } : {}),
    }),
});
