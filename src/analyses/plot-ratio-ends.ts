import type { TFunction } from "i18next";
import type { PlotRatioResult } from "../../server/contract/plot-ratio.ts";

/** Least and, where it can be said, most. */
export type Ends = readonly [least: number, most: number | null];

/** What is known of a quantity: its value, or the ends it lies between, or neither. */
export interface Told {
  readonly value: number | null;
  readonly ends: Ends | null;
}

/** What of a plot ratio rests on floors. */
export const BUILT_FIELDS = ["gfaAboveSqm", "grossPlotRatio", "landAreaPlotRatio", "netPlotRatio"] as const;
export type BuiltField = (typeof BUILT_FIELDS)[number];

const READ: Readonly<Record<BuiltField, (result: PlotRatioResult) => readonly [number | null, Ends | null]>> =
  {
    gfaAboveSqm: (result) => [result.gfaAboveSqm, result.gfaAboveSqmRange],
    grossPlotRatio: (result) => [result.grossPlotRatio, result.grossPlotRatioRange],
    landAreaPlotRatio: (result) => [result.landAreaPlotRatio, result.plotRatioRange],
    netPlotRatio: ({ netPlotRatio }) => [netPlotRatio.median, netPlotRatio.medianRange],
  };

/** A quantity that rests on floors as all of the page tells it: what the known floors alone make is none that an area has. */
export function builtOf(result: PlotRatioResult, field: BuiltField): Told {
  const [value, ends] = READ[field](result);
  const isWhole = value !== null && (ends === null || (ends[0] === value && ends[1] === value));
  return isWhole ? { value, ends: null } : { value: null, ends };
}

/** A quantity told by its value, 1.21, or by its ends, 1.38–8.06, 8–48 万 m² or ≥ 1.38; `write` writes a number. */
export function toldText({ value, ends }: Told, write: (value: number | null) => string): string {
  if (ends === null) return write(value);
  const [least, most] = [write(ends[0]), ends[1] === null ? null : write(ends[1])];
  if (most === null) return `≥ ${least}`;
  if (least === most) return least;
  const [unit, unitOfMost] = [unitIn(least), unitIn(most)];
  return unit === unitOfMost ? `${least.slice(0, least.length - unit.length)}–${most}` : `${least}–${most}`;
}

// what follows the figures
const unitIn = (text: string) => /[^\d.,]*$/.exec(text)![0];

/** Neither its value nor its ends are known. */
export const isUntold = ({ value, ends }: Told) => value === null && ends === null;

/** What the net plot ratio is the median of; where it has ends, parcels with missing floors are among them. */
export function netNote(net: PlotRatioResult["netPlotRatio"], t: TFunction): string {
  const all = net.parcels + net.excluded;
  if (all === 0) return t("sheet.noParcels");
  return net.excluded === 0 ? t("sheet.netOf", { parcels: all }) : t("sheet.netOfSome", { ...net, all });
}
