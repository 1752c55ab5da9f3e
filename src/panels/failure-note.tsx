import { useTranslation } from "react-i18next";
import type { Failure } from "../backend.ts";

/** Why something was not answered, beside the thing: what kind in the reader's language, then the server's sentence. */
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
      <p lang="en">{failure.message}</p>
      {children}
      <button type="button" onClick={() => void onRetry()}>
        {t("action.retry")}
      </button>
    </div>
  );
}
