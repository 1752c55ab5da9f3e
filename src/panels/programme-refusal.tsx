import type { GuardResult } from "../../server/contract/programme.ts";
import type { Failure } from "../backend.ts";
import { failureReason } from "../locale/failure-reason.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { useApp } from "../state/store.ts";

/** The refusal of what was asked under a name, where it was asked. */
export function RefusalOf({ asked }: { readonly asked: string }) {
  const refusal = useApp((state) => state.programmeRefusal);
  return refusal?.asked === asked ? <Refusal refusal={refusal} /> : null;
}

/** Why the programme did not take what was sent, in the reader's language. */
export function Refusal({ refusal }: { readonly refusal: Failure }) {
  const { t, terms, language, numbers } = useReader();
  const { details } = refusal;
  const told = failureReason(refusal, t, numbers);
  const guards = details.guards as readonly GuardResult[] | undefined;
  const text = (() => {
    if (guards) {
      const names = guards.map(({ nameZh, nameEn }) => (language === "en" ? nameEn : nameZh));
      return t("programme.refusedGuards", { names: names.join(language === "en" ? "; " : "；") });
    }
    if (typeof details.missing === "string") {
      const step = termName(terms, { kind: "evidence", code: details.missing, language });
      return t("programme.refusedMissing", { step });
    }
    if (refusal.path === "reason" || refusal.path === "override") return t("programme.refusedReason");
    return refusal.code === "conflict" ? t("programme.refusedStage") : null;
  })();
  const own = text === null ? told.own : null;
  return (
    <div className="failure" role="alert" data-code={refusal.code}>
      <strong>{t("programme.refused")}</strong>
      <p>{text ?? told.text}</p>
      {own === null ? null : <p lang="en">{own}</p>}
    </div>
  );
}
