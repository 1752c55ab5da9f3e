import type { AssetFilters, AssetList } from "../../server/contract/assets.ts";
import type { ESTATE_SORTS, EstateFilters, EstateList, EstatePage } from "../../server/contract/estates.ts";
import type { SafetyFilters, SafetyPage, SafetyRecordList } from "../../server/contract/safety-records.ts";
import type { Run } from "./app-state.ts";

/** What narrows a list of a ledger: the filters of its route, null = any. */
type Chosen<Filters> = {
  readonly [Name in Exclude<keyof Filters, "text">]-?: Exclude<Filters[Name], undefined> | null;
} & { readonly text: string };
export type EstateChoice = Chosen<EstateFilters> & { readonly sort: (typeof ESTATE_SORTS)[number] };
export type SafetyChoice = Chosen<SafetyFilters>;
export type AssetChoice = Chosen<AssetFilters>;

export interface LedgerQuestion {
  readonly district: string;
  readonly query: Readonly<Record<string, string | number | null>>;
}

/** The ledgers 台账 of the programme beside its projects. */
export interface LedgerState {
  readonly estateChoice: EstateChoice;
  readonly safetyChoice: SafetyChoice;
  readonly assetChoice: AssetChoice;
  readonly estates: Run<LedgerQuestion, EstateList>;
  readonly safetyRecords: Run<LedgerQuestion, SafetyRecordList>;
  readonly assets: Run<LedgerQuestion, AssetList>;
  /** The estate or building of the ledger that is opened, by its id. */
  readonly estatePage: Run<string, EstatePage>;
  readonly safetyPage: Run<string, SafetyPage>;
}

export const LEDGER_START: LedgerState = {
  estateChoice: {
    ...{ builtFrom: null, builtTo: null, lift: null, project: null, survey: null, text: "", sort: "name" },
  },
  safetyChoice: { due: null, grade: null, hazards: null, disposition: null, text: "" },
  assetChoice: { kind: null, state: null, text: "" },
  estates: { status: "idle" },
  safetyRecords: { status: "idle" },
  assets: { status: "idle" },
  estatePage: { status: "idle" },
  safetyPage: { status: "idle" },
};
