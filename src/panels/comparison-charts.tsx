import { useTranslation } from "react-i18next";
import { ClassChart, classTitle } from "../analyses/class-chart.tsx";
import { classedOf } from "../analyses/class-part.tsx";
import { CLASS_FIELDS, type ClassField, classRows } from "../analyses/class-rows.ts";
import { whomOf } from "../analyses/coverage-share.ts";
import { MissingChart, missingRows } from "../analyses/missing-part.tsx";
import type { SheetAnswer } from "../state/app-state.ts";
import type { ComparedColumn } from "./comparison-columns.ts";

interface Answered {
  readonly question: string;
  readonly name: string;
  readonly answer: SheetAnswer;
}

/** The charts of the compared sheets as small multiples: one scale across each row. */
export function ComparisonCharts({ columns }: { readonly columns: readonly ComparedColumn[] }) {
  const { t } = useTranslation();
  const answered = columns.flatMap(({ question, letter, name, answer }): Answered[] =>
    answer === null ? [] : [{ question, name: letter === null ? name : `${letter} ${name}`, answer }],
  );
  if (answered.length === 0) return null;
  return (
    <>
      {CLASS_FIELDS.map((field) => (
        <ClassMultiple key={field} field={field} columns={answered} />
      ))}
      <section className="multiples">
        <h3>{t("sheetPage.chart.missingTitle")}</h3>
        <div>
          {answered.map(({ question, name, answer: { result } }) => {
            const tier = result.lifeCircleCoverage.tiers.at(-1);
            const whom = whomOf(result.lifeCircleCoverage.residents);
            const rows = tier ? missingRows(tier, whom) : [];
            return rows.length === 0 ? null : (
              <MissingChart key={question} rows={rows} whom={whom} most={1} title={name} />
            );
          })}
        </div>
      </section>
    </>
  );
}

function ClassMultiple({
  field,
  columns,
}: {
  readonly field: ClassField;
  readonly columns: readonly Answered[];
}) {
  const { t } = useTranslation();
  const all = columns.map(({ answer }) => classRows(field, classedOf(answer.result), t));
  const most = Math.max(0, ...all.flatMap((rows) => rows.map(({ footprintShare }) => footprintShare ?? 0)));
  if (most === 0) return null;
  return (
    <section className="multiples">
      <h3>{classTitle(field, t)}</h3>
      <div>
        {columns.map(({ question, name }, index) => (
          <ClassChart
            key={question}
            field={field}
            rows={all[index] ?? []}
            district={null}
            most={most}
            title={name}
          />
        ))}
      </div>
    </section>
  );
}
