import "../look/programme.css";
import { useEffect } from "react";
import type { PlanDocument, PlanDocumentPage } from "../../server/contract/plan-documents.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName, yearsText } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { showExtent } from "../state/appearance.ts";
import { approvePlan, openPlan, readPlan } from "../state/programme.ts";
import { openProject } from "../state/projects.ts";
import { clearSelection } from "../state/selection.ts";
import { selectDistrict } from "../state/session.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { DraftForm, useOpened } from "./draft-form.tsx";
import { FailureNote } from "./failure-note.tsx";
import { textIn } from "./form-values.ts";
import { Icon } from "./icon.tsx";
import { PlanLink } from "./plan-chain.tsx";
import { kindBelow, PlanForm } from "./plan-form.tsx";
import { Refusal } from "./programme-refusal.tsx";
import { Skeleton } from "./skeleton.tsx";

/** One plan: approval, period, area, what stands above it and what under it, down to the projects. */
export function PlanPage({ id }: { readonly id: string }) {
  const { t } = useReader();
  const run = useApp((state) => state.plan);
  const district = useApp((state) => state.district);
  useEffect(() => {
    if (district !== null) void readPlan(id);
  }, [id, district]);
  const page = answerOfRun(run);
  return (
    <article className="card project-page plan-page">
      <button type="button" className="quiet" onClick={clearSelection}>
        <Icon name="back" />
        {t("action.back")}
      </button>
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={() => readPlan(id)} /> : null}
      {page?.plan.id === id ? <Page page={page} /> : run.status === "failed" ? null : <Skeleton lines={6} />}
    </article>
  );
}

function Page({ page }: { readonly page: PlanDocumentPage }) {
  const { t, language, terms } = useReader();
  const { plan, above, below, projects } = page;
  const district = useApp(selectDistrict);
  // one that was entered here tells a source of its own
  const isSample = district?.sample === true && plan.source === district.source;
  const { extent } = plan;
  return (
    <>
      <p className="eyebrow">{termName(terms, { kind: "plan-kind", code: plan.kind, language })}</p>
      <h2 className="card-title">{nameIn(language, plan)}</h2>
      {isSample ? <p className="mark mark-sample">{t("app.sample")}</p> : null}
      {extent === null ? null : (
        <p className="actions">
          <button type="button" onClick={() => showExtent(extent)}>
            <Icon name="target" />
            {t("action.zoomTo")}
          </button>
        </p>
      )}
      <PlanFacts plan={plan} />
      {above.length === 0 ? null : (
        <section>
          <h3>{t("programme.plan.above")}</h3>
          <PlanList plans={above} />
        </section>
      )}
      {below.length === 0 ? null : (
        <section>
          <h3>{t("programme.plan.below")}</h3>
          <PlanList plans={below} />
        </section>
      )}
      {projects.length === 0 ? null : (
        <section>
          <h3>{t("programme.plan.projects")}</h3>
          <ul className="plan-list">
            {projects.map((project) => (
              <li key={project.id}>
                <button type="button" className="quiet" onClick={() => openProject(project)}>
                  {nameIn(language, project)}
                </button>
                <small>
                  {project.stage && termName(terms, { kind: "stage", code: project.stage, language })}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {below.length + projects.length === 0 ? <p className="hint">{t("programme.plan.noneBelow")}</p> : null}
      <AddBelow plan={plan} />
      <p className="source">
        {t("programme.plan.source")}：{plan.source}
      </p>
    </>
  );
}

// a plan of the next kind under this one, which opens when it is made
function AddBelow({ plan }: { readonly plan: PlanDocument }) {
  const { t, terms, language } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const draft = `plan below ${plan.id}`;
  const [isOpen, setOpen] = useOpened(draft);
  const kind = kindBelow(plan.kind);
  if (kind === null || !canWrite) return null;
  if (!isOpen)
    return (
      <p className="actions">
        <button type="button" onClick={() => setOpen(true)}>
          {t("entry.plan.addBelow", { kind: termName(terms, { kind: "plan-kind", code: kind, language }) })}
        </button>
      </p>
    );
  return (
    <PlanForm
      draft={draft}
      kind={kind}
      parent={plan}
      onMade={(made) => openPlan(made.plan)}
      onClose={() => setOpen(false)}
    />
  );
}

function PlanFacts({ plan }: { readonly plan: PlanDocument }) {
  const { t } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const refusal = useApp((state) => state.programmeRefusal);
  const [isOpen, setOpen] = useOpened(approvalDraft(plan));
  const { fileNumber, approvedBy, approvedOn, periodStart, periodEnd } = plan;
  const unknown = t("value.unknown");
  const approval = approvedOn === null ? t("programme.plan.notApproved") : `${approvedBy} · ${approvedOn}`;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t("programme.plan.fileNumber")}</dt>
          <dd>{fileNumber ?? unknown}</dd>
        </div>
        <div>
          <dt>{t("programme.plan.approvedBy")}</dt>
          <dd>{approval}</dd>
        </div>
        <div>
          <dt>{t("programme.plan.period")}</dt>
          <dd>{yearsText({ yearStart: periodStart, yearEnd: periodEnd }) ?? unknown}</dd>
        </div>
      </dl>
      {refusal === null ? null : <Refusal refusal={refusal} />}
      {canWrite && !isOpen ? (
        <button type="button" onClick={() => setOpen(true)}>
          {t(approvedOn === null ? "programme.plan.approve" : "programme.plan.approveAgain")}
        </button>
      ) : null}
      {isOpen ? <ApprovalForm plan={plan} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const approvalDraft = ({ id }: PlanDocument) => `approval of plan ${id}`;

function ApprovalForm({ plan, onClose }: { readonly plan: PlanDocument; readonly onClose: () => void }) {
  const { t } = useReader();
  const send = (form: FormData) =>
    approvePlan(plan.id, {
      fileNumber: textIn(form, "fileNumber"),
      approvedBy: textIn(form, "approvedBy") ?? "",
      approvedOn: textIn(form, "approvedOn") ?? "",
    });
  return (
    <DraftForm draft={approvalDraft(plan)} onSend={send} onClose={onClose} save={t("programme.save")}>
      {(["fileNumber", "approvedBy", "approvedOn"] as const).map((name) => (
        <label key={name} className="field">
          <span>{t(`programme.plan.${name}`)}</span>
          <input
            name={name}
            type={name === "approvedOn" ? "date" : "text"}
            required={name !== "fileNumber"}
            defaultValue={plan[name] ?? ""}
            autoComplete="off"
          />
        </label>
      ))}
    </DraftForm>
  );
}

function PlanList({ plans }: { readonly plans: readonly PlanDocument[] }) {
  const { t } = useReader();
  return (
    <ul className="plan-list">
      {plans.map((plan) => (
        <li key={plan.id}>
          <PlanLink plan={plan} />
          {plan.children === 0 ? null : (
            <small>{t("programme.plan.plansUnder", { count: plan.children })}</small>
          )}
          {plan.projects === 0 ? null : (
            <small>{t("programme.plan.projectsUnder", { count: plan.projects })}</small>
          )}
        </li>
      ))}
    </ul>
  );
}
