import { useEffect, useState } from "react";
import type { Estate, EstatePage } from "../../server/contract/estates.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { showExtent } from "../state/appearance.ts";
import { readEstatePage } from "../state/ledger.ts";
import { clearSelection, select } from "../state/selection.ts";
import { useApp } from "../state/store.ts";
import { EstateForm } from "./estate-form.tsx";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { LedgerBasis, LedgerHistory, LedgerRefusal } from "./ledger-parts.tsx";
import { Skeleton } from "./skeleton.tsx";

/** One estate: what its buildings are, the projects in it, what is on record of it, and the form that takes it down. */
export function EstateDetails({ id }: { readonly id: string }) {
  const { t } = useReader();
  const run = useApp((state) => state.estatePage);
  useEffect(() => {
    void readEstatePage(id);
  }, [id]);
  return (
    <article className="card ledger-page" data-estate-page={run.status}>
      <button type="button" className="quiet" onClick={clearSelection}>
        <Icon name="back" />
        {t("action.back")}
      </button>
      {run.status === "running" ? <Skeleton lines={8} /> : null}
      {run.status === "failed" ? (
        <FailureNote failure={run.failure} onRetry={() => readEstatePage(id)} />
      ) : null}
      {run.status === "done" && run.params === id ? <Page page={run.result} /> : null}
    </article>
  );
}

function Page({ page }: { readonly page: EstatePage }) {
  const { t, language } = useReader();
  const [isOpen, setOpen] = useState(false);
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const { estate, record, rules } = page;
  return (
    <>
      <p className="eyebrow">{t("ledger.estates.title")}</p>
      <h2 className="card-title">{nameIn(language, estate)}</h2>
      <p className="actions">
        <button type="button" onClick={() => showExtent(estate.extent)}>
          <Icon name="target" />
          {t("action.zoomTo")}
        </button>
      </p>
      <Facts page={page} />
      <Projects projects={estate.projects} />
      <h3>{t("ledger.estates.record")}</h3>
      <LedgerRefusal onReread={() => void readEstatePage(estate.id)} />
      {isOpen ? (
        <EstateForm page={page} onClose={() => setOpen(false)} />
      ) : (
        <>
          {record === null ? (
            <p className="hint">{t("ledger.estates.recordNone")}</p>
          ) : (
            <OnRecord page={page} />
          )}
          {canWrite ? (
            <p className="actions">
              <button type="button" onClick={() => setOpen(true)}>
                {t("ledger.edit")}
              </button>
            </p>
          ) : (
            <p className="hint">{t("ledger.readOnly")}</p>
          )}
        </>
      )}
      <LedgerHistory changes={page.changes} />
      <LedgerBasis
        rows={rules
          .filter(({ rule }) => rule !== "due-soon")
          .map((rule) => [
            `${language === "en" ? rule.nameEn : rule.nameZh}：${rule.per === 1 ? rule.value : `${rule.value}/${rule.per}`}`,
            rule,
          ])}
      />
    </>
  );
}

function Facts({ page: { estate, rules } }: { readonly page: EstatePage }) {
  const { t, numbers } = useReader();
  const label = (key: string, values = {}) => t(`ledger.estates.${key}`, values);
  const { builtYear, builtFrom, builtUntil, yearUnknown, liftState, liftNeeded, liftUnknown } = estate;
  const open = (count: number) => (count > 0 ? label("openCount", { count: numbers.number(count) }) : "");
  const years =
    builtFrom === null || builtUntil === null
      ? numbers.unknown
      : builtFrom === builtUntil
        ? label("year", { year: builtFrom })
        : label("years", { from: builtFrom, until: builtUntil });
  const least = rules.find(({ rule }) => rule === "suppress-under")?.value;
  const lines: readonly (readonly [string, string])[] = [
    [
      label("built"),
      `${builtYear === null ? numbers.unknown : label("year", { year: builtYear })}（${years}）${open(yearUnknown)}`,
    ],
    [label("buildings"), numbers.number(estate.buildings)],
    [
      label("dwellings"),
      estate.suppressed
        ? label("suppressed", { least })
        : `${numbers.number(estate.dwellings)}${open(estate.dwellingsUnknown)}`,
    ],
    [label("gfa"), `${numbers.floorArea(estate.gfaAboveSqm)}${open(estate.gfaUnknown)}`],
    [
      label("lift"),
      `${label(`liftState.${liftState}`)}；${
        liftNeeded > 0
          ? label("lifts", {
              needed: liftNeeded,
              with: estate.liftWith,
              without: estate.liftWithout,
              unknown: liftUnknown,
            })
          : liftUnknown > 0
            ? label("liftsOpen", { unknown: liftUnknown })
            : label("lifts", { needed: 0, with: 0, without: 0, unknown: 0 })
      }`,
    ],
  ];
  return (
    <dl className="facts">
      {lines.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Projects({ projects }: { readonly projects: Estate["projects"] }) {
  const { t, language } = useReader();
  return (
    <section>
      <h3>{t("ledger.estates.projects")}</h3>
      {projects === null || projects.length === 0 ? (
        <p className="hint">{t(`ledger.estates.projectState.${projects === null ? "unknown" : "none"}`)}</p>
      ) : (
        <ul className="plan-list">
          {projects.map((project) => (
            <li key={project.id}>
              <button
                type="button"
                className="quiet"
                onClick={() => select({ layer: "project", id: project.id })}
              >
                {nameIn(language, project)}
              </button>
              <small>{project.stage}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OnRecord({ page: { record, consent, rules } }: { readonly page: EstatePage }) {
  const { t, numbers } = useReader();
  const label = (key: string, values = {}) => t(`ledger.estates.${key}`, values);
  if (record === null) return null;
  const { surveyedOn, surveyedBy, findings, works, consentScope, consentOn } = record;
  const survey = surveyedOn === null ? label("surveyState.none") : `${surveyedOn} · ${surveyedBy}`;
  const done = works.map(({ name, finishedOn }) => [name, finishedOn].filter(Boolean).join(" "));
  const limitOf = (name: string) => {
    const rule = rules.find((each) => each.rule === name);
    return rule ? `${rule.value}/${rule.per}` : "";
  };
  return (
    <dl className="facts">
      <div>
        <dt>{label("survey")}</dt>
        <dd>{survey}</dd>
      </div>
      {findings === null ? null : (
        <div>
          <dt>{label("findings")}</dt>
          <dd>{findings}</dd>
        </div>
      )}
      <div>
        <dt>{label("works")}</dt>
        <dd>{done.join("、") || label("worksNone")}</dd>
      </div>
      <div>
        <dt>{label("consent")}</dt>
        <dd>
          {[consentScope, consentOn].filter(Boolean).join(" · ") || label("consentNone")}
          <ul className="consent">
            {consent.map(({ rule, by, share, met }) => (
              <li key={`${rule} ${by}`} data-met={String(met)}>
                {label(`test.${rule}`)}（{label(`by.${by}`)}）{numbers.share(share)} ·{" "}
                {label("limit", { limit: limitOf(rule) })} · <b>{label(`met.${met}`)}</b>
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  );
}
