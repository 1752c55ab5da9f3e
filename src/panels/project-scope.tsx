import "../look/entry.css";
import { useEffect, useState } from "react";
import type { MenuSurvey, ProjectScope, ScopeLine } from "../../server/contract/menu-survey.ts";
import { readScope, sendScope, sendSurvey } from "../adviser-backend.ts";
import { type Failure, failureOf } from "../backend.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { useApp } from "../state/store.ts";
import { useOpenedOf } from "./draft-form.tsx";
import { EntryRefusal } from "./entry-refusal.tsx";
import { ScopeForm } from "./scope-form.tsx";
import { SurveyForm } from "./survey-form.tsx";

/** What residents chose in menu surveys, and the scope of the project that is made of it. */
export function ProjectScopePart({ project }: { readonly project: string }) {
  const { t } = useReader();
  const district = useApp((state) => state.district)!;
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const [told, setTold] = useState<ProjectScope | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const draftOf = (form: string) => `${form} ${project}`;
  const [open, setOpen] = useOpenedOf(draftOf, ["survey", "scope"]);
  useEffect(() => {
    readScope(district, project).then(setTold, (error: unknown) => setFailure(failureOf(error)));
  }, [district, project]);
  const close = () => setOpen(null);
  if (told === null) return <EntryRefusal refusal={failure} />;
  const { surveys, scope } = told;
  return (
    <section className="project-scope">
      <h3>{t("entry.scope.title")}</h3>
      {surveys.length + scope.length === 0 ? <p className="hint">{t("entry.scope.none")}</p> : null}
      {surveys.map((survey) => (
        <Survey key={survey.id} survey={survey} />
      ))}
      {scope.length === 0 ? null : <Scope lines={scope} />}
      {canWrite && open === null ? (
        <p className="actions">
          <button type="button" onClick={() => setOpen("survey")}>
            {t("entry.scope.add")}
          </button>
          <button type="button" onClick={() => setOpen("scope")}>
            {t("entry.scope.choose")}
          </button>
        </p>
      ) : null}
      {open === "survey" ? (
        <SurveyForm
          draft={draftOf("survey")}
          onSend={async (body) => setTold(await sendSurvey(district, project, body))}
          onClose={close}
        />
      ) : null}
      {open === "scope" ? (
        <ScopeForm
          draft={draftOf("scope")}
          told={told}
          onSend={async (body) => setTold(await sendScope(district, project, body))}
          onClose={close}
        />
      ) : null}
    </section>
  );
}

function Survey({ survey }: { readonly survey: MenuSurvey }) {
  const { t, terms, numbers, language } = useReader();
  const { title, body, openedOn, closedOn, askedHouseholds, answeredHouseholds, options, withheld } = survey;
  return (
    <details className="survey">
      <summary>{t("entry.scope.survey", { title, body, from: openedOn, to: closedOn })}</summary>
      <p className="hint">
        {t("entry.scope.answered", {
          answered: numbers.number(answeredHouseholds),
          asked: numbers.number(askedHouseholds),
        })}
      </p>
      <ul>
        {options.map(({ ordinal, item, kind, votes, share }) => (
          <li key={ordinal}>
            {item} <small>{termName(terms, { kind: "menu-kind", code: kind, language })}</small>{" "}
            {votes === null
              ? t("entry.scope.few")
              : t("entry.scope.votes", { votes: numbers.number(votes), share: numbers.share(share) })}
          </li>
        ))}
      </ul>
      {withheld ? <p className="hint">{t("entry.scope.withheld")}</p> : null}
    </details>
  );
}

function Scope({ lines }: { readonly lines: readonly ScopeLine[] }) {
  const { t, terms, numbers, language } = useReader();
  return (
    <>
      <h4>{t("entry.scope.lines")}</h4>
      <ol className="scope-lines">
        {lines.map(({ item, kind, quantity, unit, survey, reason }) => (
          <li key={`${survey} ${item}`}>
            <b>{item}</b> {quantity === null ? null : `${numbers.number(quantity, 2)} ${unit ?? ""}`}
            <small>
              {termName(terms, { kind: "menu-kind", code: kind, language })} ·{" "}
              {survey === null ? t("entry.scope.added", { reason }) : t("entry.scope.chosen")}
            </small>
          </li>
        ))}
      </ol>
    </>
  );
}
