import type { ProjectScope, ScopeBody } from "../../server/contract/menu-survey.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { DraftForm, useKept } from "./draft-form.tsx";
import { EntryRefusal } from "./entry-refusal.tsx";
import { numberIn, textIn } from "./form-values.ts";
import { LedgerField } from "./ledger-parts.tsx";

interface ScopeFormProps {
  /** What is typed is kept under. */
  readonly draft: string;
  readonly told: ProjectScope;
  readonly onSend: (body: ScopeBody) => Promise<void>;
  readonly onClose: () => void;
}

/** Decides the scope of a project: options of its surveys ticked, each with a quantity, and lines of its own with a reason. */
export function ScopeForm({ draft, told: { surveys, scope }, onSend, onClose }: ScopeFormProps) {
  const { t, terms, language } = useReader();
  const [own, setOwn] = useKept(
    "own",
    scope.filter(({ survey }) => survey === null).map((line, key) => ({ key, line })),
    draft,
  );
  const options = surveys.flatMap(({ id, options: all }) => all.map((option) => ({ survey: id, ...option })));
  const keys = own.map(({ key }) => key);
  const send = (form: FormData) => onSend({ lines: [...chosenIn(form, options), ...ownIn(form, keys)] });
  const label = (name: string) => t(`entry.scope.${name}`);
  return (
    <DraftForm
      className="evidence-form entry-form"
      draft={draft}
      onSend={send}
      onClose={onClose}
      save={label("saveLines")}
      Refusal={EntryRefusal}
    >
      {options.map(({ survey, ordinal, item }) => {
        const line = scope.find((each) => each.survey === survey && each.option === ordinal);
        const key = `${survey} ${ordinal}`;
        return (
          <div key={key} className="scope-choice">
            <label>
              <input type="checkbox" name="chosen" value={key} defaultChecked={line !== undefined} /> {item}
            </label>
            <input
              name={`quantity ${key}`}
              type="number"
              min={0}
              step="any"
              aria-label={label("quantity")}
              placeholder={label("quantity")}
              defaultValue={line?.quantity ?? ""}
            />
            <input
              name={`unit ${key}`}
              aria-label={label("unit")}
              placeholder={label("unit")}
              maxLength={20}
              defaultValue={line?.unit ?? ""}
            />
          </div>
        );
      })}
      {own.map(({ key, line }) => (
        <fieldset key={key}>
          <LedgerField name={`item ${key}`} required label={label("item")} initial={line?.item} />
          <label className="field">
            <span>{label("kind")}</span>
            <select name={`kind ${key}`} defaultValue={line?.kind}>
              {terms
                .filter(({ kind }) => kind === "menu-kind")
                .map((term) => (
                  <option key={term.code} value={term.code}>
                    {nameIn(language, term)}
                  </option>
                ))}
            </select>
          </label>
          <div className="project-selects">
            <LedgerField
              name={`quantity ${key}`}
              type="number"
              label={label("quantity")}
              initial={line?.quantity}
            />
            <LedgerField name={`unit ${key}`} label={label("unit")} initial={line?.unit} />
          </div>
          <LedgerField name={`reason ${key}`} required label={label("reason")} initial={line?.reason} />
          <button
            type="button"
            className="quiet"
            onClick={() => setOwn(own.filter((each) => each.key !== key))}
          >
            {t("entry.amountDrop")}
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        className="quiet"
        onClick={() => setOwn([...own, { key: (own.at(-1)?.key ?? -1) + 1, line: NO_LINE }])}
      >
        {label("byHand")}
      </button>
    </DraftForm>
  );
}

const NO_LINE = {
  ...{ item: "", kind: "basic", quantity: null, unit: null },
  ...{ survey: null, option: null, reason: null },
};

type Option = { readonly survey: string; readonly ordinal: number };

function chosenIn(form: FormData, options: readonly Option[]): ScopeBody["lines"] {
  const chosen = new Set(form.getAll("chosen").map(String));
  return options
    .filter(({ survey, ordinal }) => chosen.has(`${survey} ${ordinal}`))
    .map(({ survey, ordinal }) => ({
      ...{ survey, option: ordinal },
      quantity: numberIn(form, `quantity ${survey} ${ordinal}`),
      unit: textIn(form, `unit ${survey} ${ordinal}`),
    }));
}

const ownIn = (form: FormData, keys: readonly number[]): ScopeBody["lines"] =>
  keys.map((key) => ({
    ...{ item: textIn(form, `item ${key}`) ?? "", kind: textIn(form, `kind ${key}`) ?? "" },
    ...{ quantity: numberIn(form, `quantity ${key}`), unit: textIn(form, `unit ${key}`) },
    reason: textIn(form, `reason ${key}`) ?? "",
  }));
