import { useState } from "react";
import type { TargetBody } from "../../server/contract/evaluation.ts";
import { useFindingReader } from "../locale/use-finding-reader.ts";
import { useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { EntryRefusal } from "./entry-refusal.tsx";
import { IndicatorOptions } from "./finding-options.tsx";
import { numberIn, textIn } from "./form-values.ts";
import { LedgerField } from "./ledger-parts.tsx";
import { PickOne } from "./pick-one.tsx";
import { useZoneGroups } from "./zone-groups.ts";

interface TargetFormProps {
  /** What is typed is kept under. */
  readonly draft: string;
  readonly onSend: (body: TargetBody) => Promise<void>;
  readonly onClose: () => void;
}

/** Sets an indicator that a project is to move: before and target; what is typed stays where the service does not take it. */
export function TargetForm({ draft, onSend, onClose }: TargetFormProps) {
  const { t } = useFindingReader();
  const zones = useZoneGroups({ before: ["district", "renewal-district"] });
  const indicators = useApp((state) => state.indicators);
  const edition = indicators[0]?.edition ?? "";
  const [code, setCode] = useState("");
  const unit = indicators.find((each) => each.edition === edition && each.code === code)?.unit;
  const isShare = unit === "share" || unit === "growth";
  const [isMeasured, setMeasured] = useState(true);
  const send = async (form: FormData) => {
    const valueIn = (name: string) => {
      const value = numberIn(form, name);
      return value !== null && isShare ? value / 100 : value;
    };
    await onSend({
      ...{ edition, indicator: textIn(form, "indicator") ?? "", zone: textIn(form, "zone") ?? "" },
      ...{ beforeValue: valueIn("beforeValue"), beforeOn: textIn(form, "beforeOn") },
      ...{ measureBefore: isMeasured, targetValue: valueIn("targetValue") ?? Number.NaN },
      ...{ targetYear: numberIn(form, "targetYear"), basis: textIn(form, "basis") ?? "", level: null },
    });
  };
  const label = (name: string) => t(`entry.evaluation.${name}`);
  const valueLabel = (name: string) =>
    isShare ? t("entry.evaluation.inPercent", { label: label(name) }) : label(name);
  return (
    <DraftForm
      className="evidence-form entry-form"
      draft={draft}
      onSend={send}
      onClose={onClose}
      save={label("save")}
      Refusal={EntryRefusal}
    >
      <label className="field">
        <span>{label("indicator")}</span>
        <select name="indicator" required value={code} onChange={({ target }) => setCode(target.value)}>
          <option value="">{label("chooseIndicator")}</option>
          <IndicatorOptions />
        </select>
      </label>
      <PickOne name="zone" legend={label("zone")} groups={zones} required />
      <label>
        <input
          type="checkbox"
          name="measured"
          checked={isMeasured}
          onChange={({ target }) => setMeasured(target.checked)}
        />{" "}
        {label("measureBefore")}
      </label>
      {isMeasured ? null : (
        <div className="project-selects">
          <LedgerField name="beforeValue" type="number" label={valueLabel("beforeValue")} />
          <LedgerField name="beforeOn" type="date" label={label("beforeOn")} />
        </div>
      )}
      <div className="project-selects">
        <LedgerField name="targetValue" type="number" required label={valueLabel("targetValue")} />
        <LedgerField name="targetYear" type="number" label={label("targetYear")} />
      </div>
      <LedgerField name="basis" required label={label("basis")} />
    </DraftForm>
  );
}
