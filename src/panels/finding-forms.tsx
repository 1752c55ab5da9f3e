import { useEffect, useState } from "react";
import type { Finding } from "../../server/contract/findings.ts";
import type { Project } from "../../server/contract/projects.ts";
import { nameIn } from "../locale/name-text.ts";
import { useFindingReader } from "../locale/use-finding-reader.ts";
import { readProjects } from "../projects-backend.ts";
import { INITIAL_STATE } from "../state/app-state.ts";
import { linkFinding, recheckFinding, saveProposal } from "../state/finding-page.ts";
import { findingTermsOf } from "../state/findings.ts";
import { useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { textIn } from "./form-values.ts";
import { textOf } from "./money-text.ts";
import { todayText } from "./today-text.ts";

interface FormProps {
  readonly finding: Finding;
  readonly onClose: () => void;
}

/** What the drafts of the forms of a finding are kept under. */
export const proposalDraft = (finding: string) => `proposal ${finding}`;
export const recheckDraft = (finding: string) => `re-check ${finding}`;

/** What is proposed, of which kind, who is to do it. */
export function ProposalForm({ finding: { id }, onClose }: FormProps) {
  const { t, terms, language } = useFindingReader();
  const send = (form: FormData) =>
    saveProposal(id, {
      body: textOf(form, "body"),
      measure: textOf(form, "measure"),
      responsible: textOf(form, "responsible"),
      proposedOn: textOf(form, "proposedOn"),
    });
  return (
    <DraftForm draft={proposalDraft(id)} onSend={send} onClose={onClose} save={t("findings.save")}>
      <label className="field">
        <span>{t("findings.proposal.body")}</span>
        <textarea name="body" rows={2} maxLength={2000} required />
      </label>
      <label className="field">
        <span>{t("findings.proposal.measure")}</span>
        <select name="measure" required>
          {findingTermsOf(terms, "measure").map((term) => (
            <option key={term.code} value={term.code}>
              {nameIn(language, term)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("findings.proposal.responsible")}</span>
        <input name="responsible" maxLength={200} required autoComplete="off" />
      </label>
      <label className="field">
        <span>{t("findings.proposal.proposedOn")}</span>
        <input name="proposedOn" type="date" required defaultValue={todayText()} />
      </label>
    </DraftForm>
  );
}

const NEAR_METRES = 5000;
const SHOWN_PROJECTS = 8;

/** The projects near by, or by name, each taken with a press. */
export function LinkForm({ finding, onClose }: FormProps) {
  const { t, language } = useFindingReader();
  const district = useApp((state) => state.district);
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly Project[] | null>(null);
  const { place, id, projects } = finding;
  const at = place === null ? null : place.join(",");
  useEffect(() => {
    if (district === null) return;
    const asking = new AbortController();
    const [lon, lat] = (at ?? "").split(",").map(Number);
    const near =
      text.trim() !== "" || at === null ? null : { lon: lon!, lat: lat!, metres: NEAR_METRES, name: null };
    const question = { district, ...INITIAL_STATE.projectChoice, area: null, text: text.trim(), near };
    readProjects({ ...question, signal: asking.signal }).then(
      ({ items }) => setFound(items),
      () => undefined,
    );
    return () => asking.abort();
  }, [district, text, at]);
  const shown = (found ?? []).filter((each) => !projects.some((linked) => linked.id === each.id));
  return (
    <div className="evidence-form">
      <label className="field">
        <span>{t("findings.linkSearch")}</span>
        <input type="search" value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <ul className="link-list">
        {shown.slice(0, SHOWN_PROJECTS).map((project) => (
          <li key={project.id}>
            <button
              type="button"
              className="quiet"
              onClick={() => void linkFinding(id, project.id, true).then((taken) => taken && onClose())}
            >
              {nameIn(language, project)}
            </button>
          </li>
        ))}
      </ul>
      {found !== null && shown.length === 0 ? <p className="hint">{t("findings.linkNone")}</p> : null}
      <p className="actions">
        <button type="button" onClick={onClose}>
          {t("findings.cancel")}
        </button>
      </p>
    </div>
  );
}

/** Has the indicator measured again; where there is none, a person says what came of it. */
export function RecheckForm({ finding, onClose }: FormProps) {
  const { t } = useFindingReader();
  const isTold = finding.indicator === null;
  const send = (form: FormData) =>
    recheckFinding(finding.id, {
      checkedOn: textOf(form, "checkedOn"),
      outcome: isTold ? (textOf(form, "outcome") as "improved") : null,
      toldBy: isTold ? textIn(form, "toldBy") : null,
      note: textIn(form, "note"),
    });
  return (
    <DraftForm draft={recheckDraft(finding.id)} onSend={send} onClose={onClose} save={t("findings.recheck")}>
      {isTold ? null : (
        <p className="hint">
          {t(finding.computability === "survey" ? "findings.recheckHintTold" : "findings.recheckHint")}
        </p>
      )}
      <label className="field">
        <span>{t("findings.recheckForm.checkedOn")}</span>
        <input name="checkedOn" type="date" required defaultValue={todayText()} />
      </label>
      {isTold ? (
        <>
          <label className="field">
            <span>{t("findings.recheckForm.outcome")}</span>
            <select name="outcome">
              {(["improved", "not-improved"] as const).map((outcome) => (
                <option key={outcome} value={outcome}>
                  {t(`findings.outcome.${outcome}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{t("findings.recheckForm.toldBy")}</span>
            <input name="toldBy" maxLength={200} required autoComplete="off" />
          </label>
        </>
      ) : null}
      <label className="field">
        <span>{t("findings.recheckForm.note")}</span>
        <input name="note" maxLength={1000} autoComplete="off" />
      </label>
    </DraftForm>
  );
}
