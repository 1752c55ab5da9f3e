import { useState } from "react";
import type { SigningStage } from "../../server/contract/acquisition-plots.ts";
import type { Household, HouseholdBody } from "../../server/contract/households.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { dropDraft } from "../state/drafts.ts";
import { addHousehold, removeHousehold, saveHousehold } from "../state/households.ts";
import { useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { FormRefusal } from "./form-parts.tsx";
import { textIn } from "./form-values.ts";

// not those of the contract, which would bring its schemas
const KINDS = ["dwelling", "non-dwelling", "shop"] as const;

/** What the draft of a household is kept under. */
export const householdDraft = (plot: string, id: string) => `household ${plot} ${id}`;

interface FormProps {
  readonly plot: string;
  /** null = a new one. */
  readonly household: Household | null;
  readonly stages: readonly SigningStage[];
  /** Whether counts made by hand give way. */
  readonly replaces: boolean;
  readonly onClose: () => void;
}

/** Takes down a household of a plot, or takes it out and says why. */
export function HouseholdForm({ plot, household, stages, replaces, onClose }: FormProps) {
  const { t, language } = useReader();
  const refusal = useApp((state) => state.householdRefusal);
  const draft = householdDraft(plot, household?.id ?? "new");
  const held = household && { plot, id: household.id, seen: household.version };
  const send = (form: FormData) => {
    const body = bodyOf(form, stages);
    return held ? saveHousehold(held, body) : addHousehold({ ...body, plot, replace: replaces });
  };
  const leave = () => {
    dropDraft(draft);
    onClose();
  };
  const field = (name: "number" | "tenure" | "team" | "note", required = false) => (
    <label className="field">
      <span>{t(`households.field.${name}`)}</span>
      <input
        name={name}
        required={required}
        defaultValue={household?.[name] ?? undefined}
        autoComplete="off"
      />
    </label>
  );
  return (
    <DraftForm
      draft={draft}
      label={t("households.form")}
      onSend={send}
      onClose={onClose}
      save={t("ledger.save")}
      below={
        held === null ? null : (
          <Removal onRemove={(reason) => removeHousehold(held, reason)} onClose={leave} />
        )
      }
    >
      {field("number", true)}
      <label className="field">
        <span>{t("households.field.kind")}</span>
        <select name="kind" defaultValue={household?.kind ?? "dwelling"}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`signing.kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("households.field.areaSqm")}</span>
        <input
          name="areaSqm"
          type="number"
          step="any"
          min={0}
          defaultValue={household?.areaSqm ?? undefined}
        />
      </label>
      {field("tenure")}
      {field("team")}
      {stages.map((stage) => (
        <label key={stage.code} className="field">
          <span>{t("households.stageOn", { stage: nameIn(language, stage) })}</span>
          <input name={`stage-${stage.code}`} type="date" defaultValue={household?.stages[stage.code]} />
        </label>
      ))}
      {field("note")}
      <FormRefusal refusal={refusal} title={t("households.refused")} />
    </DraftForm>
  );
}

interface RemovalProps {
  readonly onRemove: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

function Removal({ onRemove, onClose }: RemovalProps) {
  const { t } = useReader();
  const [isSending, setSending] = useState(false);
  const [reason, setReason] = useState("");
  const remove = async () => {
    setSending(true);
    const taken = await onRemove(reason);
    setSending(false);
    if (taken) onClose();
  };
  return (
    <details>
      <summary>{t("households.remove")}</summary>
      <label className="field">
        <span>{t("households.reason")}</span>
        <input
          name="removal"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          autoComplete="off"
        />
      </label>
      <p className="actions">
        <button type="button" disabled={isSending || reason.trim().length < 4} onClick={() => void remove()}>
          {t("households.remove")}
        </button>
      </p>
    </details>
  );
}

function bodyOf(form: FormData, stages: readonly SigningStage[]): HouseholdBody {
  const area = textIn(form, "areaSqm");
  return {
    number: textIn(form, "number") ?? "",
    kind: KINDS.find((kind) => kind === form.get("kind")) ?? "dwelling",
    areaSqm: area === null ? null : Number(area),
    ...{ tenure: textIn(form, "tenure"), team: textIn(form, "team"), note: textIn(form, "note") },
    stages: Object.fromEntries(
      stages.flatMap(({ code }) => {
        const on = textIn(form, `stage-${code}`);
        return on === null ? [] : [[code, on]];
      }),
    ),
  };
}
