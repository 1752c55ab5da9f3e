import type {
  AcquisitionPlotList,
  AcquisitionPlotPage,
  ConsentPurpose,
} from "../../server/contract/acquisition-plots.ts";
import type { ItemStanding, ProgrammeItemList } from "../../server/contract/programme-items.ts";
import type { Run } from "./app-state.ts";

export interface PlotsQuestion {
  readonly district: string;
  readonly purpose: ConsentPurpose;
}

export interface ItemsQuestion {
  readonly district: string;
  /** null = all lists. */
  readonly list: string | null;
  /** Of the real items; null = all, the invented ones too. */
  readonly only: ItemStanding | null;
}

/** Consent and signing, and the lists of the programme. */
export interface SigningState {
  readonly consentPurpose: ConsentPurpose;
  /** The list of the programme that is shown; null = all. */
  readonly itemList: string | null;
  /** Which of its real items; null = all, the invented ones too. */
  readonly itemStanding: ItemStanding | null;
  readonly programmeItems: Run<ItemsQuestion, ProgrammeItemList>;
  readonly acquisitionPlots: Run<PlotsQuestion, AcquisitionPlotList>;
  /** The selected plot, by its id. */
  readonly acquisitionPlot: Run<string, AcquisitionPlotPage>;
}

export const SIGNING_START: SigningState = {
  consentPurpose: "acquisition",
  itemList: null,
  itemStanding: null,
  programmeItems: { status: "idle" },
  acquisitionPlots: { status: "idle" },
  acquisitionPlot: { status: "idle" },
};
