import { useTranslation } from "react-i18next";
import { useNumbers } from "../locale/use-numbers.ts";

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** The young and the old among those who lack it. */
export function Ages({ byAge }: { readonly byAge: readonly number[] | null }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (byAge === null) return <p className="hint">{t("gap.agesUnknown")}</p>;
  return (
    <p className="hint">
      {t("gap.over65", { count: numbers.count(sum(byAge.slice(6))) })} ·{" "}
      {t("gap.under15", { count: numbers.count(sum(byAge.slice(0, 4))) })}
    </p>
  );
}
