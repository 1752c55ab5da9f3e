import type {
  AcquisitionPlotList,
  AcquisitionPlotPage,
  CountedDay,
  NewAcquisitionPlot,
  SigningCounts,
  TargetBody,
} from "../server/contract/acquisition-plots.ts";
import { addressOf, ask, sent } from "./backend.ts";
import type { PlotsQuestion } from "./state/signing-state.ts";

interface Of {
  readonly district: string;
  readonly id: string;
}

const PATH = "api/acquisition-plots";
const plotAddress = ({ district, id }: Of, path = "", more: Record<string, string> = {}) =>
  addressOf(`${PATH}/${encodeURIComponent(id)}${path}`, { district, ...more });

/** The plots of a purpose, the first 500. */
export const readPlots = ({ district, purpose }: PlotsQuestion, signal: AbortSignal) =>
  ask<AcquisitionPlotList>(addressOf(PATH, { district, purpose, limit: "500" }), { signal });
export const readPlot = (of: Of) => ask<AcquisitionPlotPage>(plotAddress(of));
export const sendPlot = (district: string, body: NewAcquisitionPlot) =>
  ask<AcquisitionPlotPage>(addressOf(PATH, { district }), sent("POST", body));
export const sendCounts = (of: Of, body: SigningCounts) =>
  ask<AcquisitionPlotPage>(plotAddress(of, "/counts"), sent("POST", body));
export const takeBackCounts = (of: Of, { stage, on }: CountedDay) =>
  ask<AcquisitionPlotPage>(plotAddress(of, "/counts", { stage, on }), { method: "DELETE" });
export const sendTarget = (of: Of, stage: string, body: TargetBody) =>
  ask<AcquisitionPlotPage>(plotAddress(of, `/targets/${stage}`), sent("PUT", body));
