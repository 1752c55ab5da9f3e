import type { ProjectMoneyList } from "../../server/contract/project-money.ts";
import { saveFile } from "../formats/save-file.ts";
import type { Table } from "../formats/table.ts";
import { type TableKind, tableFile } from "../formats/table-file.ts";
import type { Reader } from "../locale/guard-text.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { selectDistrict } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { TableDownloads } from "./table-downloads.tsx";
import { tableName } from "./table-name.ts";

/** The money to take away, in whole yuan, unknown left empty: projects and types, as CSV or a workbook. */
export function MoneyDownloads({ answer }: { readonly answer: ProjectMoneyList }) {
  const reader = useReader();
  const { t } = reader;
  const district = useApp(selectDistrict);
  const download = async (kind: TableKind) => {
    const mark = district?.sample ? t("app.sample") : (district?.nameZh ?? "");
    const table = moneyTable(answer, { ...reader, mark });
    saveFile(await tableFile(kind, table), `${tableName(table.title)}.${kind}`);
  };
  return <TableDownloads label={t("money.download")} onTake={download} />;
}

// targets are told apart in a part of their own, in the unit they are printed in
function moneyTable(
  { items, byKind, targets }: ProjectMoneyList,
  { t, terms, language, mark }: Reader & { readonly mark: string },
): Table {
  const kindName = (code: string) => termName(terms, { kind: "funding-source", code, language });
  const unit = t("money.sheet.yuan");
  return {
    title: t("money.file"),
    columns: [
      ...[t("money.sheet.part"), t("money.sheet.quantity"), t("money.sheet.unit")],
      ...[t("money.status.received"), t("money.status.approved"), t("money.status.declared")],
      ...[t("money.total"), t("money.gap"), t("money.leverage"), t("money.status.target")],
    ],
    rows: [
      ...items.map((each) => [
        ...[t("money.byProject"), nameIn(language, each), unit],
        ...[each.receivedYuan, each.approvedYuan, each.declaredYuan],
        ...[each.totalYuan, each.gapYuan, each.leverage, null],
      ]),
      ...byKind.map((each) => [
        ...[t("money.byKind"), kindName(each.kind), unit],
        ...[each.receivedYuan, each.approvedYuan, each.declaredYuan, null, null, null, null],
      ]),
      ...targets.map((each) => [
        t("money.targets"),
        language === "en" ? each.nameEn : each.nameZh,
        language === "en" ? each.unitEn : each.unitZh,
        ...[null, null, null, null, null, null, each.value],
      ]),
      [t("sheet.source"), mark, ...new Array<null>(8).fill(null)],
    ],
  };
}
