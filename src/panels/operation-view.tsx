import "../look/programme.css";
import "../look/operation.css";
import { useEffect } from "react";
import type { OperationList, OperationUnit, OperationYear } from "../../server/contract/operation.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { followOperation, operationAgain, setOperationState } from "../state/operation.ts";
import { select } from "../state/selection.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { useOpenedOf } from "./draft-form.tsx";
import { FailureNote } from "./failure-note.tsx";
import { OperationForm, operationDraft } from "./operation-form.tsx";
import { Skeleton } from "./skeleton.tsx";

/** What all projects hold once they are let, by project. */
export function OperationView() {
  const { t } = useReader();
  return (
    <article className="card operation">
      <h2 className="card-title">{t("operation.open")}</h2>
      <p className="hint">{t("operation.hint")}</p>
      <States />
      <Operation project={null} />
    </article>
  );
}

const STATES = ["run", "closed"] as const;

function States() {
  const { t } = useReader();
  const chosen = useApp((state) => state.operationState);
  return (
    <fieldset className="project-codes">
      <legend>{t("operation.state")}</legend>
      {STATES.map((each) => (
        <button
          key={each}
          type="button"
          className="chip"
          aria-pressed={chosen === each}
          onClick={() => setOperationState(chosen === each ? null : each)}
        >
          {t(`operation.stateOf.${each}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** What one project holds once it is let, with its years, and the form. */
export function OperationPart({ project }: { readonly project: string }) {
  const { t } = useReader();
  return (
    <section className="operation" data-operation={project}>
      <h3>{t("operation.title")}</h3>
      <Operation project={project} />
    </section>
  );
}

function Operation({ project }: { readonly project: string | null }) {
  const run = useApp((state) => state.operation);
  useEffect(followOperation, []);
  const answer = run.status !== "idle" && run.params.project === project ? answerOfRun(run) : null;
  if (run.status === "failed") return <FailureNote failure={run.failure} onRetry={operationAgain} />;
  return answer === null ? <Skeleton lines={4} /> : <Units answer={answer} project={project} />;
}

interface UnitsProps {
  readonly answer: OperationList;
  readonly project: string | null;
}

function Units({ answer, project }: UnitsProps) {
  const { t } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  // the unit in the form; "new" = one to be added
  const { items, kinds, years } = answer;
  const ids = items.map(({ id }) => id);
  const [open, setOpen] = useOpenedOf(operationDraft, project === null ? ids : [`new ${project}`, ...ids]);
  const close = () => setOpen(null);
  return (
    <>
      {items.length === 0 ? (
        <p className="hint">{t("operation.none")}</p>
      ) : (
        <Sums answer={answer} ofAll={project === null} />
      )}
      <ul className="operation-units">
        {items.map((unit) => (
          <li key={unit.id} data-unit={unit.id} data-closed={unit.closedOn !== null}>
            {open === unit.id ? (
              <OperationForm unit={unit} project={unit.project.id} kinds={kinds} onClose={close} />
            ) : (
              <Unit
                unit={unit}
                answer={answer}
                ofAll={project === null}
                onEdit={canWrite ? () => setOpen(unit.id) : null}
              />
            )}
          </li>
        ))}
      </ul>
      {project === null || years.length === 0 ? null : <Years years={years} />}
      {!canWrite || project === null ? null : open === `new ${project}` ? (
        <OperationForm unit={null} project={project} kinds={kinds} onClose={close} />
      ) : (
        <p className="actions">
          <button type="button" onClick={() => setOpen(`new ${project}`)}>
            {t("operation.add")}
          </button>
        </p>
      )}
    </>
  );
}

function Sums({ answer: { sums }, ofAll }: Pick<UnitProps, "answer" | "ofAll">) {
  const { t, numbers } = useReader();
  const unknown = (count: number | null) =>
    count === null || count === 0 ? null : <small>{t("operation.unknown", { count })}</small>;
  return (
    <dl className="operation-sums">
      {ofAll ? (
        <>
          <div data-sum="units">
            <dt>{t("operation.units")}</dt>
            <dd>{numbers.number(sums.units)}</dd>
          </div>
          <div data-sum="projects">
            <dt>{t("operation.projects")}</dt>
            <dd>{numbers.number(sums.projects)}</dd>
          </div>
        </>
      ) : null}
      <div data-sum="occupancy">
        <dt>{t("operation.occupancy")}</dt>
        <dd>
          {numbers.share(sums.occupancy)}
          {unknown(sums.occupancyUnknown)}
        </dd>
      </div>
      <div>
        <dt>{t("operation.area")}</dt>
        <dd>{numbers.area(sums.areaSqm)}</dd>
      </div>
      <div data-sum="scenes">
        <dt>{t("operation.scenes")}</dt>
        <dd>{numbers.number(sums.scenes)}</dd>
      </div>
      {sums.rentUnknown === null ? null : (
        <div>
          <dt>{t("operation.rent")}</dt>
          <dd>
            {sums.rentYuan === null
              ? numbers.unknown
              : t("operation.rentOf", { rent: numbers.number(sums.rentYuan, 1) })}
            {unknown(sums.rentUnknown)}
          </dd>
        </div>
      )}
    </dl>
  );
}

interface UnitProps {
  readonly unit: OperationUnit;
  readonly answer: OperationList;
  readonly ofAll: boolean;
  readonly onEdit: (() => void) | null;
}

function Unit({ unit, answer, ofAll, onEdit }: UnitProps) {
  const { t, numbers, language } = useReader();
  const kind = answer.kinds.find(({ code }) => code === unit.kind);
  const { project, occupancy, operator, rentYuan, openedOn, closedOn, contractTo, asOf, source } = unit;
  const facts = [
    kind ? nameIn(language, kind) : unit.kind,
    unit.areaSqm === null ? null : numbers.area(unit.areaSqm),
    operator,
    openedOn === null ? null : t("operation.openedOf", { date: openedOn }),
    closedOn === null ? null : t("operation.closedOf", { date: closedOn }),
  ];
  const internal = [
    rentYuan === null ? null : t("operation.rentOf", { rent: numbers.number(rentYuan, 1) }),
    contractTo === null ? null : t("operation.contractOf", { date: contractTo }),
    unit.contractNote,
  ].filter(Boolean);
  return (
    <>
      <p className="operation-head">
        <b>{nameIn(language, unit)}</b>
        <span>{numbers.share(occupancy)}</span>
      </p>
      <i className="operation-bar" aria-hidden="true">
        <i style={{ width: `${(occupancy ?? 0) * 100}%` }} />
      </i>
      <p>{facts.filter(Boolean).join(" · ")}</p>
      {internal.length === 0 ? null : (
        <p className="internal-line">{t("operation.internalOf", { text: internal.join(" · ") })}</p>
      )}
      <p className="source">
        {unit.invented ? t("app.sample") : source} · {asOf}
      </p>
      <p className="actions">
        {ofAll ? (
          <button
            type="button"
            className="quiet"
            onClick={() => select({ layer: "project", id: project.id })}
          >
            {nameIn(language, project)}
          </button>
        ) : null}
        {onEdit === null ? null : (
          <button type="button" className="quiet" onClick={onEdit}>
            {t("operation.edit")}
          </button>
        )}
      </p>
    </>
  );
}

function Years({ years }: { readonly years: readonly OperationYear[] }) {
  const { t, numbers } = useReader();
  const money = (yuan: number | null) =>
    yuan === null ? numbers.unknown : t("money.yuan", { amount: numbers.count(yuan) });
  return (
    <table className="operation-years">
      <caption>{t("operation.years")}</caption>
      <thead>
        <tr>
          {(["year", "income", "cost", "net"] as const).map((name) => (
            <th key={name} scope="col">
              {t(`operation.column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, incomeYuan, costYuan, netYuan }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            <td>{money(incomeYuan)}</td>
            <td>{money(costYuan)}</td>
            <td>{money(netYuan)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
