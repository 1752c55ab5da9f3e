import { useEffect, useState } from "react";
import type { AcquisitionPlotPage } from "../../server/contract/acquisition-plots.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { shownStage } from "../state/plot-share.ts";
import { saveCounts, saveTarget } from "../state/signing.ts";
import { useApp } from "../state/store.ts";
import { DraftForm, useOpenedOf } from "./draft-form.tsx";
import { numberIn, textIn } from "./form-values.ts";
import { KindFields } from "./plot-form.tsx";
import { SigningField, SigningRefusal } from "./signing-field.tsx";

const OFFERED = ["count", "setTarget"] as const;

/** What is written to a plot: how many had come to a stage by a day, and by when they shall. */
export function PlotWrites({ page }: { readonly page: AcquisitionPlotPage }) {
  const { t } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const [opened, setOpened] = useOpenedOf((form) => `${form} ${page.plot.id}`, OFFERED);
  useEffect(() => () => useApp.setState({ programmeRefusal: null }), []);
  if (!canWrite) return null;
  const close = () => {
    setOpened(null);
    useApp.setState({ programmeRefusal: null });
  };
  return (
    <section>
      {opened === null ? (
        <p className="actions">
          {OFFERED.filter(
            (each) => each !== "count" || !page.kept || page.stages.some(({ counted }) => counted === "plot"),
          ).map((each) => (
            <button key={each} type="button" onClick={() => setOpened(each)}>
              {t(`signing.form.${each}`)}
            </button>
          ))}
        </p>
      ) : null}
      {opened === "count" ? <CountForm page={page} onClose={close} /> : null}
      {opened === "setTarget" ? <TargetForm page={page} onClose={close} /> : null}
      {opened === null ? <SigningRefusal /> : null}
    </section>
  );
}

interface FormProps {
  readonly page: AcquisitionPlotPage;
  readonly onClose: () => void;
}

function CountForm({ page: { plot, stages: all, kept }, onClose }: FormProps) {
  const { t } = useReader();
  // what follows from households is not counted by hand
  const stages = kept ? all.filter(({ counted }) => counted === "plot") : all;
  const [code, setCode] = useState<string>(kept ? (stages[0]?.code ?? "") : shownStage(plot.purpose));
  const isOfPlot = stages.find((stage) => stage.code === code)?.counted === "plot";
  const send = (form: FormData) => {
    const counts = plot.byKind.flatMap(({ kind }) => {
      const households = numberIn(form, `households-${kind}`);
      return households === null ? [] : [{ kind, households, areaSqm: numberIn(form, `area-${kind}`) }];
    });
    return saveCounts(plot.id, { stage: code, on: textIn(form, "on") ?? "", counts });
  };
  return (
    <DraftForm draft={`count ${plot.id}`} onSend={send} onClose={onClose} save={t("signing.form.save")}>
      <StageField stages={stages} code={code} onPick={setCode} />
      <SigningField name="on" type="date" label={t("signing.form.on")} required />
      {isOfPlot ? null : (
        <>
          <p className="hint">{t("signing.form.cumulative")}</p>
          <div className="signing-kinds">
            {plot.byKind.map(({ kind }) => (
              <KindFields key={kind} kind={kind} withArea={plot.purpose !== "acquisition"} />
            ))}
          </div>
        </>
      )}
      <SigningRefusal />
    </DraftForm>
  );
}

function TargetForm({ page: { plot, stages, targets }, onClose }: FormProps) {
  const { t } = useReader();
  const [code, setCode] = useState<string>(shownStage(plot.purpose));
  const before = targets.find(({ stage }) => stage === code);
  const send = (form: FormData) =>
    saveTarget(plot.id, code, {
      startsOn: textIn(form, "startsOn") ?? "",
      dueOn: textIn(form, "dueOn") ?? "",
      households: numberIn(form, "households") ?? 0,
    });
  return (
    <DraftForm draft={`setTarget ${plot.id}`} onSend={send} onClose={onClose} save={t("signing.form.save")}>
      <StageField
        stages={stages.filter(({ counted }) => counted === "households")}
        code={code}
        onPick={setCode}
      />
      <SigningField
        key={`from ${code}`}
        name="startsOn"
        type="date"
        label={t("signing.form.startsOn")}
        required
        initial={before?.startsOn}
      />
      <SigningField
        key={`due ${code}`}
        name="dueOn"
        type="date"
        label={t("signing.form.dueOn")}
        required
        initial={before?.dueOn}
      />
      <SigningField
        key={`target ${code}`}
        name="households"
        type="number"
        label={t("signing.form.target")}
        required
        initial={before?.households ?? plot.households}
      />
      <SigningRefusal />
    </DraftForm>
  );
}

interface StageFieldProps {
  readonly stages: FormProps["page"]["stages"];
  readonly code: string;
  readonly onPick: (code: string) => void;
}

function StageField({ stages, code, onPick }: StageFieldProps) {
  const { t, language } = useReader();
  return (
    <label className="field">
      <span>{t("signing.form.stage")}</span>
      <select name="stage" value={code} onChange={({ target }) => onPick(target.value)}>
        {stages.map((stage) => (
          <option key={stage.code} value={stage.code}>
            {nameIn(language, stage)}
          </option>
        ))}
      </select>
    </label>
  );
}
