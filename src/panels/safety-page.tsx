import type { SafetyPage } from "../../server/contract/safety-records.ts";
import { buildingTitle } from "../locale/building-title.ts";
import { useReader } from "../locale/use-reader.ts";
import { showExtent } from "../state/appearance.ts";
import { readBuildingFile } from "../state/ledger.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { Icon } from "./icon.tsx";
import { LedgerCard } from "./ledger-card.tsx";
import { LedgerFacts, LedgerHistory, LedgerMarks } from "./ledger-parts.tsx";
import { ClosingForm, FileForm, HazardForm, InspectionForm } from "./safety-forms.tsx";

/** One building of the archive: grade, inspections, next due, hazards, plan, fund and insurance, each with its form. */
export function SafetyDetails({ id }: { readonly id: string }) {
  const run = useApp((state) => state.safetyPage);
  return (
    <LedgerCard name="safety" id={id} run={run} read={readBuildingFile}>
      {(page) => <Page page={page} />}
    </LedgerCard>
  );
}

function Page({ page }: { readonly page: SafetyPage }) {
  const { t, language } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const { record } = page;
  return (
    <>
      <p className="eyebrow">{t("ledger.safety.title")}</p>
      <h2 className="card-title">{buildingTitle(record, { t, language })}</h2>
      <LedgerMarks internal />
      <p className="actions">
        <button type="button" onClick={() => showExtent(record.extent)}>
          <Icon name="target" />
          {t("action.zoomTo")}
        </button>
      </p>
      <Facts page={page} />
      {canWrite ? null : <p className="hint">{t("ledger.readOnly")}</p>}
      <Inspections page={page} canWrite={canWrite} />
      <Hazards page={page} canWrite={canWrite} />
      <File page={page} canWrite={canWrite} />
      <LedgerHistory changes={page.changes} />
    </>
  );
}

type Part = { readonly page: SafetyPage; readonly canWrite: boolean };

function Facts({ page: { record } }: Pick<Part, "page">) {
  const { t, numbers } = useReader();
  const label = (key: string, values = {}) => t(`ledger.safety.${key}`, values);
  const { grade, gradeBy, dueOn, dueState, intervalYears } = record;
  const due = [
    label(`dueState.${dueState}`),
    dueOn === null ? null : label("dueOn", { date: dueOn }),
    intervalYears === null ? null : label("every", { years: intervalYears }),
  ];
  const lines: readonly (readonly [string, string])[] = [
    [
      label("grade"),
      grade === null
        ? label("gradeNone")
        : t("ledger.aside", { text: label("gradeOf", { grade }), aside: label(`gradeBy.${gradeBy}`) }),
    ],
    [label("due"), due.filter(Boolean).join(" · ")],
    [t("field.yearBuilt"), String(record.yearBuilt ?? numbers.unknown)],
    [label("structure"), record.structure ?? numbers.unknown],
    [t("field.floorsAbove"), numbers.number(record.floorsAbove, 1)],
    [t("field.gfaAboveSqm"), numbers.floorArea(record.gfaAboveSqm)],
  ];
  return <LedgerFacts lines={lines} />;
}

function Inspections({ page: { record, inspections }, canWrite }: Part) {
  const { t } = useReader();
  return (
    <section>
      <h3>{t("ledger.safety.inspections")}</h3>
      {inspections.length === 0 ? <p className="hint">{t("ledger.safety.inspectionsNone")}</p> : null}
      <ol className="ledger-entries" data-inspections={inspections.length}>
        {inspections.map(({ id, inspectedOn, inspector, grade, result }) => (
          <li key={id}>
            <b>{inspectedOn}</b> {inspector}
            {grade === null ? "" : ` · ${t("ledger.safety.gradeOf", { grade })}`}
            {result === null ? null : <p>{result}</p>}
          </li>
        ))}
      </ol>
      {canWrite ? <InspectionForm id={record.id} /> : null}
    </section>
  );
}

function Hazards({ page: { record, hazards }, canWrite }: Part) {
  const { t } = useReader();
  return (
    <section>
      <h3>{t("ledger.safety.hazards")}</h3>
      {hazards.length === 0 ? <p className="hint">{t("ledger.safety.hazardsNone")}</p> : null}
      <ol className="ledger-entries">
        {hazards.map(({ id, foundOn, description, closedOn, closing }) => (
          <li key={id} data-hazard={closedOn === null ? "open" : "closed"}>
            <b>{foundOn}</b> {description}
            {closedOn === null ? null : <p>{t("ledger.safety.closed", { date: closedOn, closing })}</p>}
            {closedOn === null && canWrite ? <ClosingForm id={record.id} hazard={id} /> : null}
          </li>
        ))}
      </ol>
      {canWrite ? <HazardForm id={record.id} /> : null}
    </section>
  );
}

function File({ page: { record, file }, canWrite }: Part) {
  const { t, numbers } = useReader();
  const today = useApp((state) => answerOfRun(state.safetyRecords)?.today ?? null);
  const label = (key: string, values = {}) => t(`ledger.safety.${key}`, values);
  const { disposition = null, fundAccount = null, insuredUntil = null, measures = null } = file ?? {};
  const isOver = insuredUntil !== null && today !== null && insuredUntil < today;
  const lines: readonly (readonly [string, string])[] = [
    [
      label("disposition"),
      disposition === null ? label("dispositionNone") : label(`dispositionOf.${disposition}`),
    ],
    [label("measures"), measures ?? numbers.unknown],
    [label("fundAccount"), fundAccount ?? numbers.unknown],
    [
      label("insuredUntil"),
      isOver
        ? t("ledger.aside", { text: insuredUntil, aside: label("insuranceOver") })
        : (insuredUntil ?? numbers.unknown),
    ],
  ];
  return (
    <section>
      <h3>{label("file")}</h3>
      <LedgerFacts lines={lines} />
      {canWrite ? <FileForm id={record.id} file={file} /> : null}
    </section>
  );
}
