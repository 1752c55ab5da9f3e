import "../look/entry.css";
import { useState } from "react";
import type { EnteredProject, ProjectEntry } from "../../server/contract/entered-projects.ts";
import { byEdition } from "../locale/category-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { changeProject, enterProject } from "../state/entered-projects.ts";
import { openProject } from "../state/projects.ts";
import { useApp } from "../state/store.ts";
import { AmountFields, amountsIn } from "./amount-fields.tsx";
import { DraftForm } from "./draft-form.tsx";
import { EntryRefusal } from "./entry-refusal.tsx";
import { ZoneOptions } from "./finding-options.tsx";
import { numberIn, textIn } from "./form-values.ts";
import { LedgerField } from "./ledger-parts.tsx";
import { PlaceChoice, placeIn } from "./place-choice.tsx";

interface EntryFormProps {
  /** The project to be changed; null = a new one. */
  readonly entry: ProjectEntry | null;
  readonly onClose?: () => void;
}

/** Enters a project, or changes one that was entered; what is typed stays where the service does not take it. */
export function EntryForm({ entry, onClose }: EntryFormProps) {
  const { t } = useReader();
  const send = async (given: FormData) => {
    const body = bodyIn(given, entry);
    if (entry === null) return openProject(await enterProject(body));
    const { stage: _, stageReason: __, ...change } = body;
    await changeProject(entry.id, { ...change, version: entry.version });
  };
  const initial = (name: keyof EnteredProject) => entry?.[name] as string | number | null | undefined;
  const label = (name: string) => t(`entry.field.${name}`);
  return (
    <DraftForm
      className="evidence-form entry-form"
      draft={entry === null ? "project" : `project ${entry.id}`}
      onSend={send}
      onClose={onClose}
      save={t(entry === null ? "entry.save" : "entry.saveChange")}
      Refusal={EntryRefusal}
    >
      <LedgerField name="nameZh" label={label("nameZh")} required initial={initial("nameZh")} />
      <Categories chosen={entry?.categories ?? []} />
      <PlaceChoice {...(entry === null ? {} : { instead: "keep" as const })} point />
      {entry === null ? <Stage /> : null}
      <LedgerField name="source" label={label("source")} required initial={initial("source")} />
      <details className="more">
        <summary>{t("entry.optional")}</summary>
        <LedgerField name="code" label={label("code")} initial={initial("code")} />
        <label className="field">
          <span>{label("renewalDistrict")}</span>
          <select name="renewalDistrict" defaultValue={initial("renewalDistrict") ?? ""}>
            <option value="" />
            <ZoneOptions kinds={["renewal-district"]} />
          </select>
        </label>
        <div className="project-selects">
          <LedgerField
            name="yearStart"
            type="number"
            min={1900}
            label={label("yearStart")}
            initial={initial("yearStart")}
          />
          <LedgerField
            name="yearEnd"
            type="number"
            min={1900}
            label={label("yearEnd")}
            initial={initial("yearEnd")}
          />
        </div>
        <LedgerField name="summaryZh" long label={label("summaryZh")} initial={initial("summaryZh")} />
        {(["unit", "implementer", "leader"] as const).map((name) => (
          <LedgerField key={name} name={name} label={label(name)} initial={entry?.responsibility[name]} />
        ))}
        <AmountFields initial={entry?.amounts ?? []} />
        <LedgerField name="nameEn" label={label("nameEn")} initial={initial("nameEn")} />
        <Level initial={entry?.level ?? "public"} />
      </details>
    </DraftForm>
  );
}

function Categories({ chosen }: { readonly chosen: readonly string[] }) {
  const { t, terms, language } = useReader();
  const codes = terms.flatMap(({ kind, code }) => (kind === "category" ? [code] : []));
  return (
    <fieldset className="category-choice">
      <legend>{t("entry.field.categories")}</legend>
      {byEdition(terms, codes).map(({ edition, codes: own }) => (
        <fieldset key={edition} data-edition={edition}>
          <legend>{t("pool.edition", { edition })}</legend>
          {own.map((code) => (
            <label key={code}>
              <input type="checkbox" name="categories" value={code} defaultChecked={chosen.includes(code)} />{" "}
              {termName(terms, { kind: "category", code, language })}
            </label>
          ))}
        </fieldset>
      ))}
      <p className="hint">{t("entry.categoriesHint")}</p>
    </fieldset>
  );
}

// where the line begins no reason is asked; a pause and an exit are moves, and no stage to be entered in
const OUT_OF_LINE = ["暂停", "出库"];

function Stage() {
  const { t, terms, language } = useReader();
  const line = terms.filter(({ kind, code }) => kind === "stage" && !OUT_OF_LINE.includes(code));
  const [chosen, setStage] = useState<string | null>(null);
  const stage = chosen ?? line[0]?.code;
  const isLater = stage !== line[0]?.code;
  return (
    <>
      <label className="field">
        <span>{t("entry.field.stage")}</span>
        <select name="stage" value={stage} onChange={({ target }) => setStage(target.value)}>
          {line.map(({ code }) => (
            <option key={code} value={code}>
              {termName(terms, { kind: "stage", code, language })}
            </option>
          ))}
        </select>
      </label>
      {isLater ? (
        <>
          <LedgerField name="stageReason" label={t("entry.field.stageReason")} required />
          <p className="hint">{t("entry.stageHint")}</p>
        </>
      ) : null}
    </>
  );
}

function Level({ initial }: { readonly initial: string }) {
  const { t } = useReader();
  const isInternal = useApp((state) => state.settings?.internal === true);
  if (!isInternal) return <input type="hidden" name="level" value="public" />;
  return (
    <label className="field">
      <span>{t("entry.field.level")}</span>
      <select name="level" defaultValue={initial}>
        {(["public", "internal"] as const).map((level) => (
          <option key={level} value={level}>
            {t(`entry.level.${level}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function bodyIn(form: FormData, entry: ProjectEntry | null): EnteredProject {
  const place = placeIn(form, useApp.getState()) ?? entry?.place;
  const text = (name: string) => textIn(form, name);
  return {
    ...{ nameZh: text("nameZh") ?? "", nameEn: text("nameEn"), code: text("code") },
    categories: form.getAll("categories").map(String),
    ...{ stage: text("stage"), stageReason: text("stageReason"), renewalDistrict: text("renewalDistrict") },
    ...{ yearStart: numberIn(form, "yearStart"), yearEnd: numberIn(form, "yearEnd") },
    ...{ summaryZh: text("summaryZh"), summaryEn: entry?.summaryEn ?? null, amounts: amountsIn(form) },
    // without a place the service says what is wanting
    place: place ?? { zone: "" },
    responsibility: { unit: text("unit"), implementer: text("implementer"), leader: text("leader") },
    ...{ source: text("source") ?? "", level: text("level") === "internal" ? "internal" : "public" },
  };
}
