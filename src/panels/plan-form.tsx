import "../look/entry.css";
import { useEffect, useState } from "react";
import {
  type NewPlanDocument,
  PLAN_KINDS,
  type PlanDocument,
  type PlanDocumentPage,
  type PlanKind,
} from "../../server/contract/plan-documents.ts";
import { readPlans } from "../entry-backend.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { makePlan } from "../state/entered-projects.ts";
import { useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { EntryRefusal } from "./entry-refusal.tsx";
import { numberIn, textIn } from "./form-values.ts";
import { LedgerField } from "./ledger-parts.tsx";
import { PlaceChoice, placeIn } from "./place-choice.tsx";

interface PlanFormProps {
  /** What it is a form of, as its draft is kept. */
  readonly draft: string;
  /** The kind it is to be; without one it is chosen. */
  readonly kind?: PlanKind;
  /** The plan it stands under; without one it is chosen. */
  readonly parent?: PlanDocument;
  readonly onMade: (page: PlanDocumentPage) => unknown;
  readonly onClose?: () => void;
}

/** The kind of plan that stands under one, null = projects do. */
export const kindBelow = (kind: PlanKind): PlanKind | null =>
  PLAN_KINDS[PLAN_KINDS.indexOf(kind) + 1] ?? null;

/** Makes a plan as a document; what is typed stays where the service does not take it. */
export function PlanForm({ draft, kind: asked, parent, onMade, onClose }: PlanFormProps) {
  const { t, terms, language } = useReader();
  const [kind, setKind] = useState<PlanKind>(asked ?? PLAN_KINDS[0]);
  const send = async (form: FormData) => onMade(await makePlan(bodyIn(form, kind, parent?.id ?? null)));
  const label = (name: string) => t(`entry.plan.${name}`);
  return (
    <DraftForm
      className="evidence-form entry-form"
      draft={draft}
      onSend={send}
      onClose={onClose}
      save={label("save")}
      Refusal={EntryRefusal}
    >
      {asked ? null : (
        <label className="field">
          <span>{label("kind")}</span>
          <select name="kind" value={kind} onChange={({ target }) => setKind(target.value as PlanKind)}>
            {PLAN_KINDS.map((each) => (
              <option key={each} value={each}>
                {termName(terms, { kind: "plan-kind", code: each, language })}
              </option>
            ))}
          </select>
        </label>
      )}
      <LedgerField name="nameZh" label={label("nameZh")} required />
      {parent ? null : <ParentField key={kind} kind={kind} />}
      <PlaceChoice instead="none" />
      <div className="project-selects">
        <LedgerField name="periodStart" type="number" label={label("periodStart")} />
        <LedgerField name="periodEnd" type="number" label={label("periodEnd")} />
      </div>
      <LedgerField name="source" label={label("source")} required />
      <details className="more">
        <summary>{label("approval")}</summary>
        <LedgerField name="fileNumber" label={label("fileNumber")} />
        <LedgerField name="approvedBy" label={label("approvedBy")} />
        <LedgerField name="approvedOn" type="date" label={label("approvedOn")} />
        <p className="hint">{label("approvalHalf")}</p>
      </details>
    </DraftForm>
  );
}

function ParentField({ kind }: { readonly kind: PlanKind }) {
  const { t, terms, language } = useReader();
  const plans = usePlans();
  const above = PLAN_KINDS[PLAN_KINDS.indexOf(kind) - 1];
  if (!above) return null;
  const possible = plans.filter((plan) => plan.kind === above);
  const kindName = termName(terms, { kind: "plan-kind", code: above, language });
  return (
    <label className="field">
      <span>{t("entry.plan.parent")}</span>
      <select name="parent">
        <option value="">{t("entry.plan.noParent")}</option>
        {possible.map((plan) => (
          <option key={plan.id} value={plan.id}>
            {nameIn(language, plan)}
          </option>
        ))}
      </select>
      {possible.length === 0 ? (
        <small className="hint">{t("entry.plan.parentMissing", { kind: kindName })}</small>
      ) : null}
    </label>
  );
}

/** The plans of the district; none where they cannot be read. */
export function usePlans(): readonly PlanDocument[] {
  const district = useApp((state) => state.district);
  const [plans, setPlans] = useState<readonly PlanDocument[]>([]);
  useEffect(() => {
    if (district !== null)
      readPlans(district).then(
        ({ items }) => setPlans(items),
        () => setPlans([]),
      );
  }, [district]);
  return plans;
}

function bodyIn(form: FormData, kind: PlanKind, parent: string | null): NewPlanDocument {
  const place = placeIn(form, useApp.getState());
  const [approvedBy, approvedOn] = [textIn(form, "approvedBy"), textIn(form, "approvedOn")];
  const fileNumber = textIn(form, "fileNumber");
  const isApproved = approvedBy !== null || approvedOn !== null || fileNumber !== null;
  return {
    ...{ kind, nameZh: textIn(form, "nameZh") ?? "", nameEn: null },
    parent: parent ?? textIn(form, "parent"),
    zone: place !== null && "zone" in place ? place.zone : null,
    area: place !== null && "type" in place && place.type !== "Point" ? place : null,
    ...{ periodStart: numberIn(form, "periodStart"), periodEnd: numberIn(form, "periodEnd") },
    source: textIn(form, "source") ?? "",
    // half an approval is refused by the service, with what is wanting
    approval: isApproved ? { fileNumber, approvedBy: approvedBy ?? "", approvedOn: approvedOn ?? "" } : null,
  };
}
