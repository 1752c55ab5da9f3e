import type {
  Allocation,
  FundingBody,
  FundingPackageBody,
  FundingPatch,
  Share,
} from "../../server/contract/funding.ts";
import type { IncomeBody, InvestmentBody, ProjectMoneyList } from "../../server/contract/project-money.ts";
import { failureOf } from "../backend.ts";
import {
  readFundingPackages,
  readFundings,
  readMoneyOfProjects,
  readProjectMoney,
  sendAllocation,
  sendFunding,
  sendFundingPackage,
  sendFundingPatch,
  sendIncome,
  sendInvestment,
  sendShare,
} from "../money-backend.ts";
import type { AppState } from "./app-state.ts";
import { following } from "./following.ts";
import type { MoneyChoice, MoneyQuestion, MoneySources } from "./money-state.ts";
import { readProgramme } from "./programme.ts";
import { selectProjectQuestion } from "./projects.ts";
import { showView } from "./projects-view.ts";
import { answerOfRun, useApp } from "./store.ts";

const districtNow = () => useApp.getState().district!;

/** Looks at other money of the projects; null = all. */
export const chooseMoney = (change: Partial<MoneyChoice>) =>
  useApp.setState(({ moneyChoice }) => ({ moneyChoice: { ...moneyChoice, ...change } }));
export const clearMoneyChoice = () => chooseMoney({ kind: null, status: null });

/** Shows the money of all projects of the list. */
export function openMoney(): void {
  showView("money");
}

function selectMoneyQuestion(state: AppState): MoneyQuestion | null {
  const question = state.projectsView === "money" ? selectProjectQuestion(state) : null;
  const { kind, status } = state.moneyChoice;
  return question && { ...question, money: { kind, status } };
}

const list = following<MoneyQuestion, ProjectMoneyList>({
  select: selectMoneyQuestion,
  ask: readMoneyOfProjects,
  put: (projectMoney) => useApp.setState({ projectMoney }),
  staleFor: () => answerOfRun(useApp.getState().projectMoney),
});

const sources = following<string, MoneySources>({
  select: ({ district, start }) => (start.status === "done" ? district : null),
  ask: async (district, signal) => {
    const [fundings, packages] = await Promise.all([
      readFundings(district, signal),
      readFundingPackages(district, signal),
    ]);
    return { fundings, packages };
  },
  put: (moneySources) => useApp.setState({ moneySources }),
  staleFor: () => answerOfRun(useApp.getState().moneySources),
});

/** Reads the money of the projects while it is looked at; returns how to stop. */
export const followMoney = list.follow;
export const moneyAgain = list.again;
/** Reads who gives, and the packages; returns how to stop. */
export const followSources = sources.follow;
export const sourcesAgain = sources.again;

const isOpen = (id: string) => {
  const { selection } = useApp.getState();
  return selection?.layer === "project" && selection.id === id;
};

/** Reads the money of a project; what was read of it before stays until the answer. */
export async function readOwnMoney(id: string): Promise<void> {
  const { ownMoney } = useApp.getState();
  const stale = ownMoney.status === "done" && ownMoney.params === id ? ownMoney.result : null;
  useApp.setState({ ownMoney: { status: "running", params: id, stale } });
  try {
    const result = await readProjectMoney({ district: districtNow(), id });
    if (isOpen(id)) useApp.setState({ ownMoney: { status: "done", params: id, result } });
  } catch (error) {
    if (isOpen(id))
      useApp.setState({ ownMoney: { status: "failed", params: id, failure: failureOf(error) } });
  }
}

// throws what was not taken, which the form tells beside what was typed
async function write(send: () => Promise<unknown>): Promise<void> {
  await send();
  const { selection } = useApp.getState();
  void sourcesAgain();
  if (selection?.layer === "project")
    await Promise.all([readOwnMoney(selection.id), readProgramme(selection.id)]);
  else void moneyAgain();
}

/** Gives money of a source to a project or package. */
export const allocateMoney = (funding: string, body: Allocation) =>
  write(() => sendAllocation({ district: districtNow(), id: funding }, body));
/** Shares out what a package got of a source. */
export const shareMoney = (funding: string, body: Share) =>
  write(() => sendShare({ district: districtNow(), id: funding }, body));
export const addSource = (body: FundingBody) => write(() => sendFunding(districtNow(), body));
export const changeSource = (id: string, body: FundingPatch) =>
  write(() => sendFundingPatch({ district: districtNow(), id }, body));
export const addPackage = (body: FundingPackageBody) => write(() => sendFundingPackage(districtNow(), body));
export const saveInvestment = (id: string, body: InvestmentBody) =>
  write(() => sendInvestment({ district: districtNow(), id }, body));
export const saveIncome = (id: string, body: IncomeBody & { readonly year: number; readonly kind: string }) =>
  write(() => sendIncome({ district: districtNow(), id }, body));
