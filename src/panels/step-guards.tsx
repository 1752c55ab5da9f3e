import type { GuardResult } from "../../server/contract/programme.ts";
import { type Reader, reasonText } from "../locale/guard-text.ts";
import { useReader } from "../locale/use-reader.ts";

const STATUSES = [
  "passed",
  "not-applicable",
  "unknown",
  "blocked",
] as const satisfies readonly GuardResult["status"][];

/** The guards of a step as they were judged when it was made; what was not met, not told or not asked is named with its reason. */
export function StepGuards({ guards }: { readonly guards: readonly GuardResult[] }) {
  const reader = useReader();
  const { t, language } = reader;
  if (guards.length === 0) return null;
  const counts = countsText(guards, reader);
  const told = guards.filter(({ status }) => status !== "passed");
  // readers of what is public are told the verdicts only
  const isHidden = told.length > 0 && told.every(({ reasons }) => reasons.length === 0);
  return (
    <details className="step-guards">
      <summary>{t("programme.judgedThen", { counts })}</summary>
      <ul>
        {told.map(({ guard, status, nameZh, nameEn, reasons }) => (
          <li key={guard} data-status={status}>
            <b>{language === "en" ? nameEn : nameZh}</b> {t(`programme.status.${status}`)}
            {reasons.length === 0 ? null : (
              <small>
                {reasons.map((reason) => reasonText(reason, reader)).join(language === "en" ? "; " : "；")}
              </small>
            )}
          </li>
        ))}
      </ul>
      {isHidden ? <p className="hint">{t("programme.judgedHidden")}</p> : null}
    </details>
  );
}

/** How many guards were judged how, in one phrase. */
export function countsText(
  guards: readonly GuardResult[],
  { t, language }: Pick<Reader, "t" | "language">,
): string {
  return STATUSES.flatMap((status) => {
    const count = guards.filter((guard) => guard.status === status).length;
    return count === 0
      ? []
      : [t("programme.judgedCount", { status: t(`programme.status.${status}`), count })];
  }).join(language === "en" ? ", " : "，");
}
