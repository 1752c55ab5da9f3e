import { useReader } from "../locale/use-reader.ts";
import { amountOf, SUREST_FIRST } from "./money-text.ts";

interface MoneyBarProps {
  readonly money: {
    readonly declaredYuan: number;
    readonly approvedYuan: number;
    readonly receivedYuan: number;
  };
  /** The amount a full bar stands for, yuan. */
  readonly most: number;
}

/** Money by how sure it is, as a bar: received, approved, declared. */
export function MoneyBar({ money, most }: MoneyBarProps) {
  const { t, numbers } = useReader();
  const [received, approved, declared] = SUREST_FIRST.map((status) => numbers.count(amountOf(money, status)));
  return (
    <span className="money-bar" role="img" aria-label={t("money.bar", { received, approved, declared })}>
      {SUREST_FIRST.map((status) => (
        <i
          key={status}
          data-status={status}
          style={{ width: `${(amountOf(money, status) / most) * 100}%` }}
        />
      ))}
    </span>
  );
}
