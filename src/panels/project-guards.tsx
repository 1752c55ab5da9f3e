import type { FeatureReply } from "../../server/contract/catalogue.ts";
import {
  type EvidenceKind,
  FIVE_STEPS,
  type GuardResult,
  type ProjectProgramme,
} from "../../server/contract/programme.ts";
import { datedSource, reasonText } from "../locale/guard-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { showView } from "../state/projects-view.ts";
import { useApp } from "../state/store.ts";
import { EvidenceField } from "./evidence-form.tsx";
import { PlanChoice } from "./plan-choice.tsx";
import { Answering, Works } from "./project-answering.tsx";

const SIGNS = { passed: "✓", "not-applicable": "–", blocked: "✗", unknown: "?" } as const;

// what is taken down where a guard asks for it
const RECORDED: Partial<Record<GuardResult["guard"], readonly EvidenceKind[]>> = {
  "health-check": ["health-check"],
  "five-steps": FIVE_STEPS,
  "heritage-survey": ["heritage-survey"],
  "bottom-line-review": ["bottom-line-review"],
  "health-recheck": ["health-recheck"],
};
const OF_PLANS: readonly GuardResult["guard"][] = ["area-scheme", "implementation-plan"];
const OF_MONEY: readonly GuardResult["guard"][] = ["funding-source", "funding-amount", "duplicate-funding"];

interface Guarded {
  readonly programme: ProjectProgramme;
  readonly related: FeatureReply["related"];
  readonly canWrite: boolean;
}

/** Each guard of the next stage with its verdict and why, what would be right, by which clause, and how to make it so. */
export function ProjectGuards({ guards, ...given }: Guarded & { readonly guards: readonly GuardResult[] }) {
  return (
    <ul className="guards">
      {guards.map((guard) => (
        <GuardItem key={guard.guard} guard={guard} {...given} />
      ))}
    </ul>
  );
}

function GuardItem({ guard, ...given }: Guarded & { readonly guard: GuardResult }) {
  const reader = useReader();
  const { t, language } = reader;
  const { status, reasons } = guard;
  return (
    <li data-guard={guard.guard} data-status={status}>
      <details>
        <summary>
          <span className="guard-sign" aria-hidden="true">
            {SIGNS[status]}
          </span>
          <span className="guard-name">{language === "en" ? guard.nameEn : guard.nameZh}</span>
          <span className="unseen">{t(`programme.status.${status}`)}</span>
          <span className="guard-reason">
            {reasons.map((reason) => reasonText(reason, reader)).join(language === "en" ? "; " : "；") ||
              t(`programme.status.${status}`)}
          </span>
        </summary>
        <GuardBasis guard={guard} />
        <div className="remedy">
          <Remedy guard={guard} {...given} />
        </div>
      </details>
    </li>
  );
}

function GuardBasis({ guard }: { readonly guard: GuardResult }) {
  const { t, language } = useReader();
  const { jurisdiction, clause, clauseStatus } = guard;
  return (
    <dl className="guard-basis">
      <dt>{t("programme.require")}</dt>
      <dd>{language === "en" ? guard.requireEn : guard.requireZh}</dd>
      <dt>{t("programme.basis")}</dt>
      <dd lang="zh-CN">
        {[jurisdiction, clause, datedSource(guard)].join(" · ")}
        {clauseStatus === "unverified" ? <span className="tag">{t("programme.unverified")}</span> : null}
      </dd>
    </dl>
  );
}

function Remedy({ guard, programme, related, canWrite }: Guarded & { readonly guard: GuardResult }) {
  if (OF_PLANS.includes(guard.guard)) return <PlanChoice programme={programme} canWrite={canWrite} />;
  if (guard.guard === "implementing-body") return <Answering programme={programme} canWrite={canWrite} />;
  if (guard.guard === "list-rules") return <OfLists programme={programme} canWrite={canWrite} />;
  if (OF_MONEY.includes(guard.guard)) return canWrite ? <ToMoney /> : null;
  return (RECORDED[guard.guard] ?? []).map((kind) => (
    <EvidenceField key={kind} kind={kind} programme={programme} related={related} canWrite={canWrite} />
  ));
}

function OfLists(given: Pick<Guarded, "programme" | "canWrite">) {
  const { t } = useReader();
  const isInternal = useApp((state) => state.settings?.internal === true);
  return (
    <>
      {isInternal ? (
        <>
          <p className="hint">{t("programme.remedy.dispositionHint")}</p>
          <button type="button" className="quiet" onClick={() => showView("safety")}>
            {t("ledger.open.safety")}
          </button>
        </>
      ) : null}
      <Works {...given} />
    </>
  );
}

// money has a part of the page of its own, further down
function ToMoney() {
  const { t } = useReader();
  const open = () => {
    const part = document.querySelector<HTMLDetailsElement>('[data-part="allocate"]');
    if (part === null) return;
    part.open = true;
    part.scrollIntoView({ block: "center" });
    part.querySelector("select")?.focus({ preventScroll: true });
  };
  return (
    <>
      <p className="hint">{t("programme.remedy.moneyHint")}</p>
      <button type="button" className="quiet" onClick={open}>
        {t("programme.remedy.money")}
      </button>
    </>
  );
}
