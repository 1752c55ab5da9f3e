import type { TableKind } from "../formats/table-file.ts";
import "../look/ledger.css";
import "../look/programme.css";
import { useEffect } from "react";
import { DISPOSITIONS, SAFETY_GRADES } from "../../server/contract/filter-count.ts";
import {
  DUE_STATES,
  type SafetyRecord,
  type SafetyRecordList,
} from "../../server/contract/safety-records.ts";
import { buildingTitle } from "../locale/building-title.ts";
import { useReader } from "../locale/use-reader.ts";
import { INITIAL_STATE } from "../state/app-state.ts";
import {
  chooseSafety,
  clearSafetyChoice,
  followSafety,
  openLedgerThing,
  readAllSafetyRecords,
  safetyAgain,
} from "../state/ledger.ts";
import { selectLedgerThing } from "../state/projects-view.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { safetyTable, saveTable } from "./ledger-file.ts";
import { LedgerBasis, LedgerChoice, LedgerDownloads, LedgerFold, LedgerMarks } from "./ledger-parts.tsx";
import { SafetyDetails } from "./safety-page.tsx";
import { Skeleton } from "./skeleton.tsx";

/** The housing safety archive where what is internal is served; elsewhere, to which a link may lead, why it is not here. */
export function SafetyPanel() {
  const { t } = useReader();
  const isInternal = useApp((state) => state.settings?.internal);
  if (isInternal) return <SafetyArchive />;
  return isInternal === undefined ? (
    <Skeleton lines={8} />
  ) : (
    <div className="ledger" data-ledger="safety" data-state="withheld">
      <h2>{t("ledger.safety.title")}</h2>
      <p role="note">{t("ledger.safety.withheld")}</p>
    </div>
  );
}

// buildings by the day their inspection is due, the overdue marked; or one of them
function SafetyArchive() {
  useEffect(followSafety, []);
  const opened = useApp(selectLedgerThing);
  return opened === null ? <SafetyLedger /> : <SafetyDetails key={opened} id={opened} />;
}

function SafetyLedger() {
  const { t } = useReader();
  const run = useApp((state) => state.safetyRecords);
  const answer = answerOfRun(run);
  return (
    <div className="ledger" data-ledger="safety" data-state={run.status} aria-busy={run.status === "running"}>
      <h2>{t("ledger.safety.title")}</h2>
      <LedgerMarks internal />
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={safetyAgain} /> : null}
      {answer === null && run.status === "running" ? <Skeleton lines={8} /> : null}
      {answer === null ? null : <Found answer={answer} />}
    </div>
  );
}

function Found({ answer }: { readonly answer: SafetyRecordList }) {
  const { t, numbers, language } = useReader();
  const { items, total, intervals } = answer;
  const choice = useApp((state) => state.safetyChoice);
  const isNarrowed = JSON.stringify(choice) !== JSON.stringify(INITIAL_STATE.safetyChoice);
  const take = async (kind: TableKind) =>
    saveTable(kind, safetyTable(await readAllSafetyRecords(), { t, language }), t);
  return (
    <>
      <p className="hint">{t("ledger.safety.hint")}</p>
      <DueStates answer={answer} />
      <LedgerFold>
        <SafetyFilters />
      </LedgerFold>
      <p className="project-count" aria-live="polite" data-total={total}>
        <b>{numbers.counted(total, t("unit.buildings"))}</b>
        {total === 0 ? <span>{t("ledger.none")}</span> : null}
        {isNarrowed ? (
          <button type="button" className="quiet" onClick={clearSafetyChoice}>
            {t("ledger.clear")}
          </button>
        ) : null}
      </p>
      {total === 0 ? null : <LedgerDownloads onTake={take} />}
      {items.length < total ? (
        <p className="hint">{t("ledger.shown", { shown: items.length, total: numbers.number(total) })}</p>
      ) : null}
      <ul className="ledger-list">
        {items.map((record) => (
          <SafetyRow key={record.id} record={record} />
        ))}
      </ul>
      <LedgerBasis
        rows={intervals.map((each) => [
          each.maxAge === null
            ? t("ledger.safety.interval", { min: each.minAge, years: each.years })
            : t("ledger.safety.intervalUntil", { min: each.minAge, max: each.maxAge, years: each.years }),
          each,
        ])}
      />
    </>
  );
}

function DueStates({ answer: { states } }: { readonly answer: SafetyRecordList }) {
  const { t, numbers } = useReader();
  const due = useApp((state) => state.safetyChoice.due);
  return (
    <fieldset className="project-codes">
      <legend>{t("ledger.safety.due")}</legend>
      {DUE_STATES.map((state) => (
        <button
          key={state}
          type="button"
          className="chip"
          data-due={state}
          aria-pressed={due === state}
          onClick={() => chooseSafety({ due: due === state ? null : state })}
        >
          {t(`ledger.safety.dueState.${state}`)}{" "}
          <span className="chip-count">{numbers.number(states[state])}</span>
        </button>
      ))}
    </fieldset>
  );
}

function SafetyFilters() {
  const { t } = useReader();
  const { grade, hazards, disposition, text } = useApp((state) => state.safetyChoice);
  const any = t("ledger.any");
  const label = (key: string) => t(`ledger.safety.${key}`);
  return (
    <search className="ledger-filters">
      <label className="field ledger-wide">
        <span>{label("text")}</span>
        <input type="search" value={text} onChange={({ target }) => chooseSafety({ text: target.value })} />
      </label>
      <LedgerChoice
        {...{ label: label("grade"), value: grade, values: [...SAFETY_GRADES, "none"] as const, any }}
        nameOf={(value) => (value === "none" ? label("gradeNone") : value)}
        onChoose={(value) => chooseSafety({ grade: value })}
      />
      <LedgerChoice
        {...{ label: label("hazards"), value: hazards, values: ["open"] as const, any }}
        nameOf={() => label("hazardsOpen")}
        onChoose={(value) => chooseSafety({ hazards: value })}
      />
      <LedgerChoice
        {...{
          label: label("disposition"),
          value: disposition,
          values: [...DISPOSITIONS, "none"] as const,
          any,
        }}
        nameOf={(value) => (value === "none" ? label("dispositionNone") : label(`dispositionOf.${value}`))}
        onChoose={(value) => chooseSafety({ disposition: value })}
      />
    </search>
  );
}

function SafetyRow({ record }: { readonly record: SafetyRecord }) {
  const { t, language, numbers } = useReader();
  const { grade, dueOn, dueState, openHazards, disposition, yearBuilt } = record;
  const label = (key: string, values = {}) => t(`ledger.safety.${key}`, values);
  return (
    <li>
      <button
        type="button"
        className="ledger-row"
        data-building={record.id}
        onClick={() => openLedgerThing("building", record)}
      >
        <b>{buildingTitle(record, { t, language })}</b>
        <span className="ledger-tags">
          <span data-due={dueState}>
            {label(`dueState.${dueState}`)}
            {dueOn === null ? "" : ` ${dueOn}`}
          </span>
          <span data-grade={grade ?? "none"}>
            {grade === null ? label("gradeNone") : label("gradeOf", { grade })}
          </span>
          {openHazards > 0 ? (
            <span data-open="true">{label("hazardCount", { count: openHazards })}</span>
          ) : null}
        </span>
        <small>
          {t("field.yearBuilt")} {yearBuilt ?? numbers.unknown} · {label("disposition")}{" "}
          {disposition === null ? label("dispositionNone") : label(`dispositionOf.${disposition}`)}
        </small>
      </button>
    </li>
  );
}
