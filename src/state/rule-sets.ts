import { readRuleSets } from "../backend.ts";
import { useApp } from "./store.ts";

let isReading = false;

/** Reads the rule sets once; where they cannot be read the one in use is still offered, and the next look tries again. */
export async function readRuleSetsOnce(): Promise<void> {
  if (isReading || useApp.getState().ruleSets.length > 0) return;
  isReading = true;
  try {
    useApp.setState({ ruleSets: (await readRuleSets()).items });
  } catch {
    // not offered now
  } finally {
    isReading = false;
  }
}
