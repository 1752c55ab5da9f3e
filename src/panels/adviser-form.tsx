import type { Adviser } from "../../server/contract/advisers.ts";
import { sendAdviser } from "../adviser-backend.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { EntryRefusal } from "./entry-refusal.tsx";
import { textIn } from "./form-values.ts";
import { LedgerField } from "./ledger-parts.tsx";
import { PickMany } from "./pick-many.tsx";
import { todayText } from "./today-text.ts";
import { useZoneGroups } from "./zone-groups.ts";

const OTHER_ZONES = ["renewal-district", "district"] as const;

/** Adds an adviser; `onPut` is told who it is. */
export function AdviserForm({ onPut }: { readonly onPut: (adviser: Adviser) => void }) {
  const { t, terms, language } = useReader();
  const district = useApp((state) => state.district)!;
  const send = async (form: FormData) =>
    onPut(
      await sendAdviser(district, {
        ...{ name: textIn(form, "name") ?? "", profession: textIn(form, "profession") ?? "" },
        ...{ organisation: textIn(form, "organisation"), zones: form.getAll("zones").map(String) },
        ...{ since: textIn(form, "since") ?? "", until: textIn(form, "until") },
        ...{ source: textIn(form, "source") ?? "", level: "public" },
      }),
    );
  const label = (name: string) => t(`entry.advisers.${name}`);
  const groups = useZoneGroups({ after: OTHER_ZONES });
  return (
    <details className="more">
      <summary>{label("add")}</summary>
      <DraftForm
        className="evidence-form entry-form"
        draft="adviser"
        onSend={send}
        save={label("save")}
        Refusal={EntryRefusal}
      >
        <LedgerField name="name" required label={label("name")} />
        <label className="field">
          <span>{label("profession")}</span>
          <select name="profession">
            {terms
              .filter(({ kind }) => kind === "adviser-profession")
              .map(({ code }) => (
                <option key={code} value={code}>
                  {termName(terms, { kind: "adviser-profession", code, language })}
                </option>
              ))}
          </select>
        </label>
        <LedgerField name="organisation" label={label("organisation")} />
        <PickMany name="zones" legend={label("zones")} groups={groups} required />
        <div className="project-selects">
          <LedgerField name="since" type="date" required label={label("since")} initial={todayText()} />
          <LedgerField name="until" type="date" label={label("until")} />
        </div>
        <LedgerField name="source" required label={label("source")} />
      </DraftForm>
    </details>
  );
}
