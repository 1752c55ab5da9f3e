import { useState } from "react";
import type { SurveyBody } from "../../server/contract/menu-survey.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { DraftForm } from "./draft-form.tsx";
import { EntryRefusal } from "./entry-refusal.tsx";
import { numberIn, textIn } from "./form-values.ts";
import { LedgerField } from "./ledger-parts.tsx";

interface SurveyFormProps {
  /** What is typed is kept under. */
  readonly draft: string;
  readonly onSend: (body: SurveyBody) => Promise<void>;
  readonly onClose: () => void;
}

/** Takes down a menu survey, its options a line each as they are copied from a table; what cannot be read is told by its line. */
export function SurveyForm({ draft, onSend, onClose }: SurveyFormProps) {
  const { t, terms, language } = useReader();
  const [wrongLine, setWrongLine] = useState<number | null>(null);
  const kinds = terms.filter(({ kind }) => kind === "menu-kind");
  const codeOf = (word: string) =>
    kinds.find(({ code, nameZh, nameEn }) => [code, nameZh, nameEn].includes(word))?.code ?? null;
  const send = async (form: FormData) => {
    const options = optionsIn(textIn(form, "options") ?? "", codeOf);
    setWrongLine(options.wrong);
    if (options.wrong !== null) return false;
    await onSend({
      ...{ title: textIn(form, "title") ?? "", body: textIn(form, "body") ?? "" },
      ...{ openedOn: textIn(form, "openedOn") ?? "", closedOn: textIn(form, "closedOn") ?? "" },
      askedHouseholds: numberIn(form, "askedHouseholds"),
      answeredHouseholds: numberIn(form, "answeredHouseholds") ?? 0,
      options: options.read,
    });
    return true;
  };
  const label = (name: string) => t(`entry.scope.field.${name}`);
  const names = kinds.map((term) => nameIn(language, term)).join(language === "en" ? ", " : "、");
  return (
    <DraftForm
      className="evidence-form entry-form"
      draft={draft}
      onSend={send}
      onClose={onClose}
      save={t("entry.scope.save")}
      Refusal={EntryRefusal}
    >
      <LedgerField name="title" required label={label("title")} />
      <LedgerField name="body" required label={label("body")} />
      <div className="project-selects">
        <LedgerField name="openedOn" type="date" required label={label("openedOn")} />
        <LedgerField name="closedOn" type="date" required label={label("closedOn")} />
        <LedgerField name="askedHouseholds" type="number" label={label("askedHouseholds")} />
        <LedgerField name="answeredHouseholds" type="number" required label={label("answeredHouseholds")} />
      </div>
      <LedgerField name="options" long required label={t("entry.scope.options")} />
      <p className="hint">{t("entry.scope.optionsHint", { kinds: names })}</p>
      {wrongLine === null ? null : (
        <p className="failure" role="alert">
          {t("entry.scope.optionWrong", { line: wrongLine })}
        </p>
      )}
    </DraftForm>
  );
}

interface Options {
  readonly read: SurveyBody["options"];
  /** The first line that cannot be read, from 1. */
  readonly wrong: number | null;
}

function optionsIn(text: string, codeOf: (word: string) => string | null): Options {
  const read: SurveyBody["options"] = [];
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    // digits are typed in full width too
    const [item = "", word = "", count = ""] = line
      .normalize("NFKC")
      .split(/[,，\t]/)
      .map((part) => part.trim());
    const kind = codeOf(word);
    const votes = /^\d+$/.test(count) ? Number(count) : null;
    const isTwice = read.some((each) => each.item === item);
    if (item === "" || kind === null || votes === null || isTwice) return { read, wrong: at + 1 };
    read.push({ item, kind, votes });
  }
  return { read, wrong: null };
}
