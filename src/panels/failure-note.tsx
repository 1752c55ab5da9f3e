import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Failure, mayPass } from "../backend.ts";
import { failureReason } from "../locale/failure-reason.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { useApp } from "../state/store.ts";

/**
 * Why something was not answered, beside the thing: what kind and what to do, in the reader's language. Where it may
 * pass it can be tried again, and is by itself when the connection is back, and after the time that a busy service names.
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
      {mayPass(failure) ? (
        <button type="button" onClick={() => void onRetry()}>
          {t("action.retry")}
        </button>
      ) : null}
      <ByItself failure={failure} onRetry={onRetry} />
    </div>
  );
}

// in the reader's language, then in the words of the service where those say more
function Reason({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslation();
  const { text, own } = failureReason(failure, t, useNumbers());
  return (
    <>
      {text === null ? null : <p>{text}</p>}
      {own === null ? null : (
        <p lang="en" className={text === null ? undefined : "hint"}>
          {own}
        </p>
      )}
    </>
  );
}

function ByItself({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => unknown }) {
  const { t } = useTranslation();
  const online = useApp((state) => state.online);
  const [wasOnline] = useState(online);
  const [left, setLeft] = useState(failure.retryAfterS);
  // what failed without a connection may be shown only when it is back
  const isBack = failure.code === "offline" && online && (!wasOnline || failure.details.lost === true);
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
