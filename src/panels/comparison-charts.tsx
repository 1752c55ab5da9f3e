import { useTranslation } from "react-i18next";
import { ClassChart, classTitle } from "../analyses/class-chart.tsx";
import { classedOf } from "../analyses/class-part.tsx";
import { CLASS_FIELDS, type ClassField, classRows, isCharted } from "../analyses/class-rows.ts";
import { whomOf } from "../analyses/coverage-share.ts";
import { MissingChart, missingRows, missingShare } from "../analyses/missing-part.tsx";
import type { SheetAnswer } from "../state/sheet-state.ts";
import type { ComparedColumn } from "./comparison-columns.ts";

interface Answered {
  readonly question: string;
  readonly name: string;
  readonly answer: SheetAnswer;
}

/** The charts of the compared sheets as small multiples: the same classes and one scale across each row. */
export function ComparisonCharts({ columns }: { readonly columns: readonly ComparedColumn[] }) {
  const answered = columns.flatMap(({ question, letter, name, answer }): Answered[] =>
    answer === null ? [] : [{ question, name: letter === null ? name : `${letter} ${name}`, answer }],
  );
  if (answered.length === 0) return null;
  return (
    <>
      {CLASS_FIELDS.map((field) => (
        <ClassMultiple key={field} field={field} columns={answered} />
      ))}
      <MissingMultiple columns={answered} />
    </>
  );
}

interface MultipleProps {
  readonly columns: readonly Answered[];
}

function ClassMultiple({ field, columns }: MultipleProps & { readonly field: ClassField }) {
  const { t } = useTranslation();
  const all = columns.map(({ answer }) => classRows(field, classedOf(answer.result), t));
  const charted = new Set(
    all.flatMap((rows) => rows.filter((row) => isCharted(field, row)).map(({ id }) => id)),
  );
  const ids = (all[0] ?? []).map(({ id }) => id).filter((id) => charted.has(id));
  const alike = all.map((rows) => ids.flatMap((id) => rows.find((row) => row.id === id) ?? []));
  const most = Math.max(0, ...alike.flat().map(({ footprintShare }) => footprintShare ?? 0));
  if (most === 0) return null;
  return (
    <section className="multiples">
      <h3>
        {classTitle(field, t)} <small>{t("sheetPage.chart.share")}</small>
      </h3>
      <div>
        {columns.map(({ question, name }, index) => (
          <ClassChart
            key={question}
            field={field}
            rows={alike[index] ?? []}
            district={null}
            most={most}
            title={name}
          />
        ))}
      </div>
    </section>
  );
}

function MissingMultiple({ columns }: MultipleProps) {
  const { t } = useTranslation();
  const all = columns.flatMap(({ question, name, answer: { result } }) => {
    const tier = result.lifeCircleCoverage.tiers.at(-1);
    const whom = whomOf(result.lifeCircleCoverage.residents);
    const rows = tier ? missingRows(tier, whom) : [];
    return rows.length === 0 ? [] : [{ question, name, whom, rows }];
  });
  const most = Math.max(
    0,
    ...all.flatMap(({ rows, whom }) => rows.map((row) => missingShare(row, whom) ?? 0)),
  );
  const length = Math.max(0, ...all.map(({ rows }) => rows.length));
  if (most === 0) return null;
  return (
    <section className="multiples">
      <h3>
        {t("sheetPage.chart.missingTitle")} <small>{t("sheetPage.chart.missingAxis")}</small>
      </h3>
      <div>
        {all.map(({ question, name, whom, rows }) => (
          <MissingChart key={question} rows={rows} whom={whom} most={most} length={length} title={name} />
        ))}
      </div>
    </section>
  );
}
