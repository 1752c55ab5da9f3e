import type { AssetBody, AssetList } from "../../server/contract/assets.ts";
import type { EstateList, EstatePage, EstateRecord } from "../../server/contract/estates.ts";
import type { Extent } from "../../server/contract/geometry.ts";
import type {
  HazardClosing,
  NewHazard,
  NewInspection,
  SafetyFile,
  SafetyPage,
  SafetyRecordList,
} from "../../server/contract/safety-records.ts";
import { failureOf } from "../backend.ts";
import {
  readAssets,
  readEstate,
  readEstates,
  readSafetyPage,
  readSafetyRecords,
  sendAsset,
  sendEstateRecord,
  sendHazard,
  sendHazardClosing,
  sendInspection,
  sendNewAsset,
  sendSafetyFile,
} from "../ledger-backend.ts";
import { type AppState, INITIAL_STATE, type Run } from "./app-state.ts";
import { showExtent } from "./appearance.ts";
import { following } from "./following.ts";
import type { AssetChoice, EstateChoice, LedgerQuestion, SafetyChoice } from "./ledger-state.ts";
import { type Ledger, selectLedgerThing } from "./projects-view.ts";
import { select } from "./selection.ts";
import { answerOfRun, useApp } from "./store.ts";

/** Rows of one page of a ledger. */
const LEDGER_PAGE = 500;

export const chooseEstates = (change: Partial<EstateChoice>) =>
  useApp.setState(({ estateChoice }) => ({ estateChoice: { ...estateChoice, ...change } }));
export const clearEstateChoice = () => useApp.setState({ estateChoice: INITIAL_STATE.estateChoice });
export const chooseSafety = (change: Partial<SafetyChoice>) =>
  useApp.setState(({ safetyChoice }) => ({ safetyChoice: { ...safetyChoice, ...change } }));
export const clearSafetyChoice = () => useApp.setState({ safetyChoice: INITIAL_STATE.safetyChoice });

export const chooseAssets = (change: Partial<AssetChoice>) =>
  useApp.setState(({ assetChoice }) => ({ assetChoice: { ...assetChoice, ...change } }));
export const clearAssetChoice = () => useApp.setState({ assetChoice: INITIAL_STATE.assetChoice });

function questionOf(state: AppState, ledger: Ledger): LedgerQuestion | null {
  const { district, start, mode } = state;
  if (state.projectsView !== ledger || mode !== "projects" || district === null || start.status !== "done")
    return null;
  const choice =
    state[({ estates: "estateChoice", safety: "safetyChoice", assets: "assetChoice" } as const)[ledger]];
  return { district, query: { ...choice, text: choice.text.trim() } };
}

// what was found stays in sight while it is narrowed
const staleOf = <Found>(run: Run<LedgerQuestion, Found>, district: string) =>
  run.status !== "idle" && run.params.district === district ? answerOfRun(run) : null;

const estates = following<LedgerQuestion, EstateList>({
  select: (state) => questionOf(state, "estates"),
  ask: ({ district, query }, signal) =>
    readEstates({ district, query: { ...query, limit: LEDGER_PAGE }, signal }),
  put: (run) => useApp.setState({ estates: run }),
  staleFor: ({ district }) => staleOf(useApp.getState().estates, district),
});
const safety = following<LedgerQuestion, SafetyRecordList>({
  select: (state) => questionOf(state, "safety"),
  ask: ({ district, query }, signal) =>
    readSafetyRecords({ district, query: { ...query, limit: LEDGER_PAGE }, signal }),
  put: (run) => useApp.setState({ safetyRecords: run }),
  staleFor: ({ district }) => staleOf(useApp.getState().safetyRecords, district),
});

const assets = following<LedgerQuestion, AssetList>({
  select: (state) => questionOf(state, "assets"),
  ask: ({ district, query }, signal) =>
    readAssets({ district, query: { ...query, limit: LEDGER_PAGE }, signal }),
  put: (run) => useApp.setState({ assets: run }),
  staleFor: ({ district }) => staleOf(useApp.getState().assets, district),
});

/** Reads the list of a ledger while it is open; returns how to stop. */
export const followEstates = estates.follow;
export const estatesAgain = estates.again;
export const followSafety = safety.follow;
export const safetyAgain = safety.again;
export const followAssets = assets.follow;
export const assetsAgain = assets.again;

/** All rows of the open list, page after page, to be taken away. */
export async function readAllEstates(): Promise<EstateList["items"]> {
  return readWhole(questionOf(useApp.getState(), "estates"), readEstates);
}
export async function readAllAssets(): Promise<AssetList["items"]> {
  return readWhole(questionOf(useApp.getState(), "assets"), readAssets);
}
export async function readAllSafetyRecords(): Promise<SafetyRecordList["items"]> {
  return readWhole(questionOf(useApp.getState(), "safety"), readSafetyRecords);
}

async function readWhole<Item>(
  question: LedgerQuestion | null,
  read: (
    listed: LedgerQuestion,
  ) => Promise<{ readonly items: readonly Item[]; readonly next: string | null }>,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = null; question !== null; ) {
    const { district, query } = question;
    const page = await read({ district, query: { ...query, limit: LEDGER_PAGE, cursor } });
    items.push(...page.items);
    if (page.next === null) break;
    cursor = page.next;
  }
  return items;
}

/** Opens the page of an estate or a building of the open ledger and shows where it is. */
export function openLedgerThing(
  layer: "zone" | "building",
  { id, extent }: { readonly id: string; readonly extent: Extent },
) {
  select({ layer, id });
  showExtent(extent);
}

const districtNow = () => useApp.getState().district!;
const isWanted = (id: string) => selectLedgerThing(useApp.getState()) === id;

/** Reads the page of an estate. */
export async function readEstatePage(id: string): Promise<void> {
  useApp.setState({ estatePage: { status: "running", params: id, stale: null } });
  try {
    const result = await readEstate({ district: districtNow(), id });
    if (isWanted(id)) useApp.setState({ estatePage: { status: "done", params: id, result } });
  } catch (error) {
    if (isWanted(id))
      useApp.setState({ estatePage: { status: "failed", params: id, failure: failureOf(error) } });
  }
}

/** Reads the page of a building of the archive. */
export async function readBuildingFile(id: string): Promise<void> {
  useApp.setState({ safetyPage: { status: "running", params: id, stale: null } });
  try {
    const result = await readSafetyPage({ district: districtNow(), id });
    if (isWanted(id)) useApp.setState({ safetyPage: { status: "done", params: id, result } });
  } catch (error) {
    if (isWanted(id))
      useApp.setState({ safetyPage: { status: "failed", params: id, failure: failureOf(error) } });
  }
}

/** Reads anew what a form of the open ledger began from. */
export function rereadLedger(): Promise<void> | void {
  const state = useApp.getState();
  const id = selectLedgerThing(state);
  if (id === null) return assetsAgain();
  return state.projectsView === "estates" ? readEstatePage(id) : readBuildingFile(id);
}

// throws what was not taken, which the form tells beside what was typed
async function write<Page>(
  send: () => Promise<Page>,
  put: (result: Page) => Partial<AppState>,
): Promise<void> {
  const result = await send();
  useApp.setState(put(result));
  void estatesAgain();
  void safetyAgain();
  void assetsAgain();
}

/** Takes down what is known of an estate. */
export const saveEstateRecord = (id: string, record: EstateRecord, seen: number | null) =>
  write<EstatePage>(
    () => sendEstateRecord({ district: districtNow(), id }, record, seen),
    (result) => (isWanted(id) ? { estatePage: { status: "done", params: id, result } } : {}),
  );

/** Writes an idle asset down, a new one where it has no id. */
export const saveAsset = (id: string | null, body: AssetBody, seen: number | null) =>
  write(
    () =>
      id === null
        ? sendNewAsset(districtNow(), body)
        : sendAsset({ district: districtNow(), id }, body, seen),
    () => ({}),
  );

const writeSafety = (id: string, send: (of: { district: string; id: string }) => Promise<SafetyPage>) =>
  write<SafetyPage>(
    () => send({ district: districtNow(), id }),
    (result) => (isWanted(id) ? { safetyPage: { status: "done", params: id, result } } : {}),
  );

/** Each takes something down of a building of the archive. */
export const addInspection = (id: string, body: NewInspection) =>
  writeSafety(id, (of) => sendInspection(of, body));
export const addHazard = (id: string, body: NewHazard) => writeSafety(id, (of) => sendHazard(of, body));
export const closeHazard = (id: string, hazard: string, body: HazardClosing) =>
  writeSafety(id, (of) => sendHazardClosing(of, hazard, body));
export const saveSafetyFile = (id: string, body: SafetyFile) =>
  writeSafety(id, (of) => sendSafetyFile(of, body));
