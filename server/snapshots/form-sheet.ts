import type { CellStyle, CellValue } from "hucre/xlsx";
import type { AMOUNT_FIELDS, DispatchRow, Light } from "../contract/dispatch.ts";
import type { DispatchTotal, SnapshotPage } from "../contract/dispatch-snapshot.ts";
import type { HandedDistrict } from "../dispatch/hand-out.ts";
import { BORDER, HEAD_STYLE, keyOf, toPercent } from "../dispatch/write-sheet.ts";

type Amount = (typeof AMOUNT_FIELDS)[number];
interface FormColumn {
  readonly header: string;
  readonly width: number;
  readonly amount?: Amount;
  readonly cell: (row: DispatchRow, at: number, stages: HandedDistrict["stages"]) => CellValue;
}

const LIGHT_NAMES: Readonly<Record<Light, string>> = {
  red: "红灯",
  yellow: "黄灯",
  green: "绿灯",
  unknown: "不详",
};
const LIGHT_FILLS: Readonly<Record<Light, string>> = {
  red: "F4B6AC",
  yellow: "F8E3A3",
  green: "B9DEC5",
  unknown: "E3E0DA",
};

const amount = (header: string, field: Amount): FormColumn => ({
  ...{ header, width: 11, amount: field },
  cell: ({ values }) => values?.[field] ?? null,
});
const text = (header: string, width: number, cell: FormColumn["cell"]): FormColumn => ({
  header,
  width,
  cell,
});

const COLUMNS: readonly FormColumn[] = [
  text("序号", 6, (_, at) => at + 1),
  text("亮灯", 8, ({ light }) => LIGHT_NAMES[light]),
  text("项目编号", 11, keyOf),
  text("项目名称", 22, ({ nameZh }) => nameZh),
  text("街道", 11, ({ subdistrictZh }) => subdistrictZh),
  text("阶段", 10, ({ stage }, _, stages) => stage && (stages[stage] ?? stage)),
  text("责任单位", 16, ({ unit }) => unit),
  text("实施主体", 16, ({ values }) => values?.implementer ?? null),
  text("牵头领导", 10, ({ values }) => values?.leader ?? null),
  amount("总投资", "totalWanYuan"),
  amount("年度计划", "yearPlanWanYuan"),
  amount("本月完成", "monthDoneWanYuan"),
  amount("本年累计", "yearDoneWanYuan"),
  amount("自开工累计", "totalDoneWanYuan"),
  amount("资金到位", "arrivedWanYuan"),
  amount("资金拨付", "paidWanYuan"),
  text("形象进度", 22, ({ values }) => progressOf(values)),
  text("存在问题", 24, ({ values }) => values?.problem ?? null),
  text("需协调事项", 24, ({ values }) => values?.coordination ?? null),
  text("亮灯原因", 26, reasonsOf),
];
const TITLE_ROWS = 3;

/** The A3 form of a snapshot as XLSX: one page wide, landscape, its head on every page; sums say how many do not tell. */
export async function writeForm(
  { snapshot, items, totals }: SnapshotPage,
  { nameZh, sample, stages }: HandedDistrict,
): Promise<Uint8Array> {
  const made = `快照 ${snapshot.id}，${snapshot.madeAt.slice(0, 10)} 生成`;
  const rows: CellValue[][] = [
    [`${nameZh}城市更新项目月调度表（${snapshot.month}）`],
    [[sample ? "演示数据（非真实）" : null, "单位：万元；空格为不详", made].filter(Boolean).join("　")],
    COLUMNS.map(({ header }) => header),
    ...items.map((row, at) => COLUMNS.map(({ cell }) => cell(row, at, stages))),
    COLUMNS.map((column, at) => (at === 3 ? "合计（仅已报）" : sumOf(column, totals))),
    COLUMNS.map((column, at) => (at === 3 ? "其中不详（项）" : unknownOf(column, totals))),
    ["经办：　　　　　　审核：　　　　　　负责人：　　　　　　日期："],
  ];
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    sheets: [
      {
        name: snapshot.month,
        columns: COLUMNS.map(({ width }) => ({ width })),
        rows,
        cells: stylesOf(items),
        rowDefs: new Map([[TITLE_ROWS - 1, { height: 36 }]]),
        freezePane: { rows: TITLE_ROWS, columns: 4 },
        pageSetup: {
          ...{ paperSize: "a3", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
          ...{ printTitlesRow: `$${TITLE_ROWS}:$${TITLE_ROWS}`, horizontalCentered: true },
        },
        headerFooter: { oddFooter: "&C第 &P 页，共 &N 页" },
      },
    ],
  });
}

function progressOf(values: DispatchRow["values"]): string | null {
  const share = values?.progressShare ?? null;
  return (
    [values?.progressText, share === null ? null : `${toPercent(share)}%`].filter(Boolean).join("，") || null
  );
}

function reasonsOf({ reasons }: DispatchRow): string | null {
  return reasons.map(({ textZh, hit }) => (hit === null ? `无法判定：${textZh}` : textZh)).join("；") || null;
}

const totalOf = ({ amount: field }: FormColumn, totals: readonly DispatchTotal[]) =>
  totals.find((total) => total.field === field) ?? null;
const sumOf = (column: FormColumn, totals: readonly DispatchTotal[]) =>
  totalOf(column, totals)?.sumWanYuan ?? null;
const unknownOf = (column: FormColumn, totals: readonly DispatchTotal[]) =>
  totalOf(column, totals)?.unknown ?? null;

function stylesOf(items: readonly DispatchRow[]): Map<string, { style: CellStyle }> {
  const styles = new Map<string, { style: CellStyle }>([
    ["0,0", { style: { font: { bold: true, size: 18 } } }],
  ]);
  const last = TITLE_ROWS + items.length + 1;
  for (const [at, column] of COLUMNS.entries()) {
    styles.set(`${TITLE_ROWS - 1},${at}`, { style: HEAD_STYLE });
    const numFmt = column.amount === undefined ? {} : { numFmt: "#,##0.##" };
    const plain: CellStyle = { border: BORDER, alignment: { wrapText: true, vertical: "center" }, ...numFmt };
    for (let row = TITLE_ROWS; row <= last; row++) {
      styles.set(`${row},${at}`, { style: row > last - 2 ? { ...plain, font: { bold: true } } : plain });
    }
  }
  for (const [at, { light }] of items.entries()) {
    const fill = { type: "pattern", pattern: "solid", fgColor: { rgb: LIGHT_FILLS[light] } } as const;
    const alignment = { horizontal: "center", vertical: "center" } as const;
    styles.set(`${TITLE_ROWS + at},1`, { style: { border: BORDER, fill, alignment } });
  }
  return styles;
}
