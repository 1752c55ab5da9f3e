import type { IncomeKind, IncomeLine, YearsToBalance } from "../contract/project-money.ts";

interface Given {
  readonly ownYuan: number | null;
  readonly lines: readonly IncomeLine[];
  readonly kinds: readonly IncomeKind[];
}

const untold = (reason: YearsToBalance["reason"], more: Partial<YearsToBalance> = {}): YearsToBalance => ({
  ...{ reason, years: null, year: null, kind: null, leftYuan: null, cumulated: [] },
  ...more,
});

/**
 * In how many years the income of a project less its running cost brings back its own investment. Every kind of line that the
 * project has in any year must have an amount in each year up to the one it balances in, and one of them must be a cost: what is
 * not told is not taken for zero, and nothing is guessed beyond the last year told. Balanced at equality.
 */
export function yearsToBalance({ ownYuan, lines, kinds }: Given): YearsToBalance {
  if (ownYuan === null) return untold("own-investment-unknown");
  if (ownYuan === 0) return untold("no-own-investment");
  if (lines.length === 0) return untold("no-lines");
  const costs = new Set(kinds.filter(({ cost }) => cost).map(({ code }) => code));
  const used = [...new Set(lines.map(({ kind }) => kind))];
  if (!used.some((kind) => costs.has(kind))) return untold("no-cost-line");
  const amounts = new Map(lines.map((line) => [`${line.year} ${line.kind}`, line.amountYuan]));
  const years = lines.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const cumulated: { year: number; yuan: number }[] = [];
  let yuan = 0;
  for (let year = first; year <= last; year++) {
    const told = used.map((kind) => ({ kind, amount: amounts.get(`${year} ${kind}`) ?? null }));
    const missing = told.find(({ amount }) => amount === null);
    if (missing) return untold("line-missing", { year, kind: missing.kind, cumulated });
    yuan += told.reduce((sum, { kind, amount }) => sum + (costs.has(kind) ? -amount! : amount!), 0);
    cumulated.push({ year, yuan });
    if (yuan >= ownYuan) return untold("balanced", { years: year - first + 1, year, leftYuan: 0, cumulated });
  }
  return untold("not-within", { year: last, leftYuan: ownYuan - yuan, cumulated });
}
