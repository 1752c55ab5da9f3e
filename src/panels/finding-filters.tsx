import { useState } from "react";
import { nameIn } from "../locale/name-text.ts";
import { useFindingReader } from "../locale/use-finding-reader.ts";
import { chooseFindings, findingTermsOf, selectFindingsNarrowed } from "../state/findings.ts";
import { useApp } from "../state/store.ts";
import { IndicatorOptions, ZoneOptions } from "./finding-options.tsx";

const CHOSEN = { severity: "severities", state: "states", source: "sources" } as const;

/** What narrows the findings: how grave, how far, where from, which indicator, where. */
export function FindingFilters() {
  const { t } = useFindingReader();
  const { indicator, zone, text } = useApp((state) => state.findingChoice);
  // the list comes first, unless something narrows it already
  const [isOpen] = useState(() => selectFindingsNarrowed(useApp.getState()));
  return (
    <search>
      <details open={isOpen} className="finding-filters">
        <summary>{t("findings.filters")}</summary>
        <div className="project-filters">
          <Codes kind="severity" />
          <Codes kind="state" />
          <Codes kind="source" />
          <div className="project-selects">
            <label className="field">
              <span>{t("findings.indicator")}</span>
              <select
                value={indicator ?? ""}
                onChange={({ target }) => chooseFindings({ indicator: target.value || null })}
              >
                <option value="">{t("findings.all")}</option>
                <IndicatorOptions />
              </select>
            </label>
            <label className="field">
              <span>{t("findings.zone")}</span>
              <select
                value={zone ?? ""}
                onChange={({ target }) => chooseFindings({ zone: target.value || null })}
              >
                <option value="">{t("findings.all")}</option>
                <ZoneOptions kinds={["subdistrict", "community", "renewal-district"]} />
              </select>
            </label>
          </div>
          <label className="field">
            <span>{t("findings.text")}</span>
            <input
              key={text}
              type="search"
              defaultValue={text}
              onBlur={({ target }) => chooseFindings({ text: target.value })}
              onKeyDown={({ key, currentTarget }) => {
                if (key === "Enter") chooseFindings({ text: currentTarget.value });
              }}
            />
          </label>
        </div>
      </details>
    </search>
  );
}

function Codes({ kind }: { readonly kind: keyof typeof CHOSEN }) {
  const { t, terms, language } = useFindingReader();
  const chosen = useApp((state) => state.findingChoice[CHOSEN[kind]]);
  const toggle = (code: string) =>
    chooseFindings({
      [CHOSEN[kind]]: chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code],
    });
  return (
    <fieldset className="project-codes">
      <legend>{t(`findings.${kind}`)}</legend>
      {findingTermsOf(terms, kind).map((term) => (
        <button
          key={term.code}
          type="button"
          className="chip"
          title={language === "en" ? term.basisEn : term.basisZh}
          aria-pressed={chosen.includes(term.code)}
          onClick={() => toggle(term.code)}
        >
          {nameIn(language, term)}
        </button>
      ))}
    </fieldset>
  );
}
