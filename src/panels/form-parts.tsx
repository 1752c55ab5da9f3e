import type { Failure } from "../backend.ts";
import { failureReason } from "../locale/failure-reason.ts";
import { useReader } from "../locale/use-reader.ts";
import { useNamedRefusal } from "./refused-field.ts";

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
  if (refusal === null) return null;
  return (
    <div className="failure" role="alert" data-code={refusal.code}>
      <strong>{title}</strong>
      <FormReason refusal={refusal} />
    </div>
  );
}

const UNHEARD: Readonly<Record<string, string>> = {
  ...{ offline: "entry.unheard.offline", busy: "entry.unheard.busy", "rate-limited": "entry.unheard.busy" },
};

/** The reason in the reader's language, of the field as its form calls it; below it what only the service can say. */
export function FormReason({
  refusal,
  field: known = null,
}: {
  readonly refusal: Failure;
  /** What the field is called where no form around has it. */
  readonly field?: string | null;
}) {
  const { t, numbers } = useReader();
  const named = useNamedRefusal(refusal);
  const unheard = UNHEARD[refusal.code];
  const field = named.field ?? known;
  const { text, own } = failureReason(named.told, t, numbers);
  // a form is not sent again by itself
  if (unheard !== undefined) return <p>{t(unheard)}</p>;
  const isBound = own === null && text !== null;
  const isNamed = field === null || text?.includes(`“${field}”`);
  const said = isNamed
    ? text
    : isBound
      ? t("entry.wrongBound", { field, text })
      : t("entry.wrongField", { field });
  return (
    <>
      {text === null && field === null ? null : <p>{said}</p>}
      {own === null ? null : <p lang="en">{own}</p>}
    </>
  );
}

/** Why the programme did not take what was sent. */
export function ProgrammeRefusal({ refusal }: { readonly refusal: Failure | null }) {
  const { t } = useReader();
  return <FormRefusal refusal={refusal} title={t("programme.refused")} />;
}
