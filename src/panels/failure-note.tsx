import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../backend.ts";
import { useApp } from "../state/store.ts";

// what a reader can do is known by its kind; the sentence of the service tells no more
const HINTS: Readonly<Record<string, string>> = {
  offline: "find.wait.offlineHint",
  busy: "find.wait.busyHint",
  "rate-limited": "find.wait.busyHint",
};

/**
 * Why something was not answered, beside the thing: what kind in the reader's language, then the server's sentence. Tried
 * again by itself when the connection is back, and after the time that a busy service names.
 */
export function FailureNote({
  failure,
  onRetry,
  children,
}: {
  readonly failure: Failure;
  readonly onRetry: () => unknown;
  readonly children?: React.ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div className="failure" role="alert" data-code={failure.code}>
      <strong>{t(`error.${failure.code}`, { defaultValue: failure.code })}</strong>
      <Reason failure={failure} />
      {children}
      <button type="button" onClick={() => void onRetry()}>
        {t("action.retry")}
      </button>
      <ByItself failure={failure} onRetry={onRetry} />
    </div>
  );
}

// in the reader's language where the page knows the reason, else in the words of the service
function Reason({ failure: { code, place, message } }: { readonly failure: Failure }) {
  const { t } = useTranslation();
  const hint = HINTS[code];
  if (hint !== undefined) return <p>{t(hint)}</p>;
  if (code !== "invalid-geometry" || place === null) return <p lang="en">{message}</p>;
  const [lon, lat] = place.map((degrees) => degrees.toFixed(5));
  return <p>{t("drawing.crossing", { lon, lat })}</p>;
}

function ByItself({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => unknown }) {
  const { t } = useTranslation();
  const online = useApp((state) => state.online);
  const [wasOnline] = useState(online);
  const [left, setLeft] = useState(failure.retryAfterS);
  const isBack = failure.code === "offline" && online && !wasOnline;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each way of asking again is a new function, and one is enough
  useEffect(() => {
    if (isBack || left === 0) void onRetry();
    if (left === null || left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, isBack]);
  return left === null || left === 0 ? null : (
    // spoken once, with the note, and not every second
    <p className="hint" aria-live="off">
      {t("find.wait.again", { seconds: left })}
    </p>
  );
}
