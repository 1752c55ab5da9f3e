import { useEffect, useState } from "react";
import type { PlanDocument } from "../../server/contract/plan-documents.ts";
import type { ProjectProgramme } from "../../server/contract/programme.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { readImplementationPlans } from "../programme-backend.ts";
import { openPlan, pointToPlan } from "../state/programme.ts";
import { useApp } from "../state/store.ts";
import { useOpened } from "./draft-form.tsx";
import { PlanForm } from "./plan-form.tsx";
import { RefusalOf } from "./programme-refusal.tsx";

/** The plans above a project, each leading to its page, and the choice of its own implementation plan. */
export function PlanChoice({
  programme,
  canWrite,
}: {
  readonly programme: ProjectProgramme;
  readonly canWrite: boolean;
}) {
  const { t, language } = useReader();
  const district = useApp((state) => state.district);
  const [plans, setPlans] = useState<readonly PlanDocument[]>([]);
  useEffect(() => {
    if (!canWrite || district === null) return;
    // without the list the plans above can still be opened
    readImplementationPlans(district).then(
      ({ items }) => setPlans(items),
      () => setPlans([]),
    );
  }, [canWrite, district]);
  const own = programme.plans.find(({ kind }) => kind === "implementation-plan");
  const draft = `plan of ${programme.project}`;
  const [isNew, setNew] = useOpened(draft);
  return (
    <div className="plan-choice">
      {programme.plans.map((plan) => (
        <button key={plan.id} type="button" className="quiet" onClick={() => openPlan(plan)}>
          {t("programme.openPlan", { name: nameIn(language, plan) })}
        </button>
      ))}
      {canWrite ? (
        <label className="field">
          <span>{t("programme.choosePlan")}</span>
          <select
            value={own?.id ?? ""}
            onChange={({ target }) =>
              void pointToPlan(programme.project, target.value === "" ? null : target.value)
            }
          >
            <option value="">{t("programme.noPlan")}</option>
            {plans.map((plan) => (
              <option key={plan.id} value={plan.id}>
                {nameIn(language, plan)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <RefusalOf asked="plan" />
      {canWrite && !isNew ? (
        <button type="button" className="quiet" onClick={() => setNew(true)}>
          {t("entry.plan.addOwn")}
        </button>
      ) : null}
      {isNew ? (
        <PlanForm
          draft={draft}
          kind="implementation-plan"
          onMade={({ plan }) => pointToPlan(programme.project, plan.id)}
          onClose={() => setNew(false)}
        />
      ) : null}
    </div>
  );
}
