import "../look/entry.css";
import { useState } from "react";
import { Segments } from "../analyses/segments.tsx";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { hasDraft } from "../state/drafts.ts";
import { openPlan } from "../state/programme.ts";
import { useApp } from "../state/store.ts";
import { EntryFile } from "./entry-file.tsx";
import { EntryForm } from "./entry-form.tsx";
import { PlanForm, usePlans } from "./plan-form.tsx";

const WAYS = ["project", "file", "plan"] as const;

/** Enters real projects, one by one or by a file, and plans as documents; beside them the plans there are. */
export function EntryView() {
  const { t } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const [way, setWay] = useState<(typeof WAYS)[number]>(() =>
    hasDraft("plan") && !hasDraft("project") ? "plan" : "project",
  );
  return (
    <div className="entry-view">
      <h2 className="card-title">{t("entry.title")}</h2>
      {canWrite ? (
        <>
          <Segments
            legend={t("entry.title")}
            unseen
            name="entry-way"
            values={WAYS}
            textOf={(each) => t(`entry.ways.${each}`)}
            chosen={way}
            onChoose={setWay}
          />
          {way === "project" ? <EntryForm entry={null} /> : null}
          {way === "file" ? <EntryFile /> : null}
          {way === "plan" ? <PlanForm draft="plan" onMade={({ plan }) => openPlan(plan)} /> : null}
        </>
      ) : (
        <p className="hint">{t("entry.noneReadOnly")}</p>
      )}
      {way === "plan" || !canWrite ? <Plans /> : null}
    </div>
  );
}

function Plans() {
  const { t, terms, language } = useReader();
  const plans = usePlans();
  return (
    <section>
      <h3>{t("entry.plan.list")}</h3>
      {plans.length === 0 ? <p className="hint">{t("entry.plan.listNone")}</p> : null}
      <ul className="plan-list">
        {plans.map((plan) => (
          <li key={plan.id}>
            <button type="button" className="quiet" onClick={() => openPlan(plan)}>
              {nameIn(language, plan)}
            </button>
            <small>
              {termName(terms, { kind: "plan-kind", code: plan.kind, language })} ·{" "}
              {plan.approvedOn === null
                ? t("programme.plan.notApproved")
                : t("entry.plan.approved", { date: plan.approvedOn })}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
