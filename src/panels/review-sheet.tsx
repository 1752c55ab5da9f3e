import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import type { GuardResult, ProjectProgramme } from "../../server/contract/programme.ts";
import type { ProjectFacts } from "../../server/contract/projects.ts";
import { categoriesText } from "../locale/category-text.ts";
import { datedSource, reasonText } from "../locale/guard-text.ts";
import { nameIn } from "../locale/name-text.ts";
import type { NumberText } from "../locale/number-text.ts";
import { termName, yearsText } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { selectZone } from "../state/selection.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { LineName, LineText } from "./bottom-lines.tsx";
import { EvidenceText } from "./evidence-form.tsx";
import { Icon } from "./icon.tsx";
import { countsText } from "./step-guards.tsx";
import { dayText } from "./today-text.ts";

interface Reviewed {
  readonly facts: ProjectFacts;
  readonly programme: ProjectProgramme;
}

/** The 审核表 of a project on one page: facts, chain, conditions of its next stage, work done, steps and overrides. */
export function ReviewSheet({ facts, programme, isSample }: Reviewed & { readonly isSample: boolean }) {
  const { t, language } = useReader();
  const forward = programme.moves.find(({ kind }) => kind === "forward");
  const next = programme.ahead ?? forward;
  return (
    <>
      <button type="button" onClick={() => print()}>
        <Icon name="print" />
        {t("programme.review.print")}
      </button>
      <section className="review-sheet">
        <h2>{t("programme.review.title")}</h2>
        {isSample ? <p className="paper-marks">{t("app.sample")}</p> : null}
        <table>
          <tbody>
            <FactRows facts={facts} programme={programme} />
          </tbody>
        </table>
        {next && next.guards.length > 0 ? <Conditions to={next.to} guards={next.guards} /> : null}
        <h3>{t("programme.review.evidence")}</h3>
        <WorkDone programme={programme} />
        <h3>{t("programme.review.steps")}</h3>
        <StepsMade programme={programme} />
        <p className="signatures">{t("programme.review.signatures")}</p>
        <p className="paper-foot" lang={language}>
          {new Date().toLocaleDateString(language)} · {location.href}
        </p>
      </section>
    </>
  );
}

function FactRows({ facts, programme }: Reviewed) {
  const { t, numbers, terms, language } = useReader();
  const { renewalDistrict } = facts;
  const zone = useApp((state) => (renewalDistrict === null ? null : selectZone(state, renewalDistrict)));
  const unknown = t("value.unknown");
  // what the ledger has takes the place of what was declared, as it does for the guards
  const own = answerOfRun(useApp((state) => state.ownMoney));
  const paid = own?.project === programme.project ? own.payments : [];
  const amounts =
    paid.length > 0 ? paid.map(({ kind, amountYuan }) => ({ source: kind, amountYuan })) : facts.amounts;
  const money = amounts.map(({ source, amountYuan }) => {
    const payer = termName(terms, { kind: "funding-source", code: source, language });
    const sum =
      amountYuan === null
        ? t("projects.amountUnknown")
        : t("projects.yuan", { amount: numbers.count(amountYuan) });
    return `${payer} ${sum}`;
  });
  const { stage } = programme;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t("programme.review.project"), [nameIn(language, facts), facts.code].filter(Boolean).join(" · ")],
    [t("projects.category"), categoriesText(facts.categories, { t, terms, language }) || unknown],
    [
      t("zoneKind.renewal-district"),
      (zone && nameIn(language, zone.properties)) ?? renewalDistrict ?? unknown,
    ],
    [t("projects.years"), yearsText(facts) ?? unknown],
    ...(["unit", "implementer", "leader"] as const).map(
      (name) => [t(`entry.field.${name}`), programme.answering[name] ?? t("entry.answering.none")] as const,
    ),
    [t("entry.works.title"), worksText(programme, t, numbers)],
    [t("programme.bottom.title"), <BottomRows key="bottom" programme={programme} />],
    [t("projects.whoPays"), money.join(language === "en" ? "; " : "；") || t("projects.payersUnknown")],
    [
      t("projects.stage"),
      stage === null ? t("projects.stageUnknown") : termName(terms, { kind: "stage", code: stage, language }),
    ],
    [
      t("programme.chain"),
      programme.plans
        .map((plan) => {
          const { approvedBy, approvedOn, fileNumber } = plan;
          const approval = [fileNumber, approvedBy, approvedOn].filter(Boolean).join(" ");
          return `${nameIn(language, plan)}（${approval || t("programme.plan.notApproved")}）`;
        })
        .join(" → ") || t("programme.noPlan"),
    ],
  ];
  return rows.map(([name, text]) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>{text}</td>
    </tr>
  ));
}

function BottomRows({ programme }: Pick<Reviewed, "programme">) {
  const { t } = useReader();
  return (
    <ul>
      {programme.bottomLines.map((line) => (
        <li key={`${line.rule} ${line.projects}`}>
          <LineName line={line} />
          {t("programme.bottom.colon")}
          {line.projects === null ? "" : t("programme.ofScheme", { projects: line.projects })}
          <LineText line={line} />
        </li>
      ))}
    </ul>
  );
}

function worksText({ works }: ProjectProgramme, t: TFunction, numbers: NumberText): string {
  if (works === null) return t("entry.works.none");
  const told = (["newSqm", "relocatedHouseholds", "rehousedHouseholds"] as const).map(
    (name) => `${t(`entry.works.${name}`)} ${numbers.number(works[name])}`,
  );
  return [...told, works.exemptBasis, works.basis, works.dated].filter(Boolean).join(" · ");
}

function Conditions({ to, guards }: { readonly to: string; readonly guards: readonly GuardResult[] }) {
  const reader = useReader();
  const { t, terms, language } = reader;
  const stage = termName(terms, { kind: "stage", code: to, language });
  return (
    <>
      <h3>{t("programme.next", { stage })}</h3>
      <table>
        <thead>
          <tr>
            {(["condition", "verdict", "finding", "basis"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`programme.review.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {guards.map((guard) => (
            <tr key={guard.guard}>
              <th scope="row">{language === "en" ? guard.nameEn : guard.nameZh}</th>
              <td>{t(`programme.status.${guard.status}`)}</td>
              <td>{guard.reasons.map((reason) => reasonText(reason, reader)).join("；")}</td>
              <td lang="zh-CN">
                {[guard.jurisdiction, guard.clause, datedSource(guard)].join(" · ")}
                {guard.clauseStatus === "unverified" ? `（${t("programme.unverified")}）` : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function WorkDone({ programme: { evidence } }: Pick<Reviewed, "programme">) {
  const { t, terms, language } = useReader();
  if (evidence.length === 0) return <p>{t("programme.review.none")}</p>;
  return (
    <ul>
      {evidence.map((each) => (
        <li key={each.kind}>
          <b>{termName(terms, { kind: "evidence", code: each.kind, language })}</b>{" "}
          <EvidenceText evidence={each} />
        </li>
      ))}
    </ul>
  );
}

function StepsMade({ programme: { steps } }: Pick<Reviewed, "programme">) {
  const reader = useReader();
  const { t, terms, language } = reader;
  if (steps.length === 0) return <p>{t("programme.review.none")}</p>;
  const name = (code: string | null) =>
    code === null ? t("programme.noStage") : termName(terms, { kind: "stage", code, language });
  return (
    <ul>
      {steps.map(({ version, kind, from, to, at, actor, reason, overrideReason, guards }) => (
        <li key={version}>
          {t("programme.by", {
            date: dayText(at),
            actor: actor === "local" ? t("programme.local") : actor,
          })}{" "}
          {t("programme.step", { from: name(from), to: name(to) })}
          {reason === null ? null : <q>{reason}</q>}
          {guards.length === 0 ? null : (
            <span> {t("programme.judgedThen", { counts: countsText(guards, reader) })} </span>
          )}
          {overrideReason === null ? null : (
            <b>
              {t(kind === "entry" ? "programme.review.asEntered" : "programme.review.overrides")}
              <q>{overrideReason}</q>
            </b>
          )}
        </li>
      ))}
    </ul>
  );
}
