import "../look/entry.css";
import type { ProjectProgramme } from "../../server/contract/programme.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { declareWorks, nameResponsibility } from "../state/entered-projects.ts";
import { DraftForm, useKept, useOpened } from "./draft-form.tsx";
import { EntryRefusal } from "./entry-refusal.tsx";
import { numberIn, textIn } from "./form-values.ts";
import { LedgerField } from "./ledger-parts.tsx";
import { todayText } from "./today-text.ts";

interface Answered {
  readonly programme: ProjectProgramme;
  readonly canWrite: boolean;
}

const WHO = ["unit", "implementer", "leader"] as const;

/** Who answers for a project, and the form that names them. */
export function Answering({ programme: { project, answering }, canWrite }: Answered) {
  const { t } = useReader();
  const draft = `answering ${project}`;
  const [isOpen, setOpen] = useOpened(draft);
  const send = (form: FormData) => {
    const [unit, implementer, leader] = WHO.map((name) => textIn(form, name));
    return nameResponsibility(project, { unit: unit!, implementer: implementer!, leader: leader! });
  };
  const { from, dated } = answering;
  return (
    <div className="answering" data-from={from}>
      <dl className="facts">
        {WHO.map((name) => (
          <div key={name}>
            <dt>{t(`entry.field.${name}`)}</dt>
            <dd>{answering[name] ?? t("entry.answering.none")}</dd>
          </div>
        ))}
      </dl>
      {from === null || dated === null ? null : (
        <p className="hint">
          {from === "dispatch"
            ? t("entry.answering.fromDispatch", { month: dated.slice(0, 7) })
            : t("entry.answering.fromNamed", { date: dated })}
        </p>
      )}
      {canWrite && !isOpen ? (
        <button type="button" className="quiet" onClick={() => setOpen(true)}>
          {t("entry.answering.edit")}
        </button>
      ) : null}
      {isOpen ? (
        <DraftForm
          draft={draft}
          onSend={send}
          onClose={() => setOpen(false)}
          save={t("entry.answering.save")}
          Refusal={EntryRefusal}
        >
          {WHO.map((name) => (
            <LedgerField key={name} name={name} label={t(`entry.field.${name}`)} initial={answering[name]} />
          ))}
        </DraftForm>
      ) : null}
    </div>
  );
}

const NUMBERS = [
  "newSqm",
  "exemptNewSqm",
  "exemptDemolishedSqm",
  "relocatedHouseholds",
  "rehousedHouseholds",
] as const;

/** What a project builds and whom it rehouses, and the form that declares it. */
export function Works({ programme: { project, works, tracks }, canWrite }: Answered) {
  const { t, numbers, language } = useReader();
  const draft = `works ${project}`;
  const [isOpen, setOpen] = useOpened(draft);
  const send = (form: FormData) => {
    const values = Object.fromEntries(NUMBERS.map((name) => [name, numberIn(form, name)]));
    return declareWorks(project, {
      ...(values as Record<(typeof NUMBERS)[number], number | null>),
      exemptBasis: textIn(form, "exemptBasis"),
      policyTrack: textIn(form, "policyTrack"),
      basis: textIn(form, "basis") ?? "",
      dated: textIn(form, "dated") ?? "",
    });
  };
  const label = (name: string) => t(`entry.works.${name}`);
  const track = tracks.find(({ code }) => code === works?.policyTrack);
  return (
    <div className="works">
      {works === null ? (
        <p className="hint">{label("none")}</p>
      ) : (
        <dl className="facts">
          {NUMBERS.map((name) => (
            <div key={name}>
              <dt>{label(name)}</dt>
              <dd>{numbers.number(works[name])}</dd>
            </div>
          ))}
          {tracks.length === 0 ? null : (
            <div>
              <dt>{label("policyTrack")}</dt>
              <dd>{(track && nameIn(language, track)) ?? label("noTrack")}</dd>
            </div>
          )}
          <div>
            <dt>{label("basis")}</dt>
            <dd>{[works.basis, works.dated, works.exemptBasis].filter(Boolean).join(" · ")}</dd>
          </div>
        </dl>
      )}
      {canWrite && !isOpen ? (
        <button type="button" className="quiet" onClick={() => setOpen(true)}>
          {label("edit")}
        </button>
      ) : null}
      {isOpen ? (
        <DraftForm
          draft={draft}
          onSend={send}
          onClose={() => setOpen(false)}
          save={label("save")}
          Refusal={EntryRefusal}
        >
          <p className="hint">{label("hint")}</p>
          {NUMBERS.map((name) => (
            <LedgerField key={name} name={name} type="number" label={label(name)} initial={works?.[name]} />
          ))}
          {tracks.length === 0 ? null : <Track tracks={tracks} chosen={track ?? null} />}
          <LedgerField name="exemptBasis" label={label("exemptBasis")} initial={works?.exemptBasis} />
          <LedgerField name="basis" label={label("basis")} required initial={works?.basis} />
          <LedgerField
            name="dated"
            type="date"
            label={label("dated")}
            required
            initial={works?.dated ?? todayText()}
          />
        </DraftForm>
      ) : null}
    </div>
  );
}

// which way a project goes where its category has a policy of its own, and what that means for the limits
function Track({
  tracks,
  chosen,
}: {
  readonly tracks: ProjectProgramme["tracks"];
  readonly chosen: ProjectProgramme["tracks"][number] | null;
}) {
  const { t, language } = useReader();
  const [code, setCode] = useKept("policyTrack", chosen?.code ?? "");
  const track = tracks.find((each) => each.code === code);
  return (
    <>
      <label className="field">
        <span>{t("entry.works.policyTrack")}</span>
        <select name="policyTrack" value={code} onChange={({ target }) => setCode(target.value)}>
          <option value="">{t("entry.works.noTrack")}</option>
          {tracks.map((each) => (
            <option key={each.code} value={each.code}>
              {nameIn(language, each)}
            </option>
          ))}
        </select>
      </label>
      {track ? <p className="hint">{language === "en" ? track.textEn : track.textZh}</p> : null}
    </>
  );
}
