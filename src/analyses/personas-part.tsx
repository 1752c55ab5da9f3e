import "../look/personas.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { TierCoverage } from "../../server/contract/life-circle-coverage.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { FailureNote } from "../panels/failure-note.tsx";
import { followPersonas, personasAgain, setBesidePersonas } from "../state/personas.ts";
import type { CoverageAnswer } from "../state/sheet-state.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { coverageOf, type Whom, whomOf } from "./coverage-share.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { PersonaDownloads } from "./persona-downloads.tsx";
import { categoriesBeside, type PersonaCategory } from "./persona-table.ts";

/** All walkers side by side: what share of the same people each of them would leave covered, by tier and by category. */
export function PersonasPart({ tier }: { readonly tier: number }) {
  const { t } = useTranslation();
  const isOpen = useApp((state) => state.besidePersonas);
  useEffect(followPersonas, []);
  return (
    <details className="personas" open={isOpen} data-field="personas">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a control of its own */}
      <summary
        onClick={(event) => {
          // the address says whether it is open, not the element
          event.preventDefault();
          setBesidePersonas(!isOpen);
        }}
      >
        {t("personas.title")}
      </summary>
      {isOpen ? <Answered tier={tier} /> : null}
    </details>
  );
}

function Answered({ tier }: { readonly tier: number }) {
  const { t } = useTranslation();
  const run = useApp((state) => state.personasCoverage);
  const answers = answerOfRun(run);
  return (
    <div aria-busy={run.status === "running"} data-personas={run.status}>
      <div aria-live="polite">
        {run.status === "running" ? (
          <p className="progress">
            <span />
            {t("analyse.asking")}
          </p>
        ) : null}
      </div>
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={personasAgain} /> : null}
      {answers === null ? null : (
        <>
          <Tiers answers={answers} />
          <Categories answers={answers} tier={tier} />
          <PersonaDownloads answers={answers} />
        </>
      )}
    </div>
  );
}

interface OfAnswers {
  readonly answers: readonly CoverageAnswer[];
}

const whomOfAll = ([first]: readonly CoverageAnswer[]): Whom => whomOf(first?.result.residents ?? null);

// half and nine tenths: marks for the eye, not limits of any standard
function toneOf(share: number | null): string {
  if (share === null) return "unknown";
  return share >= 0.9 ? "good" : share >= 0.5 ? "fair" : "poor";
}

function Share({ share }: { readonly share: number | null }) {
  const numbers = useNumbers();
  return (
    <span className="persona-share" data-tone={toneOf(share)}>
      {numbers.share(share)}
    </span>
  );
}

// walkers down, tiers across: everyone who has all the required categories that the data holds
function Tiers({ answers }: OfAnswers) {
  const { t } = useTranslation();
  const mode = useApp((state) => state.sheetParams.mode);
  const whom = whomOfAll(answers);
  const tiers = (answers[0]?.result.tiers ?? []).filter(({ allPresent }) => allPresent.required > 0);
  if (tiers.length === 0) return <p className="hint">{t("gap.shownOnly")}</p>;
  const of = (answer: CoverageAnswer, { tier }: TierCoverage) =>
    answer.result.tiers.find((each) => each.tier === tier)!;
  return (
    <>
      <table className="classes persona-table" data-field="personaTiers">
        <caption>
          {t("personas.tiers", { whom: t(`personas.of.${whom}`), mode: t(`countMode.${mode}`) })}
          {tiers.some(({ trial }) => trial) ? (
            <em className="trial" title={t("sheet.trialHint")}>
              {t("sheet.trial")}
            </em>
          ) : null}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("personas.walker")}</th>
            {tiers.map((tier) => (
              <th key={tier.tier} scope="col">
                {t("sheet.tier", { minutes: tier.tier })}
                <small>{t("personas.presentOf", { ...tier.allPresent })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answers.map((answer) => (
            <tr key={answer.result.persona} data-persona={answer.result.persona}>
              <th scope="row">{t(`persona.${answer.result.persona}`)}</th>
              {tiers.map((tier) => (
                <td key={tier.tier}>
                  <Share share={coverageOf(of(answer, tier).allPresent, whom, mode)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {tiers.some(({ allRequired }) => allRequired === null) ? (
        <p className="hint">{t("personas.notAll")}</p>
      ) : null}
    </>
  );
}

// categories of the tier that is read, down; walkers across
function Categories({ answers, tier }: OfAnswers & { readonly tier: number }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const mode = useApp((state) => state.sheetParams.mode);
  const whom = whomOfAll(answers);
  const rows = categoriesBeside(answers, { tier, whom, mode });
  if (rows.length === 0) return null;
  const columns: DataColumn<PersonaCategory>[] = [
    {
      id: "category",
      label: t("field.category"),
      value: (row) => nameIn(language, row) ?? row.category,
      cell: (row) => (
        <>
          {nameIn(language, row)}
          {row.required === "required" ? null : <small>{t("sheet.asNeeded")}</small>}
        </>
      ),
    },
    ...answers.map(
      ({ result: { persona } }, at): DataColumn<PersonaCategory> => ({
        id: persona,
        label: t(`personas.short.${persona}`),
        value: ({ shares }) => shares[at] ?? null,
        cell: ({ status, shares }) =>
          status === "absent" ? t("sheet.absent") : <Share share={shares[at] ?? null} />,
      }),
    ),
  ];
  return (
    <div className="persona-scroll">
      <DataTable
        field="personaCategories"
        caption={t("personas.categories", { tier: t("sheet.tier", { minutes: tier }) })}
        className="classes persona-table"
        columns={columns}
        rows={rows}
        keyOf={({ category }) => category}
        isUnknown={({ status }) => status === "absent"}
      />
    </div>
  );
}
