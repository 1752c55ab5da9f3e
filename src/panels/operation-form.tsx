import type { OperationBody, OperationKind, OperationUnit } from "../../server/contract/operation.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { addUnit, saveUnit } from "../state/operation.ts";
import { useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { FormRefusal } from "./form-parts.tsx";
import { numberIn, textIn } from "./form-values.ts";

/** What the draft of a unit is kept under. */
export const operationDraft = (unit: string) => `operation ${unit}`;

interface FormProps {
  /** The unit that is written anew; null = a new one of `project`. */
  readonly unit: OperationUnit | null;
  readonly project: string;
  readonly kinds: readonly OperationKind[];
  readonly onClose: () => void;
}

/** Takes down a unit of a project; rent and contract only where what is internal is served. */
export function OperationForm({ unit, project, kinds, onClose }: FormProps) {
  const { t, language } = useReader();
  const isInternal = useApp((state) => state.settings?.internal === true);
  const refusal = useApp((state) => state.operationRefusal);
  const send = (form: FormData) => {
    const body = bodyOf(form);
    const seen = unit?.changes[0]?.version ?? null;
    return unit ? saveUnit({ ...body, id: unit.id, seen }) : addUnit({ ...body, project, level: "public" });
  };
  const field = (name: keyof OperationBody, type = "text", required = false) => (
    <label className="field">
      <span>{t(`operation.field.${name}`)}</span>
      <input
        {...{ name, type, required }}
        {...(type === "number" && { step: "any", min: 0 })}
        defaultValue={unit?.[name] ?? undefined}
        autoComplete="off"
      />
    </label>
  );
  return (
    <DraftForm
      draft={operationDraft(unit?.id ?? `new ${project}`)}
      label={t("operation.form")}
      onSend={send}
      onClose={onClose}
      save={t("ledger.save")}
    >
      {field("nameZh", "text", true)}
      {field("nameEn")}
      <label className="field">
        <span>{t("operation.field.kind")}</span>
        <select name="kind" required defaultValue={unit?.kind ?? ""}>
          <option value="">{t("operation.choose")}</option>
          {kinds.map((kind) => (
            <option key={kind.code} value={kind.code}>
              {nameIn(language, kind)}
            </option>
          ))}
        </select>
      </label>
      {field("areaSqm", "number")}
      {field("letSqm", "number")}
      {field("operator")}
      {field("openedOn", "date")}
      {field("closedOn", "date")}
      {isInternal ? (
        <fieldset className="internal-fields">
          <legend>{t("operation.internal")}</legend>
          {field("rentYuan", "number")}
          {field("contractFrom", "date")}
          {field("contractTo", "date")}
          {field("contractNote")}
        </fieldset>
      ) : null}
      {field("asOf", "date", true)}
      {field("source", "text", true)}
      <FormRefusal refusal={refusal} title={t("operation.refused")} />
    </DraftForm>
  );
}

function bodyOf(form: FormData): OperationBody {
  const number = (name: string) => numberIn(form, name);
  const text = (name: string) => textIn(form, name);
  return {
    ...{ nameZh: text("nameZh") ?? "", nameEn: text("nameEn"), kind: text("kind") ?? "" },
    ...{ areaSqm: number("areaSqm"), letSqm: number("letSqm"), operator: text("operator") },
    ...{ openedOn: text("openedOn"), closedOn: text("closedOn"), rentYuan: number("rentYuan") },
    ...{ contractFrom: text("contractFrom"), contractTo: text("contractTo") },
    ...{ contractNote: text("contractNote"), asOf: text("asOf") ?? "", source: text("source") ?? "" },
  };
}
