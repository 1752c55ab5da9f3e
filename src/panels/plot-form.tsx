import { useEffect } from "react";
import { HOUSEHOLD_KINDS } from "../../server/contract/acquisition-plots.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { addPlot } from "../state/signing.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { numberIn, textIn } from "./form-values.ts";
import { SigningField, SigningRefusal } from "./signing-field.tsx";

/** What the draft of a new plot is kept under. */
export const PLOT_DRAFT = "plot";

/** Adds a plot of the purpose shown: name, households by kind, and the area drawn under Analyse as its shape. */
export function PlotForm({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useReader();
  const purpose = useApp((state) => state.consentPurpose);
  const area = useApp((state) => state.area);
  const projects = useApp((state) => answerOfRun(state.projects)?.items ?? NO_PROJECTS);
  useEffect(() => () => useApp.setState({ programmeRefusal: null }), []);
  const shape = area === null || "zone" in area ? null : area;
  const send = (form: FormData) => {
    const households = HOUSEHOLD_KINDS.flatMap((kind) => {
      const count = numberIn(form, `households-${kind}`);
      return count === null ? [] : [{ kind, households: count, areaSqm: numberIn(form, `area-${kind}`) }];
    });
    return addPlot({
      purpose,
      nameZh: textIn(form, "nameZh") ?? "",
      nameEn: textIn(form, "nameEn"),
      project: textIn(form, "project"),
      areaSqm: numberIn(form, "areaSqm"),
      area: form.get("shape") === null ? null : shape,
      households,
      source: textIn(form, "source") ?? "",
    });
  };
  return (
    <DraftForm draft={PLOT_DRAFT} onSend={send} onClose={onClose} save={t("signing.form.save")}>
      <SigningField name="nameZh" label={t("signing.form.name")} required />
      <SigningField name="nameEn" label={t("signing.form.nameEn")} />
      <div className="signing-kinds">
        {HOUSEHOLD_KINDS.map((kind) => (
          <KindFields key={kind} kind={kind} withArea={purpose !== "acquisition"} />
        ))}
      </div>
      <label className="field">
        <span>{t("signing.form.project")}</span>
        <select name="project" defaultValue="">
          <option value="">{t("signing.form.noProject")}</option>
          {projects.map((project) => (
            <option key={project.id} value={project.id}>
              {nameIn(language, project)}
            </option>
          ))}
        </select>
      </label>
      <SigningField name="areaSqm" label={t("signing.form.areaSqm")} type="number" />
      {shape === null ? (
        <p className="hint">{t("signing.form.noShape")}</p>
      ) : (
        <label>
          <input type="checkbox" name="shape" defaultChecked /> {t("signing.form.shape")}
        </label>
      )}
      <SigningField name="source" label={t("signing.form.source")} required />
      <SigningRefusal />
    </DraftForm>
  );
}

const NO_PROJECTS: readonly {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
}[] = [];

interface KindFieldsProps {
  readonly kind: (typeof HOUSEHOLD_KINDS)[number];
  readonly withArea: boolean;
}

/** How many households of a kind, and the area they own where that counts. */
export function KindFields({ kind, withArea }: KindFieldsProps) {
  const { t } = useReader();
  const told = { kind: t(`signing.kind.${kind}`) };
  return (
    <>
      <SigningField name={`households-${kind}`} label={t("signing.form.householdsOf", told)} type="number" />
      {withArea ? (
        <SigningField name={`area-${kind}`} label={t("signing.form.areaOf", told)} type="number" />
      ) : null}
    </>
  );
}
