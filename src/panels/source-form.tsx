import { FUNDING_STATUSES, type Funding, type FundingBody } from "../../server/contract/funding.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { addSource, changeSource } from "../state/money.ts";
import { DraftForm } from "./draft-form.tsx";
import { MoneyField, YuanField } from "./money-field.tsx";
import { MoneyRefusal } from "./money-refusal.tsx";
import { textOf, yuanOf } from "./money-text.ts";

const JURISDICTIONS = ["区级", "市级", "国家"] as const;

/** What the draft of a source is kept under. */
export const sourceDraft = (source: string) => `source ${source}`;

interface SourceFormProps {
  /** What is changed; null = a new one. */
  readonly source: Funding | null;
  readonly onClose: () => void;
}

/** Takes down a source of money or changes one; what is typed stays where it is refused. */
export function SourceForm({ source, onClose }: SourceFormProps) {
  const { t, terms, language } = useReader();
  const send = (form: FormData) => {
    const told = {
      kind: textOf(form, "kind"),
      giverZh: textOf(form, "giver"),
      amountYuan: yuanOf(form, "amount"),
      status: textOf(form, "status") as FundingBody["status"],
      dated: textOf(form, "dated"),
      basis: textOf(form, "basis"),
      jurisdiction: textOf(form, "jurisdiction") as FundingBody["jurisdiction"],
    };
    return source === null
      ? addSource({ ...told, giverEn: null, level: "public" })
      : changeSource(source.id, { ...told, reason: textOf(form, "reason") });
  };
  const select = (
    name: string,
    label: "kind" | "statusLabel" | "jurisdiction",
    options: [string, string][],
  ) => (
    <label className="field">
      <span>{t(`money.${label}`)}</span>
      <select name={name} defaultValue={initialOf(source, name)} required>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const kinds = terms.filter(({ kind }) => kind === "funding-source");
  return (
    <DraftForm
      className="evidence-form money-form"
      draft={sourceDraft(source?.id ?? "new")}
      onSend={send}
      onClose={onClose}
      save={t("money.save")}
      Refusal={MoneyRefusal}
    >
      <MoneyField name="giver" label="giver" required initial={source?.giverZh} />
      {select(
        "kind",
        "kind",
        kinds.map((term) => [term.code, nameIn(language, term) ?? term.code]),
      )}
      <YuanField name="amount" yuan={source?.amountYuan} />
      {select(
        "status",
        "statusLabel",
        FUNDING_STATUSES.map((status) => [status, t(`money.status.${status}`)]),
      )}
      {select(
        "jurisdiction",
        "jurisdiction",
        JURISDICTIONS.map((each) => [each, each]),
      )}
      <MoneyField name="dated" label="dated" type="date" required initial={source?.dated} />
      <MoneyField name="basis" label="basis" required initial={source?.basis} />
      {source === null ? null : <MoneyField name="reason" label="reason" required />}
    </DraftForm>
  );
}

const initialOf = (source: Funding | null, name: string) =>
  source === null
    ? name === "status"
      ? "declared"
      : undefined
    : source[name as "kind" | "status" | "jurisdiction"];
