import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Longer than a reader expects to wait for a card. */
const SLOW_MS = 6_000;

/** Where an answer will stand: lines in its place, and a word where it takes longer than usual. */
export function Skeleton({ lines = 4 }: { readonly lines?: number }) {
  const { t } = useTranslation();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{t("app.loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <i key={line} aria-hidden="true" />
      ))}
      {isSlow ? <p className="hint">{t("find.wait.slow")}</p> : null}
    </div>
  );
}
