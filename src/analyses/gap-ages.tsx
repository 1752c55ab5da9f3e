import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ServiceGapResult } from "../../server/contract/service-gap.ts";
import { useNumbers } from "../locale/use-numbers.ts";

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

interface AgesProps {
  readonly byAge: readonly number[] | null;
  /** All of them, also those of unknown age. */
  readonly residents: number | null;
}

/** The young and the old among those who lack it, and how many are of unknown age. */
export function Ages({ byAge, residents }: AgesProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (byAge === null) return <p className="hint">{t("gap.agesUnknown")}</p>;
  const ofUnknownAge = (residents ?? 0) - sum(byAge);
  const parts = [
    t("gap.over65", { count: numbers.count(sum(byAge.slice(6))) }),
    t("gap.under15", { count: numbers.count(sum(byAge.slice(0, 4))) }),
    ...(ofUnknownAge < 0.5 ? [] : [t("gap.ofUnknownAge", { count: numbers.count(ofUnknownAge) })]),
  ];
  return <p className="hint">{parts.join(" · ")}</p>;
}

// age groups that follow one another, such as 65-79;80+
function agesText(ages: string, t: TFunction): string {
  const [from] = ages.split(/[-+]/);
  const to = ages.endsWith("+") ? null : ages.slice(ages.lastIndexOf("-") + 1);
  return to === null ? t("gap.agedFrom", { from }) : t("gap.agedBetween", { from, to });
}

/** How many of the ages asked about lack it, with their share; then how many of all do at their pace. */
export function OwnAges({ result }: { readonly result: ServiceGapResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { group } = result;
  if (group === null || group.lacking === null) return null;
  const { ages, all, lacking, lackingOfUnknownAge } = group;
  return (
    <>
      <b className="gap-figure">{numbers.count(lacking)}</b> {agesText(ages, t)}{" "}
      <span className="hint">
        {t("gap.ofSameAge", { share: numbers.share(all ? lacking / all : null) })}
        {(lackingOfUnknownAge ?? 0) < 0.5
          ? null
          : ` · ${t("gap.ofUnknownAge", { count: numbers.count(lackingOfUnknownAge) })}`}
      </span>
    </>
  );
}
