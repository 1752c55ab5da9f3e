import type {
  HouseholdBody,
  HouseholdFileReport,
  HouseholdList,
  NewHousehold,
} from "../../server/contract/households.ts";
import { failureOf } from "../backend.ts";
import {
  checkHouseholds,
  deleteHousehold,
  importHouseholds,
  readHouseholds,
  sendHousehold,
  sendNewHousehold,
  undoHouseholds,
} from "../overview-backend.ts";
import { following } from "./following.ts";
import type { HouseholdQuestion } from "./household-state.ts";
import { readPlotPage } from "./signing.ts";
import { useApp } from "./store.ts";

const { follow, again } = following<HouseholdQuestion, HouseholdList>({
  select: ({ selection, settings, district, start, householdText: text }) =>
    selection?.layer === "acquisition-plot" &&
    settings?.internal === true &&
    district !== null &&
    start.status === "done"
      ? { district, plot: selection.id, text }
      : null,
  ask: readHouseholds,
  put: (households) => useApp.setState({ households }),
  staleFor: ({ plot }) => {
    const { households } = useApp.getState();
    return households.status === "done" && households.params.plot === plot ? households.result : null;
  },
});

/** Reads the households of the plot that is shown, where what is internal is served; returns how to stop. */
export const followHouseholds = follow;
export const householdsAgain = again;
export const setHouseholdText = (householdText: string) => useApp.setState({ householdText });

const districtNow = () => useApp.getState().district!;

// what was answered, null where it was refused: the refusal stands beside what was typed
async function asked<Answer>(send: () => Promise<Answer>): Promise<Answer | null> {
  try {
    const answer = await send();
    useApp.setState({ householdRefusal: null });
    return answer;
  } catch (error) {
    useApp.setState({ householdRefusal: failureOf(error) });
    return null;
  }
}

// what the plot tells follows from its households
async function written(plot: string, send: () => Promise<unknown>): Promise<boolean> {
  const answer = await asked(send);
  if (answer === null) return false;
  await Promise.all([householdsAgain(), readPlotPage(plot)]);
  return true;
}

interface Held {
  readonly plot: string;
  readonly id: string;
  readonly seen: number | null;
}

export const addHousehold = (body: NewHousehold) =>
  written(body.plot, () => sendNewHousehold(districtNow(), body));
export const saveHousehold = (held: Held, body: HouseholdBody) =>
  written(held.plot, () => sendHousehold(districtNow(), held, body));
export const removeHousehold = (held: Held, reason: string) =>
  written(held.plot, () => deleteHousehold(districtNow(), held, reason));

interface Given {
  readonly plot: string;
  readonly file: File;
  readonly replace: boolean;
}

/** What each row of a file would do; null where it is no table. */
export const checkFile = (given: Given): Promise<HouseholdFileReport | null> =>
  asked(() => checkHouseholds(districtNow(), given));
/** Brings a file in; answers whether it was taken. */
export const importFile = (given: Given) => written(given.plot, () => importHouseholds(districtNow(), given));
export const undoImport = (plot: string, version: number) =>
  written(plot, () => undoHouseholds(districtNow(), version));
