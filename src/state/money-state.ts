import type { FundingList, FundingPackageList, HeldStatus } from "../../server/contract/funding.ts";
import type { ProjectMoney, ProjectMoneyList } from "../../server/contract/project-money.ts";
import type { Run } from "./app-state.ts";
import type { ProjectQuestion } from "./project-state.ts";

/** Which money of the projects is looked at; null = all. `sources` = the ledger of who gives is open, whole or at its targets. */
export interface MoneyChoice {
  readonly kind: string | null;
  readonly status: HeldStatus | null;
  readonly sources: "all" | "target" | null;
}
export interface MoneyQuestion extends ProjectQuestion {
  readonly money: Pick<MoneyChoice, "kind" | "status">;
}
/** Who gives, and the packages that gather projects. */
export interface MoneySources {
  readonly fundings: FundingList;
  readonly packages: FundingPackageList;
}

/** The money of the programme. */
export interface MoneyState {
  readonly moneyChoice: MoneyChoice;
  readonly projectMoney: Run<MoneyQuestion, ProjectMoneyList>;
  readonly moneySources: Run<string, MoneySources>;
  /** The money of the selected project, by its id. */
  readonly ownMoney: Run<string, ProjectMoney>;
}

export const MONEY_START: MoneyState = {
  moneyChoice: { kind: null, status: null, sources: null },
  projectMoney: { status: "idle" },
  moneySources: { status: "idle" },
  ownMoney: { status: "idle" },
};
