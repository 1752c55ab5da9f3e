import type {
  Allocation,
  Funding,
  FundingBody,
  FundingList,
  FundingPackage,
  FundingPackageBody,
  FundingPackageList,
  FundingPatch,
  Share,
} from "../server/contract/funding.ts";
import type {
  IncomeBody,
  InvestmentBody,
  ProjectMoney,
  ProjectMoneyList,
} from "../server/contract/project-money.ts";
import { abortable, addressOf, ask, sent } from "./backend.ts";
import { projectQuery } from "./projects-backend.ts";
import type { MoneyQuestion } from "./state/money-state.ts";

interface Of {
  readonly district: string;
  readonly id: string;
}

const MOST = "500";
const fundingAddress = ({ district, id }: Of, path = "") =>
  addressOf(`api/fundings/${encodeURIComponent(id)}${path}`, { district });
const projectAddress = ({ district, id }: Of, path: string) =>
  addressOf(`api/projects/${encodeURIComponent(id)}/${path}`, { district });

/** The money of the projects that pass the filters, the first 500. */
export const readMoneyOfProjects = ({ money, ...asked }: MoneyQuestion, signal: AbortSignal) =>
  ask<ProjectMoneyList>(
    addressOf("api/project-money", {
      ...projectQuery(asked),
      ...{ kind: money.kind ?? undefined, status: money.status ?? undefined, limit: MOST },
    }),
    { signal },
  );
export const readFundings = (district: string, signal?: AbortSignal) =>
  ask<FundingList>(addressOf("api/fundings", { district, limit: MOST }), abortable(signal));
export const readFundingPackages = (district: string, signal?: AbortSignal) =>
  ask<FundingPackageList>(addressOf("api/funding-packages", { district }), abortable(signal));
export const sendFunding = (district: string, body: FundingBody) =>
  ask<Funding>(addressOf("api/fundings", { district }), sent("POST", body));
export const sendFundingPatch = (of: Of, body: FundingPatch) =>
  ask<Funding>(fundingAddress(of), sent("PATCH", body));
export const sendAllocation = (of: Of, body: Allocation) =>
  ask<Funding>(fundingAddress(of, "/allocations"), sent("PUT", body));
export const sendShare = (of: Of, body: Share) =>
  ask<FundingPackage>(fundingAddress(of, "/shares"), sent("PUT", body));
export const sendFundingPackage = (district: string, body: FundingPackageBody) =>
  ask<FundingPackage>(addressOf("api/funding-packages", { district }), sent("POST", body));

export const readProjectMoney = (of: Of) => ask<ProjectMoney>(projectAddress(of, "money"));
export const sendInvestment = (of: Of, body: InvestmentBody) =>
  ask<ProjectMoney>(projectAddress(of, "investment"), sent("PUT", body));
export const sendIncome = (
  of: Of,
  { year, kind, ...body }: IncomeBody & { readonly year: number; readonly kind: string },
) => ask<ProjectMoney>(projectAddress(of, `income/${year}/${kind}`), sent("PUT", body));
