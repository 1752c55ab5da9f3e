import type { TableKind } from "../formats/table-file.ts";
import "../look/ledger.css";
import "../look/programme.css";
import { useEffect, useState } from "react";
import {
  ESTATE_SORTS,
  type Estate,
  type EstateList,
  type EstateRule,
  LIFT_STATES,
} from "../../server/contract/estates.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { INITIAL_STATE } from "../state/app-state.ts";
import {
  chooseEstates,
  clearEstateChoice,
  estatesAgain,
  followEstates,
  openLedgerThing,
  readAllEstates,
} from "../state/ledger.ts";
import { selectLedgerThing } from "../state/projects-view.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { EstateDetails } from "./estate-page.tsx";
import { FailureNote } from "./failure-note.tsx";
import { estateTable, saveTable } from "./ledger-file.ts";
import { LedgerChoice, LedgerDownloads, LedgerFold, LedgerMarks } from "./ledger-parts.tsx";
import { Skeleton } from "./skeleton.tsx";

/** The estates of the district: filters, how many are left and how many cannot be judged, the list the map shows; or one of them. */
export function EstatesPanel() {
  useEffect(followEstates, []);
  const opened = useApp(selectLedgerThing);
  return opened === null ? <EstateLedger /> : <EstateDetails key={opened} id={opened} />;
}

function EstateLedger() {
  const { t } = useReader();
  const run = useApp((state) => state.estates);
  const answer = answerOfRun(run);
  return (
    <div
      className="ledger"
      data-ledger="estates"
      data-state={run.status}
      aria-busy={run.status === "running"}
    >
      <h2>{t("ledger.estates.title")}</h2>
      <LedgerMarks />
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={estatesAgain} /> : null}
      {answer === null && run.status === "running" ? <Skeleton lines={8} /> : null}
      {answer?.known === 0 ? <p className="hint">{t("ledger.estates.noneKnown")}</p> : null}
      {answer !== null && answer.known > 0 ? <Known answer={answer} /> : null}
    </div>
  );
}

const ruleOf = (rules: readonly EstateRule[], name: EstateRule["rule"]) =>
  rules.find(({ rule }) => rule === name)?.value ?? null;

function Known({ answer }: { readonly answer: EstateList }) {
  const { t, numbers, language } = useReader();
  const { items, total, undecided, rules } = answer;
  const [from, to] = [ruleOf(rules, "survey-from"), ruleOf(rules, "survey-to")];
  const choice = useApp((state) => state.estateChoice);
  const isNarrowed = JSON.stringify(choice) !== JSON.stringify(INITIAL_STATE.estateChoice);
  const take = async (kind: TableKind) =>
    saveTable(kind, estateTable(await readAllEstates(), { t, language }), t);
  return (
    <>
      <p className="hint">{t("ledger.estates.hint", { floors: ruleOf(rules, "lift-floors") })}</p>
      <p className="actions">
        <button
          type="button"
          className="chip"
          onClick={() => chooseEstates({ builtFrom: from, builtTo: to, lift: "none", project: "none" })}
        >
          {t("ledger.estates.ask", { from, to })}
        </button>
      </p>
      <LedgerFold>
        <EstateFilters />
      </LedgerFold>
      <p className="project-count" aria-live="polite" data-total={total}>
        <b>{t("ledger.estates.count", { total: numbers.number(total) })}</b>
        {total === 0 ? <span>{t("ledger.none")}</span> : null}
        {isNarrowed ? (
          <button type="button" className="quiet" onClick={clearEstateChoice}>
            {t("ledger.clear")}
          </button>
        ) : null}
      </p>
      {undecided > 0 ? (
        <p className="ledger-undecided" data-undecided={undecided}>
          {t("ledger.estates.undecided", { count: undecided })}
          <button type="button" className="quiet" onClick={() => chooseEstates({ lift: "unknown" })}>
            {t("ledger.estates.showUndecided")}
          </button>
        </p>
      ) : null}
      {total === 0 ? null : <LedgerDownloads onTake={take} />}
      {items.length < total ? (
        <p className="hint">{t("ledger.shown", { shown: items.length, total: numbers.number(total) })}</p>
      ) : null}
      <ul className="ledger-list">
        {items.map((estate) => (
          <EstateRow key={estate.id} estate={estate} />
        ))}
      </ul>
    </>
  );
}

function EstateFilters() {
  const { t } = useReader();
  const { builtFrom, builtTo, lift, project, survey, text, sort } = useApp((state) => state.estateChoice);
  const any = t("ledger.any");
  const label = (key: string) => t(`ledger.estates.${key}`);
  return (
    <search className="ledger-filters">
      <label className="field ledger-wide">
        <span>{label("text")}</span>
        <input type="search" value={text} onChange={({ target }) => chooseEstates({ text: target.value })} />
      </label>
      <YearField name="builtFrom" value={builtFrom} />
      <YearField name="builtTo" value={builtTo} />
      <LedgerChoice
        {...{ label: label("lift"), value: lift, values: LIFT_STATES, any }}
        nameOf={(value) => label(`liftState.${value}`)}
        onChoose={(value) => chooseEstates({ lift: value })}
      />
      <LedgerChoice
        {...{ label: label("project"), value: project, values: ["none", "some"] as const, any }}
        nameOf={(value) => label(`projectState.${value}`)}
        onChoose={(value) => chooseEstates({ project: value })}
      />
      <LedgerChoice
        {...{ label: label("survey"), value: survey, values: ["none", "some"] as const, any }}
        nameOf={(value) => label(`surveyState.${value}`)}
        onChoose={(value) => chooseEstates({ survey: value })}
      />
      <LedgerChoice
        {...{ label: label("sort"), value: sort, values: ESTATE_SORTS }}
        nameOf={(value) => label(`sorts.${value}`)}
        onChoose={(value) => chooseEstates({ sort: value ?? INITIAL_STATE.estateChoice.sort })}
      />
    </search>
  );
}

function YearField({
  name,
  value,
}: {
  readonly name: "builtFrom" | "builtTo";
  readonly value: number | null;
}) {
  const { t } = useReader();
  const [typed, setTyped] = useState(String(value ?? ""));
  // a button or the address may say another year than the one typed
  useEffect(() => setTyped((before) => (yearOf(before) === value ? before : String(value ?? ""))), [value]);
  return (
    <label className="field">
      <span>{t(`ledger.estates.${name}`)}</span>
      <input
        inputMode="numeric"
        maxLength={4}
        placeholder={t("ledger.any")}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          chooseEstates({ [name]: yearOf(target.value) });
        }}
      />
    </label>
  );
}

// half a year asks for nothing yet
const yearOf = (text: string) => (/^\d{4}$/.test(text) ? Number(text) : null);

function EstateRow({ estate }: { readonly estate: Estate }) {
  const { t, numbers, language } = useReader();
  const { builtYear, liftState, projects, surveyedOn, buildings, dwellings } = estate;
  const label = (key: string, values = {}) => t(`ledger.estates.${key}`, values);
  const projectState = projects === null ? "unknown" : projects.length > 0 ? "some" : "none";
  return (
    <li>
      <button
        type="button"
        className="ledger-row"
        data-estate={estate.id}
        onClick={() => openLedgerThing("zone", estate)}
      >
        <b>{nameIn(language, estate)}</b>
        <span className="ledger-tags">
          <span>
            {builtYear === null ? `${label("built")} ${numbers.unknown}` : label("year", { year: builtYear })}
          </span>
          <span data-lift={liftState}>{label(`liftState.${liftState}`)}</span>
          <span data-project={projectState}>{label(`projectState.${projectState}`)}</span>
        </span>
        <small>
          {label("buildings")} {numbers.number(buildings)} · {label("dwellings")} {numbers.number(dwellings)}{" "}
          · {surveyedOn === null ? label("surveyState.none") : label("surveyedOn", { date: surveyedOn })}
        </small>
      </button>
    </li>
  );
}
