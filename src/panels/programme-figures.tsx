import "../look/programme-figures.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ProgrammeFigure } from "../../server/contract/programme-figures.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { figuresAgain, followFigures, followFigureTo } from "../state/programme-figures.ts";
import { useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { Skeleton } from "./skeleton.tsx";

/** What documents say of the programme in numbers: the district's own first, others to compare with, never mixed with ours. */
export function ProgrammeFigures() {
  const { t } = useTranslation();
  const run = useApp((state) => state.figures);
  useEffect(followFigures, []);
  return (
    <article className="card programme-figures" data-figures={run.status}>
      <h2 className="card-title">{t("figures.title")}</h2>
      <p className="hint">{t("figures.hint")}</p>
      {run.status === "running" ? <Skeleton lines={8} /> : null}
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={figuresAgain} /> : null}
      {run.status === "done" ? <Jurisdictions figures={run.result.items} /> : null}
    </article>
  );
}

// in the order the service gives them
const grouped = <Key extends string>(
  figures: readonly ProgrammeFigure[],
  key: (of: ProgrammeFigure) => Key,
) => [...new Set(figures.map(key))].map((of) => [of, figures.filter((each) => key(each) === of)] as const);

function Jurisdictions({ figures }: { readonly figures: readonly ProgrammeFigure[] }) {
  const { t } = useTranslation();
  return grouped(figures, ({ jurisdiction }) => jurisdiction).map(([jurisdiction, inside]) => (
    <section key={jurisdiction} data-jurisdiction={jurisdiction}>
      <h3>{t(`figures.of.${jurisdiction}`)}</h3>
      {grouped(inside, ({ theme }) => theme).map(([theme, those]) => (
        <Theme key={theme} theme={theme} figures={those} />
      ))}
    </section>
  ));
}

interface ThemeProps {
  readonly theme: ProgrammeFigure["theme"];
  readonly figures: readonly ProgrammeFigure[];
}

function Theme({ theme, figures }: ThemeProps) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const sources = grouped(figures, (each) => (language === "en" ? each.sourceEn : each.sourceZh));
  return (
    <div className="figure-theme">
      <h4>{t(`figures.theme.${theme}`)}</h4>
      <ul>
        {figures.map((figure) => (
          <Figure key={figure.code} figure={figure} />
        ))}
      </ul>
      {sources.map(([source, [first]]) => (
        <p key={source} className="source">
          {source} · {first?.sourceDate}
        </p>
      ))}
    </div>
  );
}

function Figure({ figure }: { readonly figure: ProgrammeFigure }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const unitless = figure.unitZh === null || figure.unitZh === "年";
  const isChinese = useApp((state) => state.language) !== "en";
  const { code, nature, asOf, leadsTo, counted, flagged, qualifier, value } = figure;
  const [name, unit, note] = isChinese
    ? [figure.nameZh, figure.unitZh, figure.noteZh]
    : [figure.nameEn, figure.unitEn, figure.noteEn];
  // a year, or the number of a document, is no quantity
  const shown = unitless ? String(value) : numbers.number(value, 2);
  return (
    <li data-code={code} data-flagged={flagged}>
      <p className="figure-value">
        <b>
          {qualifier === "=" ? null : t(`figures.qualifier.${qualifier}`)}
          {shown}
        </b>{" "}
        {unit}
        {counted === null ? null : (
          <span data-counted={counted}>{t("figures.counted", { counted: numbers.number(counted) })}</span>
        )}
      </p>
      <p>{name}</p>
      {note === null ? null : <p className="figure-note">{note}</p>}
      <p className="source">
        {t(`figures.nature.${nature}`)} · {asOf}
      </p>
      {leadsTo === null ? null : (
        <button
          type="button"
          className="quiet"
          onClick={() => followFigureTo({ leadsTo, list: figure.list })}
        >
          {t(`figures.list.${leadsTo}`)}
        </button>
      )}
    </li>
  );
}
