import { useCallback, useEffect, useRef, useState } from "react";
import { type Failure, failureOf } from "../backend.ts";

/** Something a part of the page asks for itself; what was answered to the same question before stays in sight. */
interface Asked<Result> {
  readonly result: Result | null;
  readonly failure: Failure | null;
  /** Asks again. */
  readonly again: () => Promise<void>;
  /** Puts a newer answer in its place, as a write gives it. */
  readonly put: (result: Result) => void;
}

/** Asks whenever the key changes; null = there is nothing to ask. */
export function useAsked<Result>(key: string | null, ask: () => Promise<Result>): Asked<Result> {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly result: Result } | null>(null);
  const [failed, setFailed] = useState<{ readonly key: string; readonly failure: Failure } | null>(null);
  const latest = useRef(key);
  latest.current = key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is asked
  const again = useCallback(async () => {
    if (key === null) return;
    try {
      const result = await ask();
      // an answer that was overtaken must not take the place of a newer one
      if (latest.current !== key) return;
      setAnswer({ key, result });
      setFailed(null);
    } catch (error) {
      if (latest.current === key) setFailed({ key, failure: failureOf(error) });
    }
  }, [key]);
  useEffect(() => void again(), [again]);
  return {
    result: answer?.key === key ? answer.result : null,
    failure: failed?.key === key ? failed.failure : null,
    again,
    put: (result) => key !== null && setAnswer({ key, result }),
  };
}
