import { z } from "zod";
import { Jurisdiction } from "./basis.ts";
import { Day } from "./day.ts";
import { MAX_AMOUNT_YUAN } from "./entered-projects.ts";
import { HeldStatus } from "./funding.ts";
import { Extent } from "./geometry.ts";

const Year = z.number().int().min(1900).max(2200);
const Basis = z.string().trim().min(1).max(500);
const Count = z.number().int();

const ByStatus = { declaredYuan: z.number(), approvedYuan: z.number(), receivedYuan: z.number() };

/** Money of one project from one source: straight, or as its share of a package. */
export const ProjectPayment = z.object({
  funding: z.string(),
  kind: z.string(),
  giverZh: z.string(),
  giverEn: z.string().nullable(),
  status: HeldStatus,
  dated: Day,
  basis: z.string(),
  fiscal: z.boolean(),
  package: z.string().nullable(),
  packageZh: z.string().nullable(),
  packageEn: z.string().nullable(),
  amountYuan: z.number(),
});
export type ProjectPayment = z.infer<typeof ProjectPayment>;

/** A year's income of a kind, or its cost; null = unknown. */
export const IncomeLine = z.object({
  year: Year,
  kind: z.string(),
  amountYuan: z.number().nullable(),
  basis: z.string(),
});
export type IncomeLine = z.infer<typeof IncomeLine>;

/** A line of a yearly balance as the standards have it; `cost` is taken off. */
export const IncomeKind = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  cost: z.boolean(),
});
export type IncomeKind = z.infer<typeof IncomeKind>;

export const BALANCE_REASONS = [
  "balanced",
  "own-investment-unknown",
  "no-own-investment",
  "no-lines",
  "no-cost-line",
  "line-missing",
  "not-within",
] as const;

/**
 * In how many years income less running cost has brought back the own investment: whole years from the first with a line, the
 * year it is reached included. `years` is null for every reason but `balanced`: line-missing names the first `year` and `kind`
 * that has no amount; not-within says how much is wanting (`leftYuan`) after the last year told, and nothing is guessed beyond.
 */
export const YearsToBalance = z.object({
  reason: z.enum(BALANCE_REASONS),
  years: Count.nullable(),
  year: Count.nullable(),
  kind: z.string().nullable(),
  leftYuan: z.number().nullable(),
  cumulated: z.array(z.object({ year: Count, yuan: z.number() })),
});
export type YearsToBalance = z.infer<typeof YearsToBalance>;

/**
 * The money of one project. leverage = money that is not public ÷ public money, of all that is allocated; leverageSecured of
 * what is approved or received; null where no public money is in. gapYuan = total investment − allocated, null where the total
 * is unknown, below zero where more is allocated than it costs.
 */
export const ProjectMoney = z.object({
  project: z.string(),
  payments: z.array(ProjectPayment),
  allocatedYuan: z.number(),
  ...ByStatus,
  fiscalYuan: z.number(),
  otherYuan: z.number(),
  leverage: z.number().nullable(),
  leverageSecured: z.number().nullable(),
  investment: z
    .object({
      totalYuan: z.number().nullable(),
      ownYuan: z.number().nullable(),
      totalFrom: z.enum(["ledger", "dispatch"]).nullable().meta({
        description: "taken down here, or last returned for the dispatch of a month; null = unknown",
      }),
      dated: Day,
      basis: z.string().nullable(),
    })
    .nullable(),
  gapYuan: z.number().nullable(),
  packages: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string().nullable(),
      givenYuan: z.number(),
      unsharedYuan: z.number(),
    }),
  ),
  income: z.array(IncomeLine),
  incomeKinds: z.array(IncomeKind),
  balance: YearsToBalance,
});
export type ProjectMoney = z.infer<typeof ProjectMoney>;

/** PUT /api/projects/{id}/investment: what it costs and what of it has to come back, null = unknown. */
export const InvestmentBody = z.strictObject({
  totalYuan: Count.min(0).max(MAX_AMOUNT_YUAN).nullable(),
  ownYuan: Count.min(0).max(MAX_AMOUNT_YUAN).nullable(),
  dated: Day,
  basis: Basis,
});
export type InvestmentBody = z.infer<typeof InvestmentBody>;
/** PUT /api/projects/{id}/income/{year}/{kind}. */
export const IncomeBody = z.strictObject({
  amountYuan: Count.min(0).max(MAX_AMOUNT_YUAN).nullable(),
  basis: Basis,
});
export type IncomeBody = z.infer<typeof IncomeBody>;

/** Filters of GET /api/project-money beside those of projects: only money of this type, of this status. */
export const MoneyFilters = z.object({
  kind: z.string().min(1).max(100).optional(),
  status: HeldStatus.optional(),
});
export type MoneyFilters = z.infer<typeof MoneyFilters>;

/** A project with its money; the amounts by status are of the type and status asked for, the rest of all its money. */
export const MoneyOfProject = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  extent: Extent,
  ...ByStatus,
  allocatedYuan: z.number(),
  totalYuan: z.number().nullable(),
  gapYuan: z.number().nullable(),
  leverage: z.number().nullable(),
});
export type MoneyOfProject = z.infer<typeof MoneyOfProject>;

/** Money of a type over the projects asked about, whatever type and status the list is narrowed to. */
export const MoneyOfKind = z.object({
  kind: z.string(),
  fiscal: z.boolean(),
  ...ByStatus,
  projects: Count,
});
export type MoneyOfKind = z.infer<typeof MoneyOfKind>;

/** A target that a document names, as printed: no money at hand, in no sum. */
export const PublishedTarget = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  value: z.number(),
  unitZh: z.string().nullable(),
  unitEn: z.string().nullable(),
  asOf: z.string(),
  jurisdiction: Jurisdiction,
  noteZh: z.string().nullable(),
  noteEn: z.string().nullable(),
  sourceZh: z.string(),
  sourceEn: z.string(),
});

/**
 * The money of the projects that pass the filters: the projects with such money, the most first, where neither type nor status is
 * asked for all projects. `sums` are of all money of the projects asked about; gapYuan over those whose total investment is
 * known (`totalKnown`), `totalUnknown` counts the others.
 */
export const ProjectMoneyList = z.object({
  items: z.array(MoneyOfProject),
  total: Count,
  next: z.string().nullable(),
  byKind: z.array(MoneyOfKind),
  sums: z.object({
    projects: Count,
    ...ByStatus,
    allocatedYuan: z.number(),
    fiscalYuan: z.number(),
    leverage: z.number().nullable(),
    leverageSecured: z.number().nullable(),
    totalYuan: z.number(),
    totalKnown: Count,
    totalUnknown: Count,
    gapYuan: z.number().nullable(),
  }),
  targets: z.array(PublishedTarget),
});
export type ProjectMoneyList = z.infer<typeof ProjectMoneyList>;
