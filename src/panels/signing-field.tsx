import { useId } from "react";
import type { Failure } from "../backend.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FormReason } from "./form-parts.tsx";

interface SigningFieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "date" | "number";
  readonly required?: boolean;
  readonly initial?: string | number | null | undefined;
}

/** A field of a form of signing. */
export function SigningField({ name, label, type = "text", required = false, initial }: SigningFieldProps) {
  const id = useId();
  // an area may have decimals
  const range = type === "number" ? { min: 0, step: name.startsWith("area") ? "any" : 1 } : {};
  return (
    <label className="field" htmlFor={id}>
      <span>{label}</span>
      <input {...{ id, name, type, required, ...range }} defaultValue={initial ?? ""} autoComplete="off" />
    </label>
  );
}

/** Why what was typed, or asked under a name, was not taken: the rule that was broken in the reader's language, else what is known. */
export function SigningRefusal({ asked }: { readonly asked?: string }) {
  const { t } = useReader();
  const refusal = useApp((state) => state.programmeRefusal);
  const rule = useRuleText(refusal);
  if (refusal === null || refusal.asked !== asked) return null;
  return (
    <div className="failure" role="alert" data-code={refusal.code} data-path={refusal.path}>
      <strong>{t("signing.form.refused")}</strong>
      {rule === null ? <FormReason refusal={refusal} /> : <p>{rule}</p>}
    </div>
  );
}

function useRuleText(refusal: Failure | null): string | null {
  const { t, numbers, language } = useReader();
  const page = useApp((state) => answerOfRun(state.acquisitionPlot));
  const { rule, stage: code, bound, value, on } = refusal?.details ?? {};
  if (typeof rule !== "string") return null;
  const stage = page?.stages.find((each) => each.code === code);
  return t(`signing.rule.${rule}`, {
    ...{ value, on, bound: typeof bound === "number" ? numbers.number(bound, 2) : bound },
    path: t(refusal?.path?.endsWith("areaSqm") ? "signing.plot.householdsArea" : "signing.plot.households"),
    stage: stage ? nameIn(language, stage) : code,
  });
}
