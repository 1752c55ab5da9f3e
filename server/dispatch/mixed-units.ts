import { AMOUNT_FIELDS, type SheetFault } from "../contract/dispatch.ts";
import type { SheetRow } from "./read-sheet.ts";
import { HEADER_ROW, SHEET_COLUMNS } from "./sheet-columns.ts";
import { fieldAddress } from "./write-sheet.ts";

const WAN_PER_YI = 10_000;
/** A sum so near to another by the factor of 亿元 to 万元 is taken for one written in the wrong unit. */
const NEAR = 0.5;

/**
 * Sums that look as if they were in 亿元 among sums in 万元: ten thousand times less than the record has it, or a total
 * investment far below what is already done of it.
 */
export function mixedUnits({ row, project, values }: SheetRow): SheetFault[] {
  const known = project.values ?? project.last?.values ?? null;
  return AMOUNT_FIELDS.flatMap((field) => {
    const [sum, before] = [values[field], known?.[field] ?? null];
    if (sum === null || sum === 0) return [];
    const isOfRecord = before !== null && Math.abs(sum * WAN_PER_YI - before) <= NEAR * before;
    const done = values.totalDoneWanYuan;
    const isBelowDone = field === "totalWanYuan" && done !== null && done > 100 * sum;
    if (!isOfRecord && !isBelowDone) return [];
    const { header } = SHEET_COLUMNS.find(({ key }) => key === field)!;
    const right = String(Number((sum * WAN_PER_YI).toFixed(4)));
    const cell = fieldAddress(row - HEADER_ROW, field);
    return [{ cell, column: header, value: String(sum), code: "wrong-unit", right }];
  });
}
