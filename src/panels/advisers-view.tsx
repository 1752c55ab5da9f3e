import "../look/entry.css";
import "../look/lists-view.css";
import { useEffect, useState } from "react";
import type { Adviser } from "../../server/contract/advisers.ts";
import { readAdvisers, sendVisit } from "../adviser-backend.ts";
import { type Failure, failureOf } from "../backend.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { select } from "../state/selection.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { AdviserForm } from "./adviser-form.tsx";
import { DraftForm, useOpened } from "./draft-form.tsx";
import { EntryRefusal } from "./entry-refusal.tsx";
import { textIn } from "./form-values.ts";
import { LedgerField } from "./ledger-parts.tsx";
import { todayText } from "./today-text.ts";

/** 三师进社区: who serves which communities, their visits and the reviews they signed. */
export function AdvisersView() {
  const { t } = useReader();
  const district = useApp((state) => state.district)!;
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const [advisers, setAdvisers] = useState<readonly Adviser[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    readAdvisers(district).then(
      ({ items }) => setAdvisers(items),
      (error: unknown) => setFailure(failureOf(error)),
    );
  }, [district]);
  const put = (adviser: Adviser) =>
    setAdvisers((all) => [...(all ?? []).filter(({ id }) => id !== adviser.id), adviser]);
  return (
    <div className="advisers-view">
      <h2 className="card-title">{t("entry.advisers.title")}</h2>
      <EntryRefusal refusal={failure} />
      {advisers?.length === 0 ? <p className="hint">{t("entry.advisers.none")}</p> : null}
      <ul className="list-items">
        {(advisers ?? []).map((adviser) => (
          <AdviserItem key={adviser.id} adviser={adviser} canWrite={canWrite} onPut={put} />
        ))}
      </ul>
      {canWrite ? <AdviserForm onPut={put} /> : null}
    </div>
  );
}

interface ItemProps {
  readonly adviser: Adviser;
  readonly canWrite: boolean;
  readonly onPut: (adviser: Adviser) => void;
}

function AdviserItem({ adviser, canWrite, onPut }: ItemProps) {
  const { t, terms, language } = useReader();
  const { id, name, profession, organisation, zones, since, until, visits, signed } = adviser;
  const [isOpen, setOpen] = useOpened(`visit ${id}`);
  const separator = language === "en" ? ", " : "、";
  return (
    <li data-adviser={id}>
      <b>{name}</b>{" "}
      {[termName(terms, { kind: "adviser-profession", code: profession, language }), organisation]
        .filter(Boolean)
        .join(" · ")}
      <small>
        {zones.map((zone) => nameIn(language, zone) ?? zone.id).join(separator)} ·{" "}
        {t(until === null ? "entry.advisers.inOffice" : "entry.advisers.term", { since, until })}
      </small>
      <small>
        {t("entry.advisers.visits", { count: visits.length })} ·{" "}
        {t("entry.advisers.signed", { count: signed.length })}
      </small>
      {visits.map((visit) => (
        <small key={visit.id}>
          {[visit.visitedOn, nameIn(language, visit.zone), visit.subject, visit.advice]
            .filter(Boolean)
            .join(" · ")}{" "}
          {visit.project === null ? null : <ProjectLink project={visit.project} />}
        </small>
      ))}
      {signed.map((project) => (
        <small key={project.id}>
          {project.heldOn} {t("entry.advisers.signedFor")} <ProjectLink project={project} />
        </small>
      ))}
      {canWrite && !isOpen ? (
        <button type="button" onClick={() => setOpen(true)}>
          {t("entry.advisers.visit")}
        </button>
      ) : null}
      {isOpen ? <VisitForm adviser={adviser} onPut={onPut} onClose={() => setOpen(false)} /> : null}
    </li>
  );
}

function ProjectLink({
  project,
}: {
  readonly project: Adviser["signed"][number] | { id: string; nameZh: string | null; nameEn: string | null };
}) {
  const { language } = useReader();
  return (
    <button type="button" className="quiet" onClick={() => select({ layer: "project", id: project.id })}>
      {nameIn(language, project)}
    </button>
  );
}

function VisitForm({
  adviser,
  onPut,
  onClose,
}: Omit<ItemProps, "canWrite"> & { readonly onClose: () => void }) {
  const { t, language } = useReader();
  const district = useApp((state) => state.district)!;
  const projects = useApp((state) => answerOfRun(state.projects)?.items ?? NO_PROJECTS);
  const send = async (form: FormData) =>
    onPut(
      await sendVisit(district, adviser.id, {
        ...{ zone: textIn(form, "zone") ?? "", project: textIn(form, "project") },
        ...{ visitedOn: textIn(form, "visitedOn") ?? "", subject: textIn(form, "subject") ?? "" },
        advice: textIn(form, "advice"),
      }),
    );
  const label = (name: string) => t(`entry.advisers.${name}`);
  return (
    <DraftForm
      className="evidence-form entry-form"
      draft={`visit ${adviser.id}`}
      onSend={send}
      onClose={onClose}
      save={label("saveVisit")}
      Refusal={EntryRefusal}
    >
      <LedgerField name="visitedOn" type="date" required label={label("visitedOn")} initial={todayText()} />
      <label className="field">
        <span>{label("zone")}</span>
        <select name="zone" required>
          {adviser.zones.map((zone) => (
            <option key={zone.id} value={zone.id}>
              {nameIn(language, zone) ?? zone.id}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{label("project")}</span>
        <select name="project">
          <option value="">{label("noProject")}</option>
          {projects.map((project) => (
            <option key={project.id} value={project.id}>
              {nameIn(language, project)}
            </option>
          ))}
        </select>
      </label>
      <LedgerField name="subject" required label={label("subject")} />
      <LedgerField name="advice" long label={label("advice")} />
    </DraftForm>
  );
}

const NO_PROJECTS: readonly never[] = [];
