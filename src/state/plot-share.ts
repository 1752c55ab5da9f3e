import type { AcquisitionPlot } from "../../server/contract/acquisition-plots.ts";

const SHOWN = { acquisition: "signed", lift: "agreed", "self-renewal": "agreed" } as const;

/** The stage a plot is shown by: signed of an acquisition, else agreed. */
export const shownStage = (purpose: AcquisitionPlot["purpose"]) => SHOWN[purpose];

/** The share of the households of a plot that has come so far, 0…1; null = not told. */
export const plotShare = ({ purpose, progress }: AcquisitionPlot) =>
  progress.find(({ stage }) => stage === SHOWN[purpose])?.share ?? null;
