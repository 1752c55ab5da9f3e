import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { DataQuality, Method } from "../../server/contract/analysis.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { useApp } from "../state/store.ts";

/** What is missing, doubtful or estimated behind the figures; one line each, a click away. */
export function QualityNotes({ notes }: { readonly notes: readonly DataQuality[] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <details className="notes" data-field="dataQuality">
      <summary>
        {t("sheet.quality")} <b>{notes.length}</b>
      </summary>
      {notes.length === 0 ? <p>{t("sheet.qualityNone")}</p> : null}
      <ul>
        {notes.map((note) => (
          <li key={`${note.code}/${note.field ?? ""}`} data-code={note.code}>
            {qualityText(note, t, numbers)}
          </li>
        ))}
      </ul>
    </details>
  );
}

// a sentence that speaks of a share or a count is of no use without it
function qualityText(
  { code, share, count, message }: DataQuality,
  t: TFunction,
  numbers: ReturnType<typeof useNumbers>,
): string {
  const values = { share: numbers.share(share ?? null), count: numbers.number(count ?? null) };
  return t(`quality.${code}`, { ...values, defaultValue: message });
}

const keysOf = (part: string, quantity: string, under?: string) => [
  ...(under === undefined ? [] : [`${under}.${part}.${quantity}`]),
  `${part}.${quantity}`,
];

/** How the figures are made: standard, clause, whether it was checked, and the rule. */
export function MethodNotes({
  methods,
  under,
}: {
  readonly methods: readonly Method[];
  /** A section of the catalogues whose own `field` and `method` go before the shared ones. */
  readonly under?: string;
}) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  return (
    <details className="notes" data-field="method">
      <summary>{t("sheet.method")}</summary>
      <ul>
        {methods.map((method) => (
          <li key={`${method.quantity}/${method.standard}/${method.clause}`}>
            <b>{t(keysOf("field", method.quantity, under), { defaultValue: method.quantity })}</b>{" "}
            <span className="tag" data-status={method.status}>
              {t(`sheet.${method.status}`)}
            </span>
            <p>
              {language === "en"
                ? method.text
                : t(keysOf("method", method.quantity, under), { defaultValue: method.text })}
            </p>
            {method.standard === null ? null : (
              <small>
                {[method.standard, method.edition, method.clause].filter((part) => part !== null).join(" · ")}
              </small>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
