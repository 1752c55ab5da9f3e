import { type Failure, failureOf, wasAborted } from "../backend.ts";
import type { AppState, Run } from "./app-state.ts";
import { useApp } from "./store.ts";

/** One question of the state: who reads it, who answers it, and where its run is put. */
interface Followed<Question, Result> {
  readonly select: (state: AppState) => Question | null;
  readonly ask: (question: Question, signal: AbortSignal) => Promise<Result>;
  readonly put: (run: Run<Question, Result>) => void;
  /** The last answer, where it may stay in sight while this question is asked; else it must not be read as this one's. */
  readonly staleFor?: (question: Question) => Result | null;
}

/** A question that is asked by itself. */
interface Following {
  /** Asks whenever the question changes, at once and from now on; returns how to stop. */
  follow(): () => void;
  /** Asks the present question again, after a failure. */
  again(): Promise<void>;
}

/** Follows a question: a new one takes the place of the old, whose answer is no longer waited for. */
export function following<Question, Result>(followed: Followed<Question, Result>): Following {
  const { select, put, staleFor = () => null } = followed;
  let asking: AbortController | null = null;
  const ask = async (question: Question | null): Promise<void> => {
    asking?.abort();
    if (question === null) return put({ status: "idle" });
    asking = new AbortController();
    const { signal } = asking;
    put({ status: "running", params: question, stale: staleFor(question) });
    try {
      const result = await followed.ask(question, signal);
      if (!signal.aborted) put({ status: "done", params: question, result });
    } catch (error) {
      if (wasAborted(error) || signal.aborted) return;
      const failure: Failure = failureOf(error);
      put({ status: "failed", params: question, failure });
    }
  };
  const follow = () => {
    let asked = "null";
    const look = (state: AppState) => {
      const question = select(state);
      const text = JSON.stringify(question);
      if (text === asked) return;
      asked = text;
      void ask(question);
    };
    look(useApp.getState());
    const stop = useApp.subscribe(look);
    return () => {
      stop();
      if (asked !== "null") void ask(null);
    };
  };
  return { follow, again: () => ask(select(useApp.getState())) };
}
