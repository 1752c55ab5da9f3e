import type { ProgrammePage } from "../../server/contract/programme-page.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { followPageFigure } from "../state/programme-page.ts";
import { MoneyBar } from "./money-bar.tsx";
import { PageCard } from "./page-card.tsx";
import { Figure, figureOf, figuresOf } from "./page-figure.tsx";

const STATUSES = ["received", "approved", "declared"] as const;

/** Money by type and how sure it is, what is still lacking, and what public money levers. */
export function PageMoney({ page }: { readonly page: ProgrammePage }) {
  const { t, numbers, language, terms } = useReader();
  const kinds = figuresOf(page, "type-received").flatMap(({ of }) => of ?? []);
  const amount = (code: string, of: string) => figureOf(page, code, of)?.value ?? 0;
  const rows = kinds.map((kind) => {
    const [receivedYuan, approvedYuan, declaredYuan] = STATUSES.map((status) =>
      amount(`type-${status}`, kind),
    );
    const money = { receivedYuan: receivedYuan!, approvedYuan: approvedYuan!, declaredYuan: declaredYuan! };
    return { kind, money, sum: receivedYuan! + approvedYuan! + declaredYuan! };
  });
  const most = Math.max(1, ...rows.map(({ sum }) => sum));
  return (
    <PageCard page={page} part="money">
      <div className="page-row">
        {STATUSES.map((status) => (
          <Figure key={status} figure={figureOf(page, status)} label={t(`money.statusOf.${status}`)} />
        ))}
        <Figure figure={figureOf(page, "gap")} label={t("money.gap")} />
        <Figure figure={figureOf(page, "leverage")} label={t("money.leverage")} />
      </div>
      <ul className="page-money">
        {rows.map(({ kind, money, sum }) => (
          <li key={kind}>
            <button
              type="button"
              data-code="type"
              data-of={kind}
              onClick={() => {
                const figure = figureOf(page, "type-received", kind);
                // the type as a whole, however sure
                if (figure) followPageFigure({ ...figure, list: { ...figure.list, query: { kind } } });
              }}
            >
              <span>{termName(terms, { kind: "funding-source", code: kind, language })}</span>
              <MoneyBar money={money} most={most} />
              <b>{t("money.yuan", { amount: numbers.count(sum) })}</b>
            </button>
          </li>
        ))}
      </ul>
      <div className="page-row">
        <Figure figure={figureOf(page, "unallocated")} label={t("programmePage.unallocated")} />
        <Figure figure={figureOf(page, "target")} label={t("programmePage.target")} />
      </div>
    </PageCard>
  );
}
