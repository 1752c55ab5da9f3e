import type { Failure } from "../backend.ts";
import { useFindingReader } from "../locale/use-finding-reader.ts";
import { openFinding } from "../state/findings.ts";
import { FormReason } from "./form-parts.tsx";

/** Why the register did not take what was sent, in the reader's language; what was typed stays. */
export function FindingRefusal({ refusal }: { readonly refusal: Failure }) {
  const { t } = useFindingReader();
  const { code, details } = refusal;
  const known = typeof details.finding === "string" ? details.finding : null;
  const names = Array.isArray(details.findings)
    ? (details.findings as { title: string }[]).map(({ title }) => title).join("、")
    : null;
  const own = (() => {
    if (known !== null) return t("findings.refusedKnown");
    if (names !== null) return t("findings.imports.refusedUndo", { names });
    if (details.missing === "proposal") return t("findings.refusedProposal");
    return details.missing === "project" ? t("findings.refusedProject") : null;
  })();
  return (
    <div className="failure" role="alert" data-code={code}>
      <strong>{t("findings.refused")}</strong>
      {own === null ? <FormReason refusal={refusal} /> : <p>{own}</p>}
      {known === null ? null : (
        <button type="button" onClick={() => openFinding({ id: known, extent: null })}>
          {t("findings.openKnown")}
        </button>
      )}
    </div>
  );
}
