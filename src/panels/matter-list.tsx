import type { Matter } from "../../server/contract/consultation.ts";
import { patchMatter } from "../dispatch-backend.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { select } from "../state/selection.ts";
import { useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { FormField, ProgrammeRefusal } from "./form-parts.tsx";
import { textIn } from "./form-values.ts";

interface MattersProps {
  readonly matters: readonly Matter[];
  readonly canWrite: boolean;
  readonly onChanged: () => unknown;
}

/** Matters with who decides and until when: the open ones first. */
export function MatterList({ matters, canWrite, onChanged }: MattersProps) {
  const { t } = useReader();
  if (matters.length === 0) return <p className="hint">{t("dispatch.matter.none")}</p>;
  return (
    <ul className="matters">
      {matters.map((matter) => (
        <li key={matter.id} data-matter={matter.closedOn === null ? "open" : "closed"}>
          <Told matter={matter} />
          {canWrite && matter.closedOn === null ? <Close matter={matter} onChanged={onChanged} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Told({ matter }: { readonly matter: Matter }) {
  const { t, language } = useReader();
  const { project, quarter, closedOn, overdueDays, carriedOver, decision, owner, deadline, outcome } = matter;
  const name = nameIn(language, matter);
  const rest = [
    [t("dispatch.matter.raisedBy"), matter.raisedBy],
    [t("dispatch.matter.departments"), matter.departments.join(language === "en" ? ", " : "、")],
    [t("dispatch.matter.decision"), decision],
    [t("dispatch.matter.owner"), owner],
    [t("dispatch.matter.deadline"), deadline],
    [t("dispatch.matter.outcome"), outcome],
  ] as const;
  return (
    <>
      <p className="matter-head">
        <b>{matter.problem}</b>
        {carriedOver ? <span className="tag">{t("dispatch.matter.carriedOver", { quarter })}</span> : null}
        <span className="tag" data-late={overdueDays !== null}>
          {closedOn !== null
            ? t("dispatch.matter.closed", { date: closedOn })
            : overdueDays === null
              ? t("dispatch.matter.open")
              : t("dispatch.matter.overdue", { days: overdueDays })}
        </span>
      </p>
      {project === null ? null : (
        <button
          type="button"
          className="quiet dispatch-open"
          onClick={() => select({ layer: "project", id: project })}
        >
          {name ?? project}
        </button>
      )}
      <dl className="matter-facts">
        {rest.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}

function Close({ matter, onChanged }: { readonly matter: Matter; readonly onChanged: () => unknown }) {
  const { t } = useReader();
  const district = useApp((state) => state.district);
  const send = async (form: FormData) => {
    const closing = { closedOn: textIn(form, "closedOn"), outcome: textIn(form, "outcome") };
    await patchMatter(district!, matter.id, closing);
    onChanged();
  };
  return (
    <details>
      <summary>{t("dispatch.matter.close")}</summary>
      <DraftForm
        className="dispatch-entry"
        draft={`closing of matter ${matter.id}`}
        onSend={send}
        save={t("dispatch.save")}
        Refusal={ProgrammeRefusal}
      >
        <FormField name="closedOn" label={t("dispatch.matter.closedOn")} type="date" required />
        <FormField name="outcome" label={t("dispatch.matter.outcome")} />
      </DraftForm>
    </details>
  );
}
