import type { ProjectAmount } from "../../server/contract/projects.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { useKept } from "./draft-form.tsx";

const WAN = 10_000;

/** Who pays a project and how much, one line each; fields of the form around it. */
export function AmountFields({ initial }: { readonly initial: readonly ProjectAmount[] }) {
  const { t, terms, language } = useReader();
  const [lines, setLines] = useKept(
    "amounts",
    initial.map((amount, key) => ({ ...amount, key })),
  );
  const add = () =>
    setLines([...lines, { source: "", amountYuan: null, key: (lines.at(-1)?.key ?? -1) + 1 }]);
  return (
    <fieldset className="amount-fields">
      <legend>{t("entry.field.amounts")}</legend>
      {lines.map(({ key, source, amountYuan }) => (
        <div key={key}>
          <select name="payer" aria-label={t("entry.field.amounts")} required defaultValue={source}>
            <option value="" />
            {terms
              .filter(({ kind }) => kind === "funding-source")
              .map(({ code }) => (
                <option key={code} value={code}>
                  {termName(terms, { kind: "funding-source", code, language })}
                </option>
              ))}
          </select>
          <input
            name="wan"
            type="number"
            min={0}
            step="any"
            aria-label={t("entry.field.amount")}
            placeholder={t("entry.field.amount")}
            defaultValue={amountYuan === null ? "" : amountYuan / WAN}
          />
          <button
            type="button"
            className="quiet"
            onClick={() => setLines(lines.filter((each) => each.key !== key))}
          >
            {t("entry.amountDrop")}
          </button>
        </div>
      ))}
      <button type="button" className="quiet" onClick={add}>
        {t("entry.amountAdd")}
      </button>
      {lines.length > 0 ? <p className="hint">{t("entry.amountHint")}</p> : null}
    </fieldset>
  );
}

/** The amounts a form says, in yuan; null = not known. */
export function amountsIn(form: FormData): ProjectAmount[] {
  const wan = form.getAll("wan").map(String);
  return form.getAll("payer").map((source, at) => ({
    source: String(source),
    amountYuan: wan[at] === undefined || wan[at] === "" ? null : Math.round(Number(wan[at]) * WAN),
  }));
}
