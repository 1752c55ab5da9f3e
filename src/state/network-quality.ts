import type { NetworkFinding } from "../../server/contract/network-quality.ts";
import { failureOf, runAnalysis } from "../backend.ts";
import type { AppState } from "./app-state.ts";
import { selectCatalogue } from "./session.ts";
import { useApp } from "./store.ts";

/** Puts the places of a finding on the map; the same again takes them away. */
export function toggleFinding(finding: NetworkFinding): void {
  useApp.setState(({ networkFinding }) => ({
    networkFinding: networkFinding === finding ? null : finding,
    streetMark: null,
  }));
}

/** Folds the question, and takes its places off the map. */
export const closeNetworkQuality = () =>
  useApp.setState({ openedQuestion: null, networkFinding: null, streetMark: null });

const districtZone = (state: AppState) =>
  selectCatalogue(state)?.zones.find(({ properties }) => properties.kind === "district")?.id ?? null;

/** Asks for the quality of the district's walking network once it is known which district, now and from then on; returns how to stop. */
export function followNetworkQuality(): () => void {
  const look = (state: AppState) => {
    const { networkQuality: run, district } = state;
    if (district === null || districtZone(state) === null) return;
    if (run.status === "idle" || run.params !== district) void askNetworkQuality();
  };
  look(useApp.getState());
  return useApp.subscribe(look);
}

/** Asks for it anew. */
export async function askNetworkQuality(): Promise<void> {
  const state = useApp.getState();
  const { district } = state;
  const zone = districtZone(state);
  if (district === null || zone === null) return;
  useApp.setState({ networkQuality: { status: "running", params: district, stale: null } });
  const isStill = () => useApp.getState().district === district;
  try {
    const result = await runAnalysis("network-quality", { district, params: { area: { zone } } });
    if (isStill()) useApp.setState({ networkQuality: { status: "done", params: district, result } });
  } catch (error) {
    if (isStill())
      useApp.setState({ networkQuality: { status: "failed", params: district, failure: failureOf(error) } });
  }
}
