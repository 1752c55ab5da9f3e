import "../look/operation.css";
import { useEffect } from "react";
import type { AcquisitionPlotPage, SigningStage } from "../../server/contract/acquisition-plots.ts";
import type { Household, HouseholdList } from "../../server/contract/households.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { followHouseholds, householdsAgain, setHouseholdText } from "../state/households.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { useOpenedOf } from "./draft-form.tsx";
import { FailureNote } from "./failure-note.tsx";
import { HouseholdFile } from "./household-file.tsx";
import { HouseholdForm, householdDraft } from "./household-form.tsx";
import { Skeleton } from "./skeleton.tsx";
import { minuteText } from "./today-text.ts";

/** The households of a plot one by one; internal, and shown only where that is served. */
export function PlotHouseholds({ page }: { readonly page: AcquisitionPlotPage }) {
  const { t } = useReader();
  const run = useApp((state) => state.households);
  const { id } = page.plot;
  useEffect(followHouseholds, []);
  const answer = run.status !== "idle" && run.params.plot === id ? answerOfRun(run) : null;
  return (
    <section className="households" data-kept={page.kept}>
      <h3>{t("households.title")}</h3>
      <p className="internal-line">{t("households.internal")}</p>
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={householdsAgain} /> : null}
      {answer === null ? (
        run.status === "failed" ? null : (
          <Skeleton lines={4} />
        )
      ) : (
        <Rows page={page} answer={answer} />
      )}
    </section>
  );
}

interface RowsProps {
  readonly page: AcquisitionPlotPage;
  readonly answer: HouseholdList;
}

function Rows({ page, answer }: RowsProps) {
  const { t, numbers } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const text = useApp((state) => state.householdText);
  // the household in the form; "new" = one to be added
  const { id: plot, households: byHand } = page.plot;
  const { items, stages, total, known } = answer;
  const [open, setOpen] = useOpenedOf(
    (id) => householdDraft(plot, id),
    ["new", ...items.map(({ id }) => id)],
  );
  const replaces = known === 0;
  const form = { plot, stages, replaces, onClose: () => setOpen(null) };
  return (
    <>
      <p className="hint">
        {replaces
          ? t("households.none", { count: numbers.number(byHand) })
          : t("households.follow", { count: numbers.number(known) })}
      </p>
      {known > 10 ? (
        <label className="field">
          <span>{t("households.find")}</span>
          <input value={text} onChange={({ target }) => setHouseholdText(target.value)} autoComplete="off" />
        </label>
      ) : null}
      <ol className="household-rows">
        {items.map((household) => (
          <li key={household.id} data-household={household.number}>
            {open === household.id ? (
              <HouseholdForm {...form} household={household} />
            ) : (
              <Row
                household={household}
                stages={stages}
                onEdit={canWrite ? () => setOpen(household.id) : null}
              />
            )}
          </li>
        ))}
      </ol>
      {items.length < total ? (
        <p className="hint">{t("households.more", { shown: items.length, total: numbers.number(total) })}</p>
      ) : null}
      {!canWrite ? null : open === "new" ? (
        <HouseholdForm {...form} household={null} />
      ) : (
        <p className="actions">
          <button type="button" onClick={() => setOpen("new")}>
            {t("households.add")}
          </button>
        </p>
      )}
      {canWrite ? <HouseholdFile plot={plot} answer={answer} replaces={replaces} /> : null}
      <History answer={answer} />
    </>
  );
}

// who wrote what of which household, the newest first
function History({ answer: { changes } }: Pick<RowsProps, "answer">) {
  const { t } = useReader();
  if (changes.length === 0) return null;
  const numberIn = (facts: unknown) => (facts as { readonly number?: string } | null)?.number;
  return (
    <details className="history">
      <summary>
        {t("programme.history")} <span className="chip-count">{changes.length}</span>
      </summary>
      <ol>
        {changes.map(({ version, id, before, after, at, actor, reason }) => (
          <li key={`${version} ${id}`}>
            <b>
              {t(
                before === null
                  ? "households.change.added"
                  : after === null
                    ? "households.change.removed"
                    : "households.change.changed",
                { number: numberIn(after) ?? numberIn(before) ?? "" },
              )}
            </b>{" "}
            {reason === "household" ? null : <q>{reason}</q>}
            <small>
              {t("programme.by", {
                date: minuteText(at),
                actor: actor === "local" ? t("programme.local") : actor,
              })}
            </small>
          </li>
        ))}
      </ol>
    </details>
  );
}

interface RowProps {
  readonly household: Household;
  readonly stages: readonly SigningStage[];
  readonly onEdit: (() => void) | null;
}

function Row({ household, stages, onEdit }: RowProps) {
  const { t, numbers, language } = useReader();
  const { number, kind, areaSqm, tenure, team, note } = household;
  const facts = [
    t(`signing.kind.${kind}`),
    areaSqm === null ? null : numbers.area(areaSqm),
    tenure,
    team,
    note,
  ];
  const reached = stages.filter(({ code }) => household.stages[code] !== undefined);
  return (
    <>
      <p>
        <b>{number}</b>
        <span>{facts.filter(Boolean).join(" · ")}</span>
        {onEdit === null ? null : (
          <button type="button" className="quiet" onClick={onEdit}>
            {t("operation.edit")}
          </button>
        )}
      </p>
      <p className="household-stages">
        {reached.length === 0
          ? t("households.notBegun")
          : reached.map((stage) => (
              <span key={stage.code}>
                <b>{nameIn(language, stage)}</b> {household.stages[stage.code]}
              </span>
            ))}
      </p>
    </>
  );
}
