import type { ReactNode } from "react";
import { DISPOSITIONS, SAFETY_GRADES } from "../../server/contract/filter-count.ts";
import type { SafetyPage } from "../../server/contract/safety-records.ts";
import { useReader } from "../locale/use-reader.ts";
import { addHazard, addInspection, closeHazard, saveSafetyFile } from "../state/ledger.ts";
import { DraftForm, useOpened } from "./draft-form.tsx";
import { textIn } from "./form-values.ts";
import { LedgerField, LedgerRefusal } from "./ledger-parts.tsx";

// a button that opens a form; what is typed stays where the service does not take it
function Fold({
  draft,
  title,
  send,
  children,
}: {
  /** What is typed is kept under. */
  readonly draft: string;
  readonly title: string;
  readonly send: (form: FormData) => Promise<void>;
  readonly children: ReactNode;
}) {
  const { t } = useReader();
  const [isOpen, setOpen] = useOpened(draft);
  if (!isOpen)
    return (
      <p className="actions">
        <button type="button" onClick={() => setOpen(true)}>
          {title}
        </button>
      </p>
    );
  return (
    <DraftForm
      draft={draft}
      label={title}
      onSend={send}
      onClose={() => setOpen(false)}
      save={t("ledger.save")}
      Refusal={LedgerRefusal}
    >
      {children}
    </DraftForm>
  );
}

const needed = (form: FormData, name: string) => textIn(form, name) ?? "";
const oneOf = <Name extends string>(names: readonly Name[], text: string | null) =>
  names.find((name) => name === text) ?? null;

function Select({
  name,
  label,
  values,
  nameOf,
  none,
  initial = null,
}: {
  readonly name: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly nameOf: (value: string) => string;
  readonly none: string;
  readonly initial?: string | null;
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <select name={name} defaultValue={initial ?? ""}>
        <option value="">{none}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {nameOf(value)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Takes down an inspection of a building. */
export function InspectionForm({ id }: { readonly id: string }) {
  const { t } = useReader();
  const label = (key: string) => t(`ledger.safety.${key}`);
  const send = (form: FormData) =>
    addInspection(id, {
      inspectedOn: needed(form, "inspectedOn"),
      inspector: needed(form, "inspector"),
      grade: oneOf(SAFETY_GRADES, textIn(form, "grade")),
      result: textIn(form, "result"),
    });
  return (
    <Fold draft={`inspection ${id}`} title={label("addInspection")} send={send}>
      <LedgerField name="inspectedOn" label={label("inspectedOn")} type="date" required />
      <LedgerField name="inspector" label={label("inspector")} required />
      <Select
        {...{ name: "grade", label: label("grade"), values: SAFETY_GRADES, none: label("gradeNone") }}
        nameOf={(value) => value}
      />
      <LedgerField name="result" label={label("result")} long />
    </Fold>
  );
}

/** Takes down a hazard found at a building. */
export function HazardForm({ id }: { readonly id: string }) {
  const { t } = useReader();
  const label = (key: string) => t(`ledger.safety.${key}`);
  const send = (form: FormData) =>
    addHazard(id, { foundOn: needed(form, "foundOn"), description: needed(form, "description") });
  return (
    <Fold draft={`hazard ${id}`} title={label("addHazard")} send={send}>
      <LedgerField name="foundOn" label={label("foundOn")} type="date" required />
      <LedgerField name="description" label={label("description")} required long />
    </Fold>
  );
}

/** Closes a hazard. */
export function ClosingForm({ id, hazard }: { readonly id: string; readonly hazard: string }) {
  const { t } = useReader();
  const label = (key: string) => t(`ledger.safety.${key}`);
  const send = (form: FormData) =>
    closeHazard(id, hazard, { closedOn: needed(form, "closedOn"), closing: needed(form, "closing") });
  return (
    <Fold draft={`closing of hazard ${id} ${hazard}`} title={label("close")} send={send}>
      <LedgerField name="closedOn" label={label("closedOn")} type="date" required />
      <LedgerField name="closing" label={label("closing")} required long />
    </Fold>
  );
}

/** Takes down 一楼一策, fund and insurance of a building. */
export function FileForm({ id, file }: { readonly id: string; readonly file: SafetyPage["file"] }) {
  const { t } = useReader();
  const label = (key: string) => t(`ledger.safety.${key}`);
  const send = (form: FormData) =>
    saveSafetyFile(id, {
      fundAccount: textIn(form, "fundAccount"),
      insuredUntil: textIn(form, "insuredUntil"),
      disposition: oneOf(DISPOSITIONS, textIn(form, "disposition")),
      measures: textIn(form, "measures"),
    });
  return (
    <Fold draft={`safety file ${id}`} title={t("ledger.edit")} send={send}>
      <Select
        {...{
          name: "disposition",
          label: label("disposition"),
          values: DISPOSITIONS,
          none: label("dispositionNone"),
        }}
        initial={file?.disposition ?? null}
        nameOf={(value) => label(`dispositionOf.${value}`)}
      />
      <LedgerField name="measures" label={label("measures")} initial={file?.measures} long />
      <LedgerField name="fundAccount" label={label("fundAccount")} initial={file?.fundAccount} />
      <LedgerField
        name="insuredUntil"
        label={label("insuredUntil")}
        type="date"
        initial={file?.insuredUntil}
      />
    </Fold>
  );
}
