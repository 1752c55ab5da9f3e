import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Failure, failureOf } from "../backend.ts";
import type { RuleFile, RuleProblem } from "../formats/rule-set-file.ts";
import { nameIn } from "../locale/name-text.ts";
import { FailureNote } from "../panels/failure-note.tsx";
import { addRuleSet } from "../state/rule-sets.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";

const FIRST_PROBLEMS = 20;

interface PreviewProps {
  readonly name: string;
  readonly file: RuleFile;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** What a file of rules holds and what is wrong in it, before anything is judged by it. */
export function OwnRulesPreview({ name, file, onDone, onCancel }: PreviewProps) {
  const { t } = useTranslation();
  const { requirements, problems, encoding } = file;
  const timeOnly = requirements.filter(({ distanceM, test }) => test === "walk" && distanceM === null).length;
  return (
    <section className="own-rules-preview" aria-live="polite" data-field="ownRules">
      <p>
        <b>{t("ownRules.read", { rows: requirements.length, problems: problems.length, encoding })}</b>
      </p>
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      {requirements.length === 0 ? (
        <p className="actions">
          {t("ownRules.noneGood")}{" "}
          <button type="button" onClick={onCancel}>
            {t("ownRules.cancel")}
          </button>
        </p>
      ) : (
        <>
          <Rows file={file} />
          {timeOnly > 0 ? <p className="hint">{t("ownRules.timeOnly", { count: timeOnly })}</p> : null}
          <Use name={name} file={file} onDone={onDone} onCancel={onCancel} />
        </>
      )}
    </section>
  );
}

function Problems({ problems }: { readonly problems: readonly RuleProblem[] }) {
  const { t } = useTranslation();
  const rest = problems.length - FIRST_PROBLEMS;
  return (
    <>
      <table className="classes own-rules-table" data-field="ruleProblems">
        <caption>{t("ownRules.problems")}</caption>
        <thead>
          <tr>
            {(["line", "column", "value", "expected"] as const).map((head) => (
              <th key={head} scope="col">
                {t(`ownRules.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, FIRST_PROBLEMS).map(({ line, column, value, code }) => (
            <tr key={`${line}/${column}/${code}`} data-line={line}>
              <th scope="row">{line}</th>
              <td>{column === null ? "–" : t(`ownRules.columnName.${column}`, { defaultValue: column })}</td>
              <td>{value === "" ? t("ownRules.blank") : value}</td>
              <td>{t(`ownRules.problem.${code}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? <p className="hint">{t("ownRules.moreProblems", { count: rest })}</p> : null}
    </>
  );
}

function Rows({ file: { requirements } }: { readonly file: RuleFile }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  return (
    <details className="own-rules-rows">
      <summary>
        {t("ownRules.preview")} · {requirements.length}
      </summary>
      <table className="classes own-rules-table">
        <caption className="unseen">{t("ownRules.preview")}</caption>
        <tbody>
          {requirements.map(({ tier, category, required, distanceM }) => {
            const names = categories.find(({ code }) => code === category);
            return (
              <tr key={`${tier}/${category}`}>
                <th scope="row">{names ? nameIn(language, names) : category}</th>
                <td>{t("ownRules.minutes", { minutes: tier })}</td>
                <td>{t(required === "required" ? "ownRules.required" : "ownRules.asNeeded")}</td>
                <td>{distanceM === null ? "–" : `${distanceM} m`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

function Use({ name, file: { requirements, problems }, onDone, onCancel }: PreviewProps) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [title, setTitle] = useState(name.slice(0, 80));
  const use = async () => {
    setFailure(null);
    await addRuleSet(title, requirements).then(onDone, (error: unknown) => setFailure(failureOf(error)));
  };
  return (
    <form action={use}>
      <label className="field">
        <span>{t("ownRules.title")}</span>
        <input
          value={title}
          maxLength={80}
          required
          pattern=".*\S.*"
          onChange={({ target }) => setTitle(target.value)}
        />
      </label>
      <p className="hint">{t("ownRules.trial")}</p>
      {failure ? <FailureNote failure={failure} onRetry={use} /> : null}
      <p className="actions">
        <button type="submit" className="primary">
          {problems.length > 0 ? t("ownRules.useGood", { count: requirements.length }) : t("ownRules.use")}
        </button>
        <button type="button" onClick={onCancel}>
          {t("ownRules.cancel")}
        </button>
      </p>
    </form>
  );
}
