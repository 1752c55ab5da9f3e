import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listedKey, listFinding } from "../state/finding-page.ts";
import { openFinding } from "../state/findings.ts";
import type { HealthAnswer } from "../state/health-state.ts";
import { useApp } from "../state/store.ts";

interface ListFindingProps {
  readonly answer: HealthAnswer;
  /** Code of the indicator. */
  readonly indicator: string;
  /** Id of a zone the answer names; null = the area asked about. */
  readonly zone: string | null;
  /** What it is about, for who does not see the row it stands in. */
  readonly about: string;
}

/** One press that makes what a health check names a finding of the register, and the way to it. */
export function ListFinding({ answer, indicator, zone, about }: ListFindingProps) {
  const { t } = useTranslation();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const came = useApp((state) => state.listedFindings[listedKey(answer, indicator, zone)]);
  const [isSending, setSending] = useState(false);
  if (!canWrite) return null;
  if (came?.id) {
    const { id } = came;
    return (
      <span className="listed" role="status">
        {t(came.code === null ? "findings.listed" : "findings.listedKnown")}{" "}
        <button type="button" className="quiet" onClick={() => openFinding({ id, extent: null })}>
          {t("findings.openListed")}
        </button>
      </span>
    );
  }
  const press = async () => {
    setSending(true);
    await listFinding(answer, indicator, zone);
    setSending(false);
  };
  return (
    <span className="listed">
      <button
        type="button"
        className="quiet list-finding"
        disabled={isSending}
        aria-label={`${t("findings.listIt")}：${about}`}
        onClick={() => void press()}
      >
        {t(isSending ? "findings.listing" : "findings.listIt")}
      </button>
      {came === undefined ? null : (
        <em role="alert">
          {t(`findings.notListed.${came.code}`, { defaultValue: t("findings.notListed.other") })}
        </em>
      )}
    </span>
  );
}
