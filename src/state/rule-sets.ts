import type { OwnRequirement } from "../../server/contract/own-rule-set.ts";
import { deleteRuleSet, readRuleSets, saveRuleSet } from "../standards-backend.ts";
import { INITIAL_STATE } from "./app-state.ts";
import { setSheetParams } from "./sheet.ts";
import { useApp } from "./store.ts";

let isReading = false;
let readOf: string | null = null;

/** Reads the rule sets of the district once; where they cannot be read the one in use is still offered, and the next look tries again. */
export async function readRuleSetsOnce(): Promise<void> {
  const { district, ruleSets } = useApp.getState();
  if (isReading || district === null || (ruleSets.length > 0 && readOf === district)) return;
  isReading = true;
  try {
    useApp.setState({ ruleSets: (await readRuleSets({ district })).items });
    readOf = district;
  } catch {
    // not offered now
  } finally {
    isReading = false;
  }
}

/** Keeps an own rule set of the district and judges by it from now on; throws where the service does not take it. */
export async function addRuleSet(title: string, requirements: readonly OwnRequirement[]): Promise<void> {
  const { district } = useApp.getState();
  if (district === null) return;
  const saved = await saveRuleSet({ district, title, requirements: [...requirements] });
  useApp.setState(({ ruleSets }) => ({
    ruleSets: [...ruleSets.filter(({ id }) => id !== saved.id), saved],
  }));
  setSheetParams({ ruleSet: saved.id });
}

/** Takes an own rule set away and goes back to the one of the start; throws where the service does not. */
export async function removeRuleSet(id: string): Promise<void> {
  const { district, sheetParams } = useApp.getState();
  if (district === null) return;
  await deleteRuleSet({ district, id });
  if (sheetParams.ruleSet === id) setSheetParams({ ruleSet: INITIAL_STATE.sheetParams.ruleSet });
  useApp.setState(({ ruleSets }) => ({ ruleSets: ruleSets.filter((each) => each.id !== id) }));
}
