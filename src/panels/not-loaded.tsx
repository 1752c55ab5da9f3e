import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../state/store.ts";

/**
 * What did not load, or could not be drawn, said in its place; tried again by itself when the connection is back. The page
 * is loaded anew only where trying again did not help and the reader says so: what is typed elsewhere would be lost.
 */
export function NotLoaded({ tries, onRetry }: { readonly tries: number; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const online = useApp((state) => state.online);
  const [wasOnline] = useState(online);
  const isBack = online && !wasOnline;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each way of asking again is a new function, and one is enough
  useEffect(() => {
    if (isBack) onRetry();
  }, [isBack]);
  const isStuck = online && tries > 0;
  const hint = isStuck ? "app.notLoadedStuck" : online ? "app.notLoadedHint" : "app.notLoadedOffline";
  return (
    <div className="failure" role="alert" data-code="not-loaded">
      <strong>{t("app.notLoaded")}</strong>
      <p>{t(hint)}</p>
      <button type="button" onClick={onRetry}>
        {t("action.retry")}
      </button>
      {isStuck ? (
        <button type="button" onClick={() => location.reload()}>
          {t("app.reload")}
        </button>
      ) : null}
    </div>
  );
}
