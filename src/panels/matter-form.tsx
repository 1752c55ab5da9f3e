import { addMatter } from "../dispatch-backend.ts";
import { useReader } from "../locale/use-reader.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { FormField, ProgrammeRefusal } from "./form-parts.tsx";
import { textIn } from "./form-values.ts";

interface MatterFormProps {
  readonly quarter: string;
  /** Id of the project it is about; null = the form asks for its code. */
  readonly project: string | null;
  readonly onAdded: () => unknown;
}

/** Takes a matter down; what is typed stays where the service does not take it. */
export function MatterForm({ quarter, project, onAdded }: MatterFormProps) {
  const { t } = useReader();
  const district = useApp((state) => state.district);
  const projects = useApp((state) => answerOfRun(state.projects)?.items ?? null);
  const send = async (form: FormData) => {
    const code = textIn(form, "project");
    const named = projects?.find((each) => each.code === code || each.id === code);
    await addMatter(district!, {
      quarter,
      // a code nobody knows goes as it is typed, and the service says so
      project: project ?? named?.id ?? code,
      problem: textIn(form, "problem") ?? "",
      raisedBy: textIn(form, "raisedBy") ?? "",
      departments: (textIn(form, "departments") ?? "")
        .split(/[、,，;；]/)
        .map((each) => each.trim())
        .filter(Boolean),
      decision: textIn(form, "decision"),
      owner: textIn(form, "owner"),
      deadline: textIn(form, "deadline"),
      ...{ closedOn: null, outcome: null },
    });
    onAdded();
  };
  return (
    <details className="dispatch-take">
      <summary>{t("dispatch.matter.add")}</summary>
      <DraftForm
        className="dispatch-entry"
        draft={`matter ${project ?? "any"}`}
        onSend={send}
        save={t("dispatch.matter.save")}
        Refusal={ProgrammeRefusal}
      >
        <FormField name="problem" label={t("dispatch.matter.problem")} required />
        <FormField name="raisedBy" label={t("dispatch.matter.raisedBy")} required />
        <FormField
          name="departments"
          label={t("dispatch.matter.departments")}
          hint={t("dispatch.matter.departmentsHint")}
          required
        />
        {project === null ? (
          <FormField
            name="project"
            label={t("dispatch.matter.project")}
            hint={t("dispatch.matter.projectHint")}
          />
        ) : null}
        <FormField name="decision" label={t("dispatch.matter.decision")} />
        <FormField name="owner" label={t("dispatch.matter.owner")} />
        <FormField name="deadline" label={t("dispatch.matter.deadline")} type="date" />
      </DraftForm>
    </details>
  );
}
