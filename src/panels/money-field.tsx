import { useReader } from "../locale/use-reader.ts";
import { typed } from "./money-text.ts";

type Label = "amount" | "basis" | "dated" | "giver" | "reason" | "total" | "own" | "year" | "name";

interface MoneyFieldProps {
  readonly name: string;
  readonly label: Label;
  readonly type?: "text" | "date" | "number";
  readonly required?: boolean;
  readonly initial?: string | number | null | undefined;
  readonly min?: number;
}

/** A field of a form about money. */
export function MoneyField({
  name,
  label,
  type = "text",
  required = false,
  initial,
  min = 0,
}: MoneyFieldProps) {
  const { t } = useReader();
  const number = type === "number" ? { min, step: "any" } : {};
  return (
    <label className="field">
      <span>{t(`money.${label}`)}</span>
      <input {...{ name, type, required, ...number }} defaultValue={initial ?? ""} autoComplete="off" />
    </label>
  );
}

/** An amount, typed in 10,000 yuan. */
export function YuanField({
  name,
  yuan,
  label,
  required = false,
}: {
  readonly name: string;
  readonly yuan: number | null | undefined;
  /** What it is an amount of; without it the amount itself. */
  readonly label?: Label;
  readonly required?: boolean;
}) {
  const { t } = useReader();
  const said = label === undefined ? t("money.amount") : `${t(`money.${label}`)} · ${t("money.amount")}`;
  return (
    <label className="field">
      <span>{said}</span>
      <input
        {...{ name, required }}
        type="number"
        min={0}
        step={0.0001}
        defaultValue={typed(yuan)}
        autoComplete="off"
      />
    </label>
  );
}
