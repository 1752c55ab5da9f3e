import { useTranslation } from "react-i18next";
import { filterCountView } from "../analyses/filter-count.tsx";
import { filterListView } from "../analyses/filter-list.tsx";
import { filterSentence } from "../locale/filter-sentence.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { filterAgain, nextFilterPage, PAGE_SIZE, previousFilterPage } from "../state/filter.ts";
import { refusedCondition, selectFilterQuestion } from "../state/filter-question.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { useToldAtArea } from "./area-fault.ts";
import { FailureNote } from "./failure-note.tsx";
import { FilterDownloads } from "./filter-downloads.tsx";
import { filterPlace } from "./filter-place.ts";

/** The question as a sentence, and its answer. */
export function FilterAnswered() {
  const { t } = useTranslation();
  const run = useApp((state) => state.filterCount);
  const language = useApp((state) => state.language);
  const place = useApp((state) => filterPlace(state, t));
  const isRefused = useApp((state) => refusedCondition(state) !== null);
  const isToldAtArea = useToldAtArea(run.status === "failed" ? run.failure : null);
  if (run.status === "idle") return null;
  const answer = answerOfRun(run);
  const sentence = filterSentence(place, run.params.conditions, { t, language });
  return (
    <div className="filter-answered" data-filter={run.status} aria-busy={run.status === "running"}>
      <p className="filter-sentence">{sentence}</p>
      <div aria-live="polite">
        {run.status === "running" ? (
          <p className="progress">
            <span />
            {t("analyse.asking")}
          </p>
        ) : null}
        {run.status === "failed" && !isRefused && !isToldAtArea ? (
          <FailureNote failure={run.failure} onRetry={filterAgain} />
        ) : null}
        {answer === null ? null : <filterCountView.Result answer={answer} />}
      </div>
    </div>
  );
}

/** The list of the buildings found, and its downloads. */
export function FilterFound() {
  const { t } = useTranslation();
  const run = useApp((state) => state.filterCount);
  const language = useApp((state) => state.language);
  const place = useApp((state) => filterPlace(state, t));
  const answer = answerOfRun(run);
  if (run.status === "idle" || !answer?.result.buildings) return null;
  return (
    <div className="filter-found">
      <ListPart
        sentence={filterSentence(place, run.params.conditions, { t, language })}
        buildings={answer.result.buildings}
      />
    </div>
  );
}

function ListPart({ sentence, buildings }: { readonly sentence: string; readonly buildings: number | null }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const run = useApp((state) => state.filterList);
  const isAsked = useApp((state) => selectFilterQuestion(state) !== null);
  const page = useApp((state) => state.filterCursors.length);
  const answer = answerOfRun(run);
  if (run.status === "failed") return <FailureNote failure={run.failure} onRetry={filterAgain} />;
  if (answer === null || !isAsked) return <p className="hint">{t("app.loading")}</p>;
  const { items, total, next } = answer.result;
  const hasParts = buildings !== null && total !== null && total > buildings + 1e-6;
  const from = page * PAGE_SIZE + 1;
  return (
    <div className="filter-list" data-list={run.status}>
      <h3>
        {t("filter.list")}{" "}
        <small>{t(hasParts ? "filter.listOf" : "filter.listAll", { total: numbers.number(total) })}</small>
      </h3>
      <filterListView.Result answer={answer} />
      {next === null && page === 0 ? null : (
        <p className="actions filter-pages">
          <button type="button" disabled={page === 0} onClick={previousFilterPage}>
            {t("filter.previous")}
          </button>
          <span>{t("filter.page", { from, to: from + items.length - 1, total: numbers.number(total) })}</span>
          <button type="button" disabled={next === null} onClick={nextFilterPage}>
            {t("filter.next")}
          </button>
        </p>
      )}
      <FilterDownloads sentence={sentence} />
    </div>
  );
}
