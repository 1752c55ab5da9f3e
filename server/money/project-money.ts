import { offsetOfCursor } from "../catalogue/cursor.ts";
import { filterValues, requireSoundArea } from "../catalogue/projects.ts";
import type { Scope, Writing } from "../catalogue/scope.ts";
import type { HeldStatus } from "../contract/funding.ts";
import type {
  IncomeBody,
  InvestmentBody,
  MoneyFilters,
  ProjectMoney,
  ProjectMoneyList,
  ProjectPayment,
} from "../contract/project-money.ts";
import type { ProjectFilters } from "../contract/projects.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { invalidParameter, notFound } from "../errors.ts";
import { atMost } from "../expected.ts";
import { yearsToBalance } from "./years-to-balance.ts";

const readSql = loadSql("./project-money.sql", import.meta.url);
const listSql = loadSql("./project-money-list.sql", import.meta.url);
const investSql = loadSql("./save-investment.sql", import.meta.url);
const incomeSql = loadSql("./save-income.sql", import.meta.url);
const kindSql = "SELECT FROM income_kind WHERE code = $1";

type Page = { readonly limit: number; readonly cursor?: string | undefined };
type Row = Pick<ProjectMoney, "payments" | "investment" | "packages" | "income" | "incomeKinds">;

const sumOf = (payments: readonly ProjectPayment[]) =>
  payments.reduce((sum, { amountYuan }) => sum + amountYuan, 0);
const ratio = (of: readonly ProjectPayment[]) => {
  const fiscalYuan = sumOf(of.filter(({ fiscal }) => fiscal));
  return fiscalYuan === 0 ? null : (sumOf(of) - fiscalYuan) / fiscalYuan;
};

/** The money of one project, each yuan once: payments, packages, gap, leverage, income and years to balance; throws not-found. */
export async function readProjectMoney(
  database: Database,
  { districtId, levels }: Scope,
  project: string,
): Promise<ProjectMoney> {
  const { rows } = await database.query<Row>(readSql, [districtId, levels, project]);
  const [row] = rows;
  if (!row) throw notFound("project of that id");
  const { payments, investment, income, incomeKinds } = row;
  const of = (status: HeldStatus) => sumOf(payments.filter((each) => each.status === status));
  const allocatedYuan = sumOf(payments);
  const fiscalYuan = sumOf(payments.filter(({ fiscal }) => fiscal));
  const totalYuan = investment?.totalYuan ?? null;
  return {
    project,
    ...row,
    ...{ allocatedYuan, fiscalYuan, otherYuan: allocatedYuan - fiscalYuan },
    ...{ declaredYuan: of("declared"), approvedYuan: of("approved"), receivedYuan: of("received") },
    leverage: ratio(payments),
    leverageSecured: ratio(payments.filter(({ status }) => status !== "declared")),
    gapYuan: totalYuan === null ? null : totalYuan - allocatedYuan,
    balance: yearsToBalance({ ownYuan: investment?.ownYuan ?? null, lines: income, kinds: incomeKinds }),
  };
}

/** The money of the projects that pass the filters, with sums and types; the published targets stand beside and in no sum. */
export async function listProjectMoney(
  database: Database,
  { districtId, levels }: Scope,
  { limit, cursor, kind, status, ...filters }: ProjectFilters & MoneyFilters & Page,
): Promise<ProjectMoneyList> {
  const offset = offsetOfCursor(cursor);
  await requireSoundArea(database, filters.area);
  const given = [districtId, levels, filterValues(filters), kind ?? null, status ?? null, limit, offset];
  const { rows } = await database.query<Omit<ProjectMoneyList, "next">>(listSql, given);
  const answer = rows[0]!;
  const read = offset + answer.items.length;
  return { ...answer, next: read < answer.total ? String(read) : null };
}

/** Takes down what a project costs and what of it has to come back; throws not-found, invalid-parameter where own is above total. */
export async function saveInvestment(
  database: Database,
  { districtId, levels, actor }: Writing,
  { project, ...given }: InvestmentBody & { readonly project: string },
): Promise<void> {
  const { totalYuan, ownYuan, dated, basis } = given;
  if (totalYuan !== null && ownYuan !== null && ownYuan > totalYuan)
    throw invalidParameter("ownYuan", ownYuan, atMost(totalYuan, ", the total investment"));
  await database.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ before: unknown }>(investSql, [
      ...[districtId, levels, project, totalYuan, ownYuan, dated, basis],
    ]);
    if (!rows[0]) throw notFound("project of that id");
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: basis, programmeOnly: true },
      changes: [
        {
          ...{ layer: "project-money", featureId: `${project}/investment` },
          ...{ op: rows[0].before === null ? "insert" : "update", before: rows[0].before, after: given },
        },
      ],
    });
  });
}

/** Takes down a line of a year's income or cost; throws not-found, and invalid-parameter for a kind that is none. */
export async function saveIncome(
  database: Database,
  { districtId, levels, actor }: Writing,
  {
    project,
    year,
    kind,
    ...given
  }: IncomeBody & { readonly project: string; readonly year: number; readonly kind: string },
): Promise<void> {
  const { amountYuan, basis } = given;
  await database.transaction(async (transaction) => {
    const known = await transaction.query(kindSql, [kind]);
    if (known.rows.length === 0) throw invalidParameter("kind", kind, "a code of `incomeKinds`");
    const { rows } = await transaction.query<{ before: unknown }>(incomeSql, [
      ...[districtId, levels, project, year, kind, amountYuan, basis],
    ]);
    if (!rows[0]) throw notFound("project of that id");
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: basis, programmeOnly: true },
      changes: [
        {
          ...{ layer: "project-income", featureId: `${project}/${year}/${kind}` },
          ...{ op: rows[0].before === null ? "insert" : "update", before: rows[0].before, after: given },
        },
      ],
    });
  });
}
