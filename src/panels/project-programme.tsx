import "../look/print.css";
import "../look/programme.css";
import { Suspense, useEffect } from "react";
import type { FeatureReply } from "../../server/contract/catalogue.ts";
import { type GuardResult, letsPass, type ProjectProgramme } from "../../server/contract/programme.ts";
import type { ProjectFacts } from "../../server/contract/projects.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { readProgramme } from "../state/programme.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { BottomLines } from "./bottom-lines.tsx";
import { FailureNote } from "./failure-note.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { MoveForm } from "./move-form.tsx";
import { PlanChain } from "./plan-chain.tsx";
import { Refusal } from "./programme-refusal.tsx";
import { Answering, Works } from "./project-answering.tsx";
import { ProjectFindings } from "./project-findings.tsx";
import { ProjectGuards } from "./project-guards.tsx";
import { ProjectHistory } from "./project-history.tsx";
import { ProjectStages } from "./project-stages.tsx";
import { ReviewSheet } from "./review-sheet.tsx";
import { Skeleton } from "./skeleton.tsx";

const Evaluation = lazyPart(async () => ({
  default: (await import("./project-evaluation.tsx")).ProjectEvaluationPart,
}));

const Scope = lazyPart(async () => ({ default: (await import("./project-scope.tsx")).ProjectScopePart }));

/** Where a project stands: stages, the chain of plans, what its next stage asks, the moves, and how it came there. */
export function ProjectProgrammePart({
  id,
  facts,
  related,
  isSample,
}: {
  readonly id: string;
  readonly isSample: boolean;
  readonly facts: ProjectFacts;
  readonly related: FeatureReply["related"];
}) {
  const { t } = useReader();
  const run = useApp((state) => state.programme);
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  useEffect(() => {
    void readProgramme(id);
  }, [id]);
  const programme = answerOfRun(run);
  if (run.status === "failed") return <FailureNote failure={run.failure} onRetry={() => readProgramme(id)} />;
  if (programme === null || programme.project !== id) return <Skeleton lines={5} />;
  return (
    <>
      <ProjectStages programme={programme} />
      <NextStage programme={programme} related={related} />
      <Reached programme={programme} related={related} />
      <PlanChain programme={programme} />
      <ProjectFindings project={id} />
      <section>
        <h3>{t("entry.answering.title")}</h3>
        <Answering programme={programme} canWrite={canWrite} />
      </section>
      <section>
        <h3>{t("entry.works.title")}</h3>
        <Works programme={programme} canWrite={canWrite} />
      </section>
      <section>
        <h3>{t("programme.bottom.title")}</h3>
        <BottomLines programme={programme} canWrite={canWrite} />
      </section>
      <Suspense fallback={<Skeleton lines={3} />}>
        <Scope project={id} />
        <Evaluation project={id} />
      </Suspense>
      <ProjectHistory programme={programme} />
      <ReviewSheet programme={programme} facts={facts} isSample={isSample} />
    </>
  );
}

interface Standing {
  readonly programme: ProjectProgramme;
  readonly related: FeatureReply["related"];
}

// what the stages behind it ask stays readable: whether it may be in the pool is asked of a project under way as well
function Reached({ programme, related }: Standing) {
  const { t, terms, language } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  if (programme.reached.length === 0) return null;
  return (
    <details className="reached-stages">
      <summary>
        {t("programme.reached")}
        {programme.reached.slice(0, 1).map(({ to, guards }) => (
          <span key={to} className="reached-first">
            {termName(terms, { kind: "stage", code: to, language })} <Met guards={guards} />
          </span>
        ))}
      </summary>
      <p className="hint">{t("programme.reachedHint")}</p>
      {programme.reached.map(({ to, guards }) => (
        <section key={to} data-reached={to}>
          <h4>
            {termName(terms, { kind: "stage", code: to, language })} <Met guards={guards} />
          </h4>
          <ProjectGuards guards={guards} {...{ programme, related, canWrite }} />
        </section>
      ))}
    </details>
  );
}

function NextStage({ programme, related }: Standing) {
  const { t, terms, language } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const refusal = useApp((state) => state.programmeRefusal);
  const forward = programme.moves.find(({ kind }) => kind === "forward" || kind === "resume");
  const others = programme.moves.filter((move) => move !== forward);
  const stage = forward && termName(terms, { kind: "stage", code: forward.to, language });
  return (
    <section className="next-stage">
      {forward?.kind === "forward" ? (
        <>
          <h3>
            {t(forward.guards.length > 0 ? "programme.next" : "programme.noGuards", { stage })}
            <Met guards={forward.guards} />
          </h3>
          <Verdict guards={forward.guards} behind={behindOf(programme)} />
          <ProjectGuards guards={forward.guards} {...{ programme, related, canWrite }} />
        </>
      ) : null}
      {refusal === null || refusal.asked !== undefined ? null : <Refusal refusal={refusal} />}
      {canWrite ? null : <p className="hint">{t("programme.readOnly")}</p>}
      {canWrite && forward ? <MoveForm key={forward.to} programme={programme} move={forward} /> : null}
      {programme.ahead === null ? null : (
        <section data-ahead={programme.ahead.to}>
          <h3>
            {t("programme.next", {
              stage: termName(terms, { kind: "stage", code: programme.ahead.to, language }),
            })}
            <Met guards={programme.ahead.guards} />
          </h3>
          <Verdict guards={programme.ahead.guards} behind={behindOf(programme)} />
          <ProjectGuards guards={programme.ahead.guards} {...{ programme, related, canWrite }} />
        </section>
      )}
      {canWrite && others.length > 0 ? (
        <details className="other-moves">
          <summary>{t("programme.otherMoves")}</summary>
          {others.map((move) => (
            <MoveForm key={move.to} programme={programme} move={move} />
          ))}
        </details>
      ) : null}
    </section>
  );
}

// the first stage gone through whose conditions are not met, overridden or changed since
function behindOf({ reached }: ProjectProgramme): Behind | null {
  for (const { to, guards } of reached) {
    const count = guards.filter((guard) => !letsPass(guard)).length;
    if (count > 0) return { to, count };
  }
  return null;
}

interface Behind {
  readonly to: string;
  readonly count: number;
}

interface VerdictProps {
  readonly guards: readonly GuardResult[];
  readonly behind: Behind | null;
}

// the answer before its reasons: may it, and if not, for want of what
function Verdict({ guards, behind }: VerdictProps) {
  const { t, terms, language } = useReader();
  if (guards.length === 0) return null;
  const open = guards.filter((guard) => !letsPass(guard));
  const names = open.map(({ nameZh, nameEn }) => (language === "en" ? nameEn : nameZh));
  return (
    <p className="verdict" data-open={open.length}>
      {open.length === 0
        ? behind === null
          ? t("programme.verdict.passed")
          : t("programme.verdict.behind", {
              ...{
                stage: termName(terms, { kind: "stage", code: behind.to, language }),
                count: behind.count,
              },
            })
        : t("programme.verdict.blocked", {
            count: open.length,
            names: names.join(language === "en" ? "; " : "；"),
          })}
    </p>
  );
}

function Met({ guards }: { readonly guards: readonly GuardResult[] }) {
  const { t } = useReader();
  if (guards.length === 0) return null;
  const passed = guards.filter(letsPass).length;
  return <span className="chip-count">{t("programme.met", { passed, total: guards.length })}</span>;
}
