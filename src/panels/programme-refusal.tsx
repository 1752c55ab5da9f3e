import type { GuardResult } from "../../server/contract/programme.ts";
import type { Failure } from "../backend.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { useApp } from "../state/store.ts";
import { FormReason } from "./form-parts.tsx";

/** The refusal of what was asked under a name, where it was asked. */
export function RefusalOf({ asked }: { readonly asked: string }) {
  const refusal = useApp((state) => state.programmeRefusal);
  return refusal?.asked === asked ? <Refusal refusal={refusal} /> : null;
}

/** Why the programme did not take what was sent, in the reader's language. */
export function Refusal({ refusal }: { readonly refusal: Failure }) {
  const { t, terms, language } = useReader();
  const { details } = refusal;
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
  return (
    <div className="failure" role="alert" data-code={refusal.code}>
      <strong>{t("programme.refused")}</strong>
      {text === null ? <FormReason refusal={refusal} /> : <p>{text}</p>}
    </div>
  );
}
