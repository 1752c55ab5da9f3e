import type { Finding, FindingPage, Recheck } from "../../server/contract/findings.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useFindingReader } from "../locale/use-finding-reader.ts";
import { useReader } from "../locale/use-reader.ts";
import { linkFinding } from "../state/finding-page.ts";
import { openProject } from "../state/projects.ts";
import { useApp } from "../state/store.ts";
import { useOpened } from "./draft-form.tsx";
import { LinkForm, ProposalForm, proposalDraft, RecheckForm, recheckDraft } from "./finding-forms.tsx";

/** Health check, finding, proposal, project, check after works: each step as far as it has come, and how it goes on. */
export function FindingChain({ page }: { readonly page: FindingPage }) {
  const { t } = useFindingReader();
  const { finding, proposals, rechecks } = page;
  const { state } = finding;
  const here =
    { open: "finding", proposed: "proposal", "in-project": "project" }[state as "open"] ?? "recheck";
  return (
    <section>
      <h3>{t("findings.chain")}</h3>
      <ol className="plan-chain finding-chain">
        <Step name="found" here={here}>
          <FoundStep finding={finding} />
        </Step>
        <Step name="finding" here={here}>
          <FindingStep finding={finding} />
        </Step>
        <Step name="proposal" here={here}>
          <ProposalStep finding={finding} proposals={proposals} />
        </Step>
        <Step name="project" here={here}>
          <ProjectStep finding={finding} />
        </Step>
        <Step name="recheck" here={here}>
          <RecheckStep finding={finding} rechecks={rechecks} />
        </Step>
      </ol>
    </section>
  );
}

interface StepProps {
  readonly name: "found" | "finding" | "proposal" | "project" | "recheck";
  readonly here: string;
  readonly children: React.ReactNode;
}

function Step({ name, here, children }: StepProps) {
  const { t } = useFindingReader();
  return (
    <li data-step={name} data-here={name === here}>
      <b>{t(`findings.steps.${name}`)}</b>
      <div>{children}</div>
    </li>
  );
}

function FoundStep({ finding }: { readonly finding: Finding }) {
  const { t, valueText, language, nameOf } = useFindingReader();
  const { indicator, unit, value, threshold, edition, asOf, measuredVersion, clause, clauseStatus, source } =
    finding;
  const dated =
    measuredVersion === null
      ? t("findings.toldOn", { date: asOf })
      : t("findings.measuredOn", { date: asOf, version: measuredVersion });
  if (indicator === null)
    return (
      <p>
        {nameOf("source", source)} · {dated}
      </p>
    );
  return (
    <>
      <p>
        {nameIn(language, { nameZh: finding.indicatorZh, nameEn: finding.indicatorEn })}
        {finding.computability === "proxy" ? <span className="tag">{t("health.proxy")}</span> : null}
      </p>
      <p>
        <b className="finding-value">{valueText(unit, value)}</b>{" "}
        {threshold === null
          ? t("findings.noThreshold")
          : t("findings.threshold", { threshold: valueText(unit, threshold) })}
      </p>
      <small>
        {dated} · {t("findings.edition", { edition, code: indicator })}
      </small>
      <small>
        {t("findings.clause")}：<span lang="zh-CN">{clause}</span>
        {clauseStatus === "unverified" ? <em className="trial">{t("findings.unverified")}</em> : null}
      </small>
    </>
  );
}

function FindingStep({ finding }: { readonly finding: Finding }) {
  const { language, nameOf, t } = useFindingReader();
  const zone = nameIn(language, { nameZh: finding.zoneZh, nameEn: finding.zoneEn });
  const at = finding.place?.map((degrees) => degrees.toFixed(5)).join(", ");
  return (
    <p>
      {[zone ?? at ?? t("findings.placeUnknown"), nameOf("severity", finding.severity), finding.asOf].join(
        " · ",
      )}
    </p>
  );
}

const useCanWrite = () => useApp((state) => state.settings?.readOnly === false);

function Opened({
  label,
  draft,
  children,
}: {
  readonly label: string;
  /** What is typed in it is kept under; "" = nothing is. */
  readonly draft: string;
  readonly children: (close: () => void) => React.ReactNode;
}) {
  const [isOpen, setOpen] = useOpened(draft);
  if (!useCanWrite()) return null;
  if (isOpen) return children(() => setOpen(false));
  return (
    <button type="button" className="step-action" onClick={() => setOpen(true)}>
      {label}
    </button>
  );
}

function ProposalStep({ finding, proposals }: Pick<FindingPage, "finding" | "proposals">) {
  const { t, nameOf } = useFindingReader();
  return (
    <>
      {proposals.length === 0 ? <p className="hint">{t("findings.noProposal")}</p> : null}
      {proposals.map(({ id, body, measure, responsible, proposedOn }) => (
        <div key={id} className="step-item">
          <p>{body}</p>
          <small>{[nameOf("measure", measure), responsible, proposedOn].join(" · ")}</small>
        </div>
      ))}
      <Opened label={t("findings.propose")} draft={proposalDraft(finding.id)}>
        {(close) => <ProposalForm finding={finding} onClose={close} />}
      </Opened>
    </>
  );
}

function ProjectStep({ finding }: { readonly finding: Finding }) {
  const { t } = useFindingReader();
  const { terms, language } = useReader();
  const canWrite = useCanWrite();
  const { projects, state, id } = finding;
  if (state === "open") return <p className="hint">{t("findings.proposeFirst")}</p>;
  return (
    <>
      {projects.length === 0 ? <p className="hint">{t("findings.noProject")}</p> : null}
      {projects.map((project) => (
        <p key={project.id} className="step-item step-project">
          <button
            type="button"
            className="quiet"
            onClick={() => openProject(project as Parameters<typeof openProject>[0])}
          >
            {nameIn(language, project)}
          </button>
          <small>{project.stage && termName(terms, { kind: "stage", code: project.stage, language })}</small>
          {canWrite ? (
            <button type="button" className="quiet" onClick={() => void linkFinding(id, project.id, false)}>
              {t("findings.unlink")}
            </button>
          ) : null}
        </p>
      ))}
      <Opened label={t("findings.link")} draft="">
        {(close) => <LinkForm finding={finding} onClose={close} />}
      </Opened>
    </>
  );
}

function RecheckStep({ finding, rechecks }: Pick<FindingPage, "finding" | "rechecks">) {
  const { t } = useFindingReader();
  if (finding.state === "open" || finding.state === "proposed")
    return <p className="hint">{t("findings.linkFirst")}</p>;
  return (
    <>
      {rechecks.length === 0 ? <p className="hint">{t("findings.noRecheck")}</p> : null}
      {rechecks.map((recheck) => (
        <RecheckTold key={recheck.version} finding={finding} recheck={recheck} />
      ))}
      <Opened
        label={t(rechecks.length === 0 ? "findings.recheck" : "findings.recheckAgain")}
        draft={recheckDraft(finding.id)}
      >
        {(close) => <RecheckForm finding={finding} onClose={close} />}
      </Opened>
    </>
  );
}

function RecheckTold({ finding, recheck }: { readonly finding: Finding; readonly recheck: Recheck }) {
  const { t, valueText } = useFindingReader();
  const { outcome, reason, value, met, checkedOn, measuredVersion, toldBy, note } = recheck;
  const more = [
    checkedOn,
    measuredVersion === null ? null : t("findings.ofVersion", { version: measuredVersion }),
    ...[toldBy, note],
  ];
  return (
    <div className="step-item" data-outcome={outcome}>
      <p>
        <b>{t(`findings.outcome.${outcome}`)}</b>{" "}
        {value === null
          ? null
          : t("findings.beforeAfter", {
              before: valueText(finding.unit, finding.value),
              after: valueText(finding.unit, value),
            })}
        {reason === null ? null : t(`findings.recheckReason.${reason}`)}
        {met === null ? null : <> · {t(met ? "findings.met" : "findings.notMet")}</>}
      </p>
      <small>{more.filter(Boolean).join(" · ")}</small>
    </div>
  );
}
