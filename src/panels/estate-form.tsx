import type { EstatePage, EstateRecord } from "../../server/contract/estates.ts";
import { useReader } from "../locale/use-reader.ts";
import { saveEstateRecord } from "../state/ledger.ts";
import { DraftForm } from "./draft-form.tsx";
import { numberIn, textIn } from "./form-values.ts";
import { LedgerField, LedgerRefusal } from "./ledger-parts.tsx";

// a line is what was done, and at its end the day it was finished where that is known
const WORK = /^(.*?)(?:\s+(\d{4}-\d{2}-\d{2}))?$/;

function worksFrom(text: string | null): EstateRecord["works"] {
  return (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [, name = line, finishedOn = null] = WORK.exec(line) ?? [];
      return { name, finishedOn };
    });
}

/** Takes down survey, works and consent of an estate; what is typed stays where the service does not take it. */
export function EstateForm({ page, onClose }: { readonly page: EstatePage; readonly onClose: () => void }) {
  const { t } = useReader();
  const label = (key: string) => t(`ledger.estates.${key}`);
  const { record, estate } = page;
  const send = (form: FormData) => saveEstateRecord(estate.id, recordIn(form), page.version);
  const works = (record?.works ?? []).map(({ name, finishedOn }) =>
    [name, finishedOn].filter(Boolean).join(" "),
  );
  const counts = ["owners", "ownersVoted", "ownersAgreed", "ownedSqm", "votedSqm", "agreedSqm"] as const;
  return (
    <DraftForm
      draft={`estate ${estate.id}`}
      onSend={send}
      onClose={onClose}
      save={t("ledger.save")}
      Refusal={LedgerRefusal}
    >
      <LedgerField name="surveyedOn" label={label("surveyDate")} type="date" initial={record?.surveyedOn} />
      <LedgerField name="surveyedBy" label={label("surveyedBy")} initial={record?.surveyedBy} />
      <LedgerField name="findings" label={label("findings")} initial={record?.findings} long />
      <LedgerField name="works" label={label("works")} initial={works.join("\n")} long />
      <p className="hint">{label("worksHint")}</p>
      <LedgerField name="consentScope" label={label("consentScope")} initial={record?.consentScope} />
      <LedgerField name="consentOn" label={label("consentOn")} type="date" initial={record?.consentOn} />
      <div className="evidence-counts">
        {counts.map((name) => (
          <LedgerField key={name} name={name} label={label(name)} type="number" initial={record?.[name]} />
        ))}
      </div>
    </DraftForm>
  );
}

const recordIn = (form: FormData): EstateRecord => ({
  surveyedOn: textIn(form, "surveyedOn"),
  surveyedBy: textIn(form, "surveyedBy"),
  findings: textIn(form, "findings"),
  works: worksFrom(textIn(form, "works")),
  consentScope: textIn(form, "consentScope"),
  consentOn: textIn(form, "consentOn"),
  owners: numberIn(form, "owners"),
  ownersVoted: numberIn(form, "ownersVoted"),
  ownersAgreed: numberIn(form, "ownersAgreed"),
  ownedSqm: numberIn(form, "ownedSqm"),
  votedSqm: numberIn(form, "votedSqm"),
  agreedSqm: numberIn(form, "agreedSqm"),
});
