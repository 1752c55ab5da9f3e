import { useTranslation } from "react-i18next";

/** What is seldom changed, folded away under what it is now, so that the answer stands in the first screen. */
export function FinerChoices({
  chosen,
  children,
}: {
  readonly chosen: readonly string[];
  readonly children: React.ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <details className="finer">
      <summary>
        {t("questions.finer")}
        <small>{chosen.join(" · ")}</small>
      </summary>
      {children}
    </details>
  );
}
