import type { FeatureReply, ZoneFeature } from "../../server/contract/catalogue.ts";
import {
  EVIDENCE_OF_ZONE,
  type Evidence,
  type EvidenceKind,
  FIVE_STEPS,
  type ProjectProgramme,
  SIGNED_STEP,
} from "../../server/contract/programme.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { saveEvidence } from "../state/programme.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { DraftForm, useOpened } from "./draft-form.tsx";
import { EvidenceFiles } from "./evidence-files.tsx";
import { numberIn, textIn } from "./form-values.ts";
import { RefusalOf } from "./programme-refusal.tsx";
import { useAdvisers } from "./use-advisers.ts";

const NO_ZONES: readonly ZoneFeature[] = [];

interface EvidenceFieldProps {
  readonly kind: EvidenceKind;
  readonly programme: ProjectProgramme;
  readonly related: FeatureReply["related"];
  readonly canWrite: boolean;
}

/** What was done of one kind, and the form that takes it down; what is typed stays where the service does not take it. */
export function EvidenceField({ kind, programme, related, canWrite }: EvidenceFieldProps) {
  const { t, terms, language } = useReader();
  const draft = `evidence ${programme.project} ${kind}`;
  const [isOpen, setOpen] = useOpened(draft);
  const done = programme.evidence.find((each) => each.kind === kind);
  return (
    <div className="evidence" data-evidence={kind}>
      <p>
        <b>{termName(terms, { kind: "evidence", code: kind, language })}</b>
        {done === undefined ? null : <EvidenceText evidence={done} />}
        {canWrite && !isOpen ? (
          <button type="button" className="quiet" onClick={() => setOpen(true)}>
            {t(done === undefined ? "programme.record" : "programme.recordAgain")}
          </button>
        ) : null}
      </p>
      {done === undefined ? null : (
        <EvidenceFiles project={programme.project} evidence={done} canWrite={canWrite} />
      )}
      {isOpen ? (
        <EvidenceForm
          draft={draft}
          kind={kind}
          done={done}
          related={related}
          project={programme.project}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}

/** When, by whom, with what outcome. */
export function EvidenceText({ evidence }: { readonly evidence: Evidence }) {
  const { t, numbers } = useReader();
  const { heldOn, body, passed, attendance, votesFor, votesAgainst, note, adviserName, files } = evidence;
  const voted = [attendance, votesFor, votesAgainst].some((count) => count !== null);
  const more = [
    passed ? null : t("programme.notPassed"),
    voted
      ? t("programme.votes", {
          attendance: numbers.number(attendance),
          votesFor: numbers.number(votesFor),
          votesAgainst: numbers.number(votesAgainst),
        })
      : null,
    adviserName === null ? null : t("entry.advisers.signedBy", { name: adviserName }),
    note,
    files?.length ? t("programme.files", { count: files.length }) : null,
  ].filter(Boolean);
  const told = { date: heldOn, body, more: more.join(" · ") };
  return <span>{t(more.length > 0 ? "programme.recordedMore" : "programme.recorded", told)}</span>;
}

interface EvidenceFormProps {
  readonly draft: string;
  readonly kind: EvidenceKind;
  readonly done: Evidence | undefined;
  readonly related: FeatureReply["related"];
  readonly project: string;
  readonly onClose: () => void;
}

function EvidenceForm({ draft, kind, done, related, project, onClose }: EvidenceFormProps) {
  const { t } = useReader();
  const send = (form: FormData) =>
    saveEvidence(project, kind, {
      heldOn: textIn(form, "heldOn") ?? "",
      body: textIn(form, "body") ?? "",
      zone: textIn(form, "zone"),
      attendance: numberIn(form, "attendance"),
      votesFor: numberIn(form, "votesFor"),
      votesAgainst: numberIn(form, "votesAgainst"),
      passed: form.get("passed") !== null,
      note: textIn(form, "note"),
      adviser: textIn(form, "adviser"),
    });
  const isStep = (FIVE_STEPS as readonly string[]).includes(kind);
  return (
    <DraftForm draft={draft} onSend={send} onClose={onClose} save={t("programme.save")}>
      <Field name="heldOn" type="date" required initial={done?.heldOn} />
      <Field name="body" required initial={done?.body} />
      {EVIDENCE_OF_ZONE.includes(kind) ? <ZoneField related={related} initial={done?.zone} /> : null}
      {isStep ? (
        <div className="evidence-counts">
          <Field name="attendance" type="number" initial={done?.attendance} />
          <Field name="votesFor" type="number" initial={done?.votesFor} />
          <Field name="votesAgainst" type="number" initial={done?.votesAgainst} />
        </div>
      ) : null}
      {kind === SIGNED_STEP ? <AdviserField initial={done?.adviser} /> : null}
      <Field name="note" initial={done?.note} />
      <label>
        <input type="checkbox" name="passed" defaultChecked={done?.passed ?? true} /> {t("programme.passed")}
      </label>
      <RefusalOf asked={kind} />
    </DraftForm>
  );
}

interface FieldProps {
  readonly name: "heldOn" | "body" | "attendance" | "votesFor" | "votesAgainst" | "note";
  readonly type?: "text" | "date" | "number";
  readonly required?: boolean;
  readonly initial: string | number | null | undefined;
}

function Field({ name, type = "text", required = false, initial }: FieldProps) {
  const { t } = useReader();
  const whole = type === "number" ? { min: 0, step: 1 } : {};
  return (
    <label className="field">
      <span>{t(`programme.${name}`)}</span>
      <input {...{ name, type, required, ...whole }} defaultValue={initial ?? ""} autoComplete="off" />
    </label>
  );
}

// who signs 专业审议
function AdviserField({ initial }: { readonly initial: string | null | undefined }) {
  const { t, terms, language } = useReader();
  const advisers = useAdvisers();
  return (
    <label className="field">
      <span>{t("entry.advisers.signs")}</span>
      <select key={advisers.length} name="adviser" defaultValue={initial ?? ""}>
        <option value="">
          {t(advisers.length === 0 ? "entry.advisers.noneYet" : "entry.advisers.choose")}
        </option>
        {advisers.map(({ id, name, profession }) => (
          <option key={id} value={id}>
            {name} · {termName(terms, { kind: "adviser-profession", code: profession, language })}
          </option>
        ))}
      </select>
    </label>
  );
}

// the zones the project lies in: a check of another one would not count; the district where nothing finer is known
function ZoneField({
  related,
  initial,
}: {
  readonly related: FeatureReply["related"];
  readonly initial: string | null | undefined;
}) {
  const { t, language } = useReader();
  const zones = useApp((state) => selectCatalogue(state)?.zones ?? NO_ZONES);
  const within = related.filter(({ layer }) => layer === "zone");
  const district = zones.filter(({ properties: { kind } }) => kind === "district");
  const offered = within.length > 0 ? within : district.map(({ id, properties }) => ({ ...properties, id }));
  return (
    <label className="field">
      <span>{t("programme.checkedZone")}</span>
      <select name="zone" required defaultValue={initial ?? ""}>
        <option value="">{t("programme.chooseZone")}</option>
        {offered.map((zone) => (
          <option key={zone.id} value={zone.id}>
            {nameIn(language, zone)}
          </option>
        ))}
      </select>
    </label>
  );
}
