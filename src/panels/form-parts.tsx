import type { Failure } from "../backend.ts";
import { failureReason } from "../locale/failure-reason.ts";
import { useReader } from "../locale/use-reader.ts";

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "date" | "number";
  readonly required?: boolean;
  readonly hint?: string;
}

/** A labelled field of a form that is read as a whole when it is sent. */
export function FormField({ name, label, type = "text", required = false, hint }: FieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input {...{ name, type, required }} placeholder={hint} autoComplete="off" maxLength={1000} />
    </label>
  );
}

/** Why what was sent was not taken; what was typed stays beside it. */
export function FormRefusal({
  refusal,
  title,
}: {
  readonly refusal: Failure | null;
  readonly title: string;
}) {
  const { t, numbers } = useReader();
  if (refusal === null) return null;
  const { text, own } = failureReason(refusal, t, numbers);
  return (
    <div className="failure" role="alert" data-code={refusal.code}>
      <strong>{title}</strong>
      {text === null ? null : <p>{text}</p>}
      {own === null ? null : <p lang="en">{own}</p>}
    </div>
  );
}

/** Why the programme did not take what was sent. */
export function ProgrammeRefusal({ refusal }: { readonly refusal: Failure | null }) {
  const { t } = useReader();
  return <FormRefusal refusal={refusal} title={t("programme.refused")} />;
}
