import type { CellStyle, CellValue, DataValidation } from "hucre/xlsx";
import { columnLetters } from "../tables/open-sheet.ts";
import type { DispatchedProject } from "./dispatch.ts";
import { prefillOf } from "./prefill.ts";
import {
  addressOf,
  HEADER_ROW,
  MAX_TEXT,
  MAX_WAN_YUAN,
  SHEET_COLUMNS,
  type SheetColumn,
} from "./sheet-columns.ts";

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const HOW =
  "单位：万元。数据不详留空，不填 0；不合并单元格，不改表头和项目编号。“本月完成投资”须重新填写，没有变动的行不作为报送。";

export const LINE = { style: "thin", color: { rgb: "BFB8AC" } } as const;
export const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };
export const HEAD_STYLE: CellStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EFE9DD" } },
  alignment: { wrapText: true, vertical: "center", horizontal: "center" },
  border: BORDER,
};
const TOLD_STYLE: CellStyle = {
  font: { color: { rgb: "6B655C" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "F7F4EE" } },
  border: BORDER,
};

interface Handed {
  readonly title: string;
  readonly month: string;
  /** Said on the sheet where its projects are invented. */
  readonly sample: boolean;
  /** What the page calls the stages, by their codes. */
  readonly stages: Readonly<Record<string, string>>;
}

/** The 调度表 of a month for some projects: prefilled, with its head standing and every column of numbers checked by Excel. */
export async function writeDispatchSheet(
  projects: readonly DispatchedProject[],
  { title, month, sample, stages }: Handed,
): Promise<Uint8Array> {
  const rows: CellValue[][] = [
    [title],
    ["月份", month],
    [sample ? `演示数据（非真实）。${HOW}` : HOW],
    SHEET_COLUMNS.map(({ header }) => header),
    ...projects.map((project) => cellsOf(project, { month, stages })),
  ];
  const first = HEADER_ROW + 1;
  const last = HEADER_ROW + Math.max(projects.length, 1);
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    sheets: [
      {
        name: "调度表",
        columns: SHEET_COLUMNS.map(({ width }) => ({ width })),
        rows,
        cells: stylesOf(rows.length),
        rowDefs: new Map([[HEADER_ROW - 1, { height: 48 }]]),
        freezePane: { rows: HEADER_ROW, columns: 2 },
        dataValidations: SHEET_COLUMNS.flatMap((column, at) => {
          const letters = columnLetters(at);
          return validationOf(column, `${letters}${first}:${letters}${last}`) ?? [];
        }),
        pageSetup: {
          paperSize: "a3",
          orientation: "landscape",
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
        },
      },
    ],
  });
}

function cellsOf(
  project: DispatchedProject,
  { month, stages }: Pick<Handed, "month" | "stages">,
): CellValue[] {
  const values = prefillOf(project, month);
  return SHEET_COLUMNS.map(({ key }) => {
    switch (key) {
      case "code":
        return keyOf(project);
      case "name":
        return project.nameZh;
      case "stage":
        return project.stage && (stages[project.stage] ?? project.stage);
      case "subdistrict":
        return project.subdistrictZh;
      case "progressShare":
        return values.progressShare === null ? null : toPercent(values.progressShare);
      default:
        return values[key];
    }
  });
}

/** How a project is called in a sheet: by its code, else by its id. */
export const keyOf = ({ code, project }: { readonly code: string | null; readonly project: string }) =>
  code ?? project;

/** A share as percent without the noise of binary fractions. */
export const toPercent = (share: number) => Number((share * 100).toFixed(6));

function stylesOf(rowCount: number): Map<string, { style: CellStyle }> {
  const styles = new Map<string, { style: CellStyle }>([
    ["0,0", { style: { font: { bold: true, size: 16 } } }],
    [`${1},1`, { style: { font: { bold: true }, numFmt: "@" } }],
  ]);
  for (const [at, column] of SHEET_COLUMNS.entries()) {
    styles.set(`${HEADER_ROW - 1},${at}`, { style: HEAD_STYLE });
    for (let row = HEADER_ROW; row < rowCount; row++) styles.set(`${row},${at}`, { style: styleOf(column) });
  }
  return styles;
}

function styleOf({ kind }: SheetColumn): CellStyle {
  switch (kind) {
    case "code":
    case "told":
      return TOLD_STYLE;
    case "wan":
    case "percent":
      return { border: BORDER, numFmt: "#,##0.##" };
    case "long":
      return { border: BORDER, numFmt: "@", alignment: { wrapText: true, vertical: "top" } };
    default:
      return { border: BORDER, numFmt: "@" };
  }
}

function validationOf({ kind, header }: SheetColumn, range: string): DataValidation | null {
  const shared = {
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: header,
    errorStyle: "stop",
  } as const;
  const between = (most: number) =>
    ({ type: "decimal", operator: "between", formula1: "0", formula2: String(most) }) as const;
  switch (kind) {
    case "wan":
      return { ...shared, ...between(MAX_WAN_YUAN), errorMessage: "填数字，单位万元，不写“万元”“亿元”。" };
    case "percent":
      return { ...shared, ...between(100), errorMessage: "填 0 到 100 的数字，不写百分号。" };
    case "uniform-code": {
      const cell = range.split(":")[0]!;
      const formula1 = `OR(LEN(${cell})=0,LEN(${cell})=24)`;
      return {
        ...shared,
        type: "custom",
        formula1,
        errorMessage: "24 位，含连字符，如 0000-000000-00-00-000000。",
      };
    }
    case "text":
    case "long":
      return {
        ...shared,
        ...{ type: "textLength", operator: "lessThanOrEqual", formula1: String(MAX_TEXT) },
        errorMessage: `最多 ${MAX_TEXT} 字。`,
      };
    default:
      return null;
  }
}

/** The address of a field of a project's row, the first of which is 0. */
export const fieldAddress = (row: number, key: SheetColumn["key"]) =>
  addressOf(
    HEADER_ROW + row,
    SHEET_COLUMNS.findIndex((column) => column.key === key),
  );
