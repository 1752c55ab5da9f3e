import type { ItemFileReport, ItemRow } from "../../server/contract/programme-items.ts";
import { useReader } from "../locale/use-reader.ts";
import { FileRows } from "./table-file.tsx";

interface ItemRowsProps {
  readonly report: ItemFileReport;
  readonly problemOf: (problem: ItemRow["problems"][number]) => string;
}

/** What a file of things that may stand there already would do, row by row. */
export function ItemRows({ report: { counts, rows }, problemOf }: ItemRowsProps) {
  const { t } = useReader();
  const empty = t("lists.file.empty");
  const told = rows.map(({ line, title, outcome, problems, changes }) => ({
    ...{ line, title, outcome, told: t(`lists.file.outcome.${outcome}`) },
    notes: [
      ...problems.map(problemOf),
      ...changes.map(({ column, before, after }) =>
        t("lists.file.change", { column, before: before || empty, after: after || empty }),
      ),
    ],
  }));
  return (
    <div aria-live="polite" data-report={counts.wrong}>
      <p>
        <b>{t("lists.file.counts", counts)}</b>
      </p>
      {counts.wrong > 0 ? <p className="hint">{t("lists.file.wrongHint")}</p> : null}
      <FileRows rows={told} />
    </div>
  );
}
