import "../look/dispatch.css";
import type { ProjectReturns } from "../../server/contract/dispatch.ts";
import { addApproval, readApprovals, readMatters, readReturns } from "../dispatch-backend.ts";
import { useReader } from "../locale/use-reader.ts";
import { quarterOf, thisMonth } from "../state/dispatch.ts";
import { useApp } from "../state/store.ts";
import { ApprovalsGantt } from "./approvals-gantt.tsx";
import { DraftForm } from "./draft-form.tsx";
import { FailureNote } from "./failure-note.tsx";
import { FormField, ProgrammeRefusal } from "./form-parts.tsx";
import { textIn } from "./form-values.ts";
import { MatterForm } from "./matter-form.tsx";
import { MatterList } from "./matter-list.tsx";
import { useAsked } from "./use-asked.ts";

/** What was returned of a project by month, its approvals along the time, and its matters. */
export function ProjectDispatch({ id }: { readonly id: string }) {
  const { t } = useReader();
  const district = useApp((state) => state.district);
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const key = `${district} ${id}`;
  const returns = useAsked(key, () => readReturns(district!, id));
  const approvals = useAsked(key, () => readApprovals(district!, { project: id }));
  const matters = useAsked(key, () => readMatters(district!, { project: id }));
  const failure = returns.failure ?? approvals.failure ?? matters.failure;
  const again = () => Promise.all([returns.again(), approvals.again(), matters.again()]);
  if (failure !== null) return <FailureNote failure={failure} onRetry={again} />;
  return (
    <section className="project-dispatch">
      <h3>{t("dispatch.ofProject")}</h3>
      {returns.result?.total === 0 ? <p className="hint">{t("dispatch.noReturns")}</p> : null}
      {returns.result === null || returns.result.total === 0 ? null : (
        <Returns items={returns.result.items} />
      )}
      <h3>{t("dispatch.parts.approvals")}</h3>
      {approvals.result?.total === 0 ? <p className="hint">{t("dispatch.approval.none")}</p> : null}
      {approvals.result === null || approvals.result.total === 0 ? null : (
        <ApprovalsGantt
          approvals={approvals.result.items}
          named={false}
          canWrite={canWrite}
          onChanged={approvals.again}
        />
      )}
      {canWrite ? <ApprovalForm project={id} onAdded={approvals.again} /> : null}
      <h3>{t("dispatch.parts.matters")}</h3>
      {matters.result === null ? null : (
        <MatterList matters={matters.result.items} canWrite={canWrite} onChanged={matters.again} />
      )}
      {canWrite ? <MatterForm quarter={quarterOf(thisMonth())} project={id} onAdded={matters.again} /> : null}
    </section>
  );
}

const MONTHS_SHOWN = 12;

// a bar per month for what was done in it, beside the year's plan and how far the works are
function Returns({ items }: { readonly items: ProjectReturns["items"] }) {
  const { t, numbers } = useReader();
  const shown = items.slice(-MONTHS_SHOWN);
  const most = Math.max(1, ...shown.map(({ values }) => values.monthDoneWanYuan ?? 0));
  return (
    <table className="project-returns">
      <caption>{t("dispatch.returnsOf")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("dispatch.month")}</th>
          <th scope="col">{t("dispatch.monthDone")}</th>
          <th scope="col">{t("dispatch.yearDone")}</th>
          <th scope="col">{t("dispatch.progress")}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ month, values }) => (
          <tr key={month}>
            <th scope="row">{month}</th>
            <td className="month-bar">
              <i style={{ width: `${(100 * (values.monthDoneWanYuan ?? 0)) / most}%` }} />
              <span>{numbers.number(values.monthDoneWanYuan, 2)}</span>
            </td>
            <td className="sum">
              {t("dispatch.donePlan", {
                done: numbers.number(values.yearDoneWanYuan, 2),
                plan: numbers.number(values.yearPlanWanYuan, 2),
              })}
            </td>
            <td className="sum">{numbers.share(values.progressShare)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ApprovalForm({ project, onAdded }: { readonly project: string; readonly onAdded: () => unknown }) {
  const { t } = useReader();
  const district = useApp((state) => state.district);
  const send = async (form: FormData) => {
    await addApproval(district!, {
      project,
      matter: textIn(form, "matter") ?? "",
      department: textIn(form, "department") ?? "",
      receivedOn: textIn(form, "receivedOn"),
      promisedOn: textIn(form, "promisedOn"),
      doneOn: null,
      blocking: form.get("blocking") !== null,
      note: null,
    });
    onAdded();
  };
  return (
    <details className="dispatch-take">
      <summary>{t("dispatch.approval.add")}</summary>
      <DraftForm
        className="dispatch-entry"
        draft={`approval ${project}`}
        onSend={send}
        save={t("dispatch.matter.save")}
        Refusal={ProgrammeRefusal}
      >
        <FormField name="matter" label={t("dispatch.approval.matter")} required />
        <FormField name="department" label={t("dispatch.approval.department")} required />
        <FormField name="receivedOn" label={t("dispatch.approval.receivedOn")} type="date" />
        <FormField name="promisedOn" label={t("dispatch.approval.promisedOn")} type="date" />
        <label className="dispatch-only">
          <input type="checkbox" name="blocking" /> {t("dispatch.approval.blocking")}
        </label>
      </DraftForm>
    </details>
  );
}
