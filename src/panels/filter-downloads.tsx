import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AnalysisInput } from "../../server/contract/analyses.ts";
import { type FilteredBuilding, MAX_LIST_LIMIT } from "../../server/contract/filter-list.ts";
import { type Failure, failureOf, runAnalysis, wasAborted } from "../backend.ts";
import { saveFile } from "../formats/save-file.ts";
import type { TableKind } from "../formats/table-file.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { listParams } from "../state/filter.ts";
import { selectFilterQuestion } from "../state/filter-question.ts";
import type { FilterListAnswer } from "../state/filter-state.ts";
import { useApp } from "../state/store.ts";
import { filterFigures, filterListTable, oneTable } from "./filter-table.ts";
import { sourceLine } from "./sheet-table.ts";
import { TableDownloads } from "./table-downloads.tsx";

type Progress =
  | { readonly status: "idle" }
  | { readonly status: "reading"; readonly read: number; readonly total: number; readonly stop: () => void }
  | { readonly status: "failed"; readonly failure: Failure };

/** Figures and the whole list to take away, with conditions, method and source; a long list can be called off. */
export function FilterDownloads({ sentence }: { readonly sentence: string }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const [progress, setProgress] = useState<Progress>({ status: "idle" });
  const take = async (kind: TableKind) => {
    const controller = new AbortController();
    const show = (read: number, total: number) =>
      setProgress({ status: "reading", read, total, stop: () => controller.abort() });
    try {
      saveFile(
        await filterFile(kind, { sentence, t, show, signal: controller.signal }),
        `${sentence}.${kind}`,
      );
      setProgress({ status: "idle" });
    } catch (error) {
      setProgress(wasAborted(error) ? { status: "idle" } : { status: "failed", failure: failureOf(error) });
    }
  };
  if (progress.status === "reading")
    return (
      <p className="downloads" role="status">
        {t("filter.downloading", {
          read: numbers.number(progress.read),
          total: numbers.number(progress.total),
        })}
        <button type="button" className="quiet" onClick={progress.stop}>
          {t("action.cancel")}
        </button>
      </p>
    );
  return (
    <>
      <TableDownloads label={t("filter.download")} onTake={take} />
      {progress.status === "failed" ? (
        <p className="refused" role="alert">
          {progress.failure.message}
        </p>
      ) : null}
    </>
  );
}

interface Order {
  readonly sentence: string;
  readonly t: TFunction;
  readonly show: (read: number, total: number) => void;
  readonly signal: AbortSignal;
}

async function filterFile(kind: TableKind, { sentence, t, show, signal }: Order): Promise<Blob> {
  const state = useApp.getState();
  const question = selectFilterQuestion(state);
  const { filterCount: run, filter, language } = state;
  if (question === null || run.status !== "done") throw new Error(t("filter.changed"));
  const answer = run.result;
  const buildings: FilteredBuilding[] = [];
  let cursor: string | null = null;
  do {
    const params: AnalysisInput<"filter-list"> = {
      ...listParams(question, filter),
      limit: MAX_LIST_LIMIT,
      ...(cursor ? { cursor } : {}),
    };
    const page: FilterListAnswer = await runAnalysis("filter-list", {
      district: question.district,
      params,
      signal,
    });
    // figures and list are of one state of the data, or they are not given
    if (page.dataVersion !== answer.dataVersion) throw new Error(t("filter.changed"));
    buildings.push(...page.result.items);
    cursor = page.result.next;
    show(buildings.length, page.result.total ?? 0);
  } while (cursor !== null);
  const source = sourceLine(answer, state, t);
  const figures = filterFigures(answer, { sentence, question, source, t, language });
  const list = filterListTable(buildings, { t, language });
  if (kind === "csv") return (await import("../formats/csv-table.ts")).writeCsv(oneTable(list, figures));
  return (await import("../formats/xlsx-table.ts")).writeXlsx(figures, list);
}
