import type { PlanDocument, PlanKind } from "../../server/contract/plan-documents.ts";
import type { ProjectProgramme } from "../../server/contract/programme.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { openPlan } from "../state/programme.ts";
import { chooseProjects } from "../state/projects.ts";
import { showView } from "../state/projects-view.ts";
import { dayText } from "./today-text.ts";

/** The chain 更新规划—片区策划—年度计划—项目实施—效果评估 as it stands for one project; each document leads to its page. */
export function PlanChain({ programme }: { readonly programme: ProjectProgramme }) {
  const { t, terms, language } = useReader();
  const { plans, steps, stage, line } = programme;
  const planOf = (kind: PlanKind) => plans.find((plan) => plan.kind === kind);
  const entered = (code: string) => {
    const step = steps.findLast(({ to }) => to === code);
    return step && dayText(step.at);
  };
  const at = line.indexOf(programme.pausedFrom ?? stage ?? "");
  const reached = (code: string) => at >= line.indexOf(code);
  const year = entered("入年度计划");
  return (
    <section>
      <h3>{t("programme.chain")}</h3>
      <ol className="plan-chain">
        <Station name={t("programme.stations.planning")}>
          <PlanLink plan={planOf("special-plan")} />
        </Station>
        <Station name={t("programme.stations.scheme")}>
          <PlanLink plan={planOf("area-scheme")} />
        </Station>
        <Station name={t("programme.stations.year")}>
          {year === undefined ? (
            t(reached("入年度计划") ? "value.unknown" : "programme.notYet")
          ) : (
            <button type="button" className="quiet" onClick={() => showYear(Number(year.slice(0, 4)))}>
              {t("programme.enteredOn", { date: year })}
            </button>
          )}
        </Station>
        <Station name={t("programme.stations.works")} here>
          <PlanLink plan={planOf("implementation-plan")} />
          <span>{stage && termName(terms, { kind: "stage", code: stage, language })}</span>
        </Station>
        <Station name={t("programme.stations.evaluation")}>
          <button type="button" className="quiet" onClick={showEvaluation}>
            {t(reached("效果评估") ? "programme.evaluated" : "programme.notYet")}
          </button>
        </Station>
      </ol>
    </section>
  );
}

// the projects under way in the year of the plan, on the map and in the list
function showYear(year: number): void {
  showView("list");
  chooseProjects({ year });
}
const showEvaluation = () => document.getElementById("evaluation")?.scrollIntoView({ block: "start" });

function Station({
  name,
  here = false,
  children,
}: {
  readonly name: string;
  readonly here?: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <li data-here={here}>
      <b>{name}</b>
      <span>{children}</span>
    </li>
  );
}

/** A plan by its name and file number, leading to its page. */
export function PlanLink({ plan }: { readonly plan: PlanDocument | undefined }) {
  const { t, language } = useReader();
  if (!plan) return <span className="hint">{t("programme.noPlan")}</span>;
  return (
    <>
      <button type="button" className="quiet" onClick={() => openPlan(plan)}>
        {nameIn(language, plan)}
      </button>
      <small>
        {plan.approvedOn === null
          ? t("programme.plan.notApproved")
          : [plan.fileNumber, plan.approvedOn].filter(Boolean).join(" · ")}
      </small>
    </>
  );
}
