import type { Approval } from "../../server/contract/consultation.ts";
import { patchApproval } from "../dispatch-backend.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { select } from "../state/selection.ts";
import { useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { FormField, ProgrammeRefusal } from "./form-parts.tsx";
import { textIn } from "./form-values.ts";
import { todayText } from "./today-text.ts";

interface GanttProps {
  readonly approvals: readonly Approval[];
  /** Whether each says its project. */
  readonly named: boolean;
  readonly canWrite: boolean;
  readonly onChanged: () => unknown;
}

const DAY_MS = 86_400_000;
const dayOf = (date: string) => Date.parse(date) / DAY_MS;

/** Approvals along the time: received to promised, how much of it is taken, and today; each told in words beside. */
export function ApprovalsGantt({ approvals, named, canWrite, onChanged }: GanttProps) {
  const { t } = useReader();
  const today = todayText();
  const scale = scaleOf(approvals, today);
  return (
    <figure className="gantt">
      <figcaption className="hint">
        {t("dispatch.approval.legend")} · {t("dispatch.approval.today", { date: today })}
      </figcaption>
      <ul>
        {approvals.map((approval) => (
          <li key={approval.id} data-late={approval.overdueDays !== null}>
            <Told approval={approval} named={named} />
            <Bar approval={approval} scale={scale} today={today} />
            {canWrite && approval.doneOn === null ? <Done approval={approval} onChanged={onChanged} /> : null}
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Where a day lies between the first and the last of all, in per cent. */
type Scale = (date: string) => number;

function scaleOf(approvals: readonly Approval[], today: string): Scale {
  const dates = approvals.flatMap(({ receivedOn, promisedOn, doneOn }) => [receivedOn, promisedOn, doneOn]);
  const days = [...dates.flatMap((date) => date ?? []), today].map(dayOf);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  return (date) => (100 * (dayOf(date) - first)) / Math.max(1, last - first);
}

interface BarProps {
  readonly approval: Approval;
  readonly scale: Scale;
  readonly today: string;
}

function Bar({ approval: { receivedOn, promisedOn, doneOn }, scale, today }: BarProps) {
  if (receivedOn === null) return null;
  const from = scale(receivedOn);
  const to = (date: string) => ({ left: `${from}%`, width: `${Math.max(0.6, scale(date) - from)}%` });
  return (
    <span className="gantt-line" aria-hidden="true">
      {promisedOn === null ? null : <i className="promised" style={to(promisedOn)} />}
      <i className="taken" style={to(doneOn ?? today)} />
      <i className="today" style={{ left: `${scale(today)}%` }} />
    </span>
  );
}

function Told({ approval, named }: { readonly approval: Approval; readonly named: boolean }) {
  const { t, language } = useReader();
  const { project, matter, department, receivedOn, promisedOn, doneOn, blocking, overdueDays } = approval;
  const state =
    doneOn !== null
      ? t("dispatch.approval.done", { date: doneOn })
      : overdueDays !== null
        ? t("dispatch.approval.overdue", { days: overdueDays })
        : promisedOn === null
          ? t("dispatch.approval.noPromise")
          : t("dispatch.approval.promised", { date: promisedOn });
  return (
    <p className="matter-head">
      <b>{matter}</b> <span>{department}</span>
      {blocking ? <span className="tag">{t("dispatch.approval.blockingMark")}</span> : null}
      <span className="tag" data-late={overdueDays !== null}>
        {state}
      </span>
      {receivedOn === null ? null : (
        <small>
          {receivedOn} → {promisedOn ?? "?"}
        </small>
      )}
      {named ? (
        <button
          type="button"
          className="quiet dispatch-open"
          onClick={() => select({ layer: "project", id: project })}
        >
          {nameIn(language, approval) ?? project}
        </button>
      ) : null}
    </p>
  );
}

function Done({ approval, onChanged }: { readonly approval: Approval; readonly onChanged: () => unknown }) {
  const { t } = useReader();
  const district = useApp((state) => state.district);
  const send = async (form: FormData) => {
    await patchApproval(district!, approval.id, { doneOn: textIn(form, "doneOn") });
    onChanged();
  };
  return (
    <details>
      <summary>{t("dispatch.matter.close")}</summary>
      <DraftForm
        className="dispatch-entry"
        draft={`approval done ${approval.id}`}
        onSend={send}
        save={t("dispatch.save")}
        Refusal={ProgrammeRefusal}
      >
        <FormField name="doneOn" label={t("dispatch.approval.doneOn")} type="date" required />
      </DraftForm>
    </details>
  );
}
