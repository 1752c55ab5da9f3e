import type { CellValue } from "hucre/xlsx";
import type { SheetFault } from "../contract/dispatch.ts";
import { isCellError, serialOf, textOfCell, YUAN_IN } from "../tables/cells.ts";
import { MAX_TEXT, MAX_WAN_YUAN, type SheetColumn, UNIFORM_CODE } from "./sheet-columns.ts";

type Fault = Pick<SheetFault, "code" | "right">;
export type CellRead = { readonly value: string | number | null } | { readonly fault: Fault };

const fault = (code: Fault["code"], right: string | number | null = null): CellRead => ({
  fault: { code, right: right === null ? null : String(right) },
});
const YUAN_IN_WAN = 10_000;

/** A cell of the table as its column is meant, or why it is not taken, with what would be right where it can be told. */
export function readCell(cell: CellValue, { kind }: SheetColumn): CellRead {
  if (cell === null || (typeof cell === "string" && cell.trim() === "")) return { value: null };
  if (isCellError(cell)) return fault("cell-error");
  switch (kind) {
    case "wan":
      return readAmount(cell);
    case "percent":
      return readPercent(cell);
    case "uniform-code":
      return readUniformCode(cell);
    default:
      return readText(cell);
  }
}

function readText(cell: CellValue): CellRead {
  if (cell instanceof Date) return fault("date-for-text", textOfCell(cell));
  if (typeof cell !== "string") return fault("number-for-text", String(cell));
  const text = cell.trim();
  return text.length > MAX_TEXT ? fault("too-long", text.slice(0, MAX_TEXT)) : { value: text };
}

function readUniformCode(cell: CellValue): CellRead {
  if (typeof cell !== "string") return fault("uniform-code");
  const code = cell.trim();
  if (UNIFORM_CODE.test(code)) return { value: code };
  const digits = code.replace(/\D/g, "");
  const parts = /^(\d{4})(\d{6})(\d{2})(\d{2})(\d{6})$/.exec(digits);
  return fault("uniform-code", parts === null ? null : parts.slice(1).join("-"));
}

function readAmount(cell: CellValue): CellRead {
  // a number that was formatted as a date by mistake is the serial number of its day
  if (cell instanceof Date) return fault("date-for-number", serialOf(cell));
  if (typeof cell === "string") return amountInText(cell);
  if (typeof cell !== "number") return fault("text-for-number");
  if (cell < 0) return fault("negative");
  if (cell > MAX_WAN_YUAN) return fault("too-large", cell / 10_000);
  return { value: cell };
}

// nothing is converted in silence: what it would be in 万元 is told, and a person writes it
function amountInText(text: string): CellRead {
  const match = /^([\d,，.]+)\s*(亿元|亿|万元|万|元|)$/.exec(text.trim());
  const number = match ? Number(match[1]!.replace(/[,，]/g, "")) : Number.NaN;
  if (!match || !Number.isFinite(number)) return fault("text-for-number");
  const wan = Number(((number * (YUAN_IN[match[2]!] ?? YUAN_IN_WAN)) / YUAN_IN_WAN).toFixed(6));
  return fault(match[2] === "" ? "text-for-number" : "wrong-unit", wan);
}

function readPercent(cell: CellValue): CellRead {
  if (cell instanceof Date) return fault("date-for-number", serialOf(cell));
  if (typeof cell === "string") {
    const match = /^([\d.]+)\s*[%％]?$/.exec(cell.trim());
    return fault("text-for-number", match && Number.isFinite(Number(match[1])) ? match[1]! : null);
  }
  if (typeof cell !== "number" || cell < 0 || cell > 100) return fault("not-percent");
  // 45 % typed into Excel is 0.45: whether a half percent or a half is meant, the cell does not tell
  if (cell > 0 && cell < 1) return fault("percent-as-share", Number((cell * 100).toFixed(4)));
  return { value: Number((cell / 100).toFixed(8)) };
}
