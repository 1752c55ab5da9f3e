import type { Estate, EstatePage } from "../../server/contract/estates.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { showExtent } from "../state/appearance.ts";
import { readEstatePage } from "../state/ledger.ts";
import { select } from "../state/selection.ts";
import { useApp } from "../state/store.ts";
import { useOpened } from "./draft-form.tsx";
import { EstateForm } from "./estate-form.tsx";
import { Icon } from "./icon.tsx";
import { LedgerCard } from "./ledger-card.tsx";
import { LedgerBasis, LedgerFacts, LedgerHistory, LedgerMarks } from "./ledger-parts.tsx";

/** One estate: what its buildings are, the projects in it, what is on record of it, and the form that takes it down. */
export function EstateDetails({ id }: { readonly id: string }) {
  const run = useApp((state) => state.estatePage);
  return (
    <LedgerCard name="estate" id={id} run={run} read={readEstatePage}>
      {(page) => <Page page={page} />}
    </LedgerCard>
  );
}

function Page({ page }: { readonly page: EstatePage }) {
  const { t, language } = useReader();
  const [isOpen, setOpen] = useOpened(`estate ${page.estate.id}`);
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const { estate, record, rules } = page;
  return (
    <>
      <p className="eyebrow">{t("ledger.estates.title")}</p>
      <h2 className="card-title">{nameIn(language, estate)}</h2>
      <LedgerMarks />
      <p className="actions">
        <button type="button" onClick={() => showExtent(estate.extent)}>
          <Icon name="target" />
          {t("action.zoomTo")}
        </button>
      </p>
      <Facts page={page} />
      <Projects projects={estate.projects} />
      <h3>{t("ledger.estates.record")}</h3>
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
  const aside = (text: string, more: string | null) =>
    more === null ? text : t("ledger.aside", { text, aside: more });
  const open = (text: string, count: number) =>
    aside(text, count > 0 ? label("openCount", { count: numbers.number(count) }) : null);
  const { builtYear, builtFrom, builtUntil, liftState, liftNeeded, liftUnknown } = estate;
  const year = builtYear === null ? numbers.unknown : label("year", { year: builtYear });
  const isSpread = builtFrom !== null && builtFrom !== builtUntil;
  const years = isSpread ? label("years", { from: builtFrom, until: builtUntil }) : null;
  const least = rules.find(({ rule }) => rule === "suppress-under")?.value;
  const counts = { needed: liftNeeded, with: estate.liftWith, without: estate.liftWithout };
  const lifts =
    liftNeeded > 0 || liftUnknown === 0
      ? label("lifts", { ...counts, unknown: liftUnknown })
      : label("liftsOpen", { unknown: liftUnknown });
  const lines: readonly (readonly [string, string])[] = [
    [label("built"), open(aside(year, years), estate.yearUnknown)],
    [label("buildings"), numbers.number(estate.buildings)],
    [
      label("dwellings"),
      estate.suppressed
        ? label("suppressed", { least })
        : open(numbers.number(estate.dwellings), estate.dwellingsUnknown),
    ],
    [label("gfa"), open(numbers.floorArea(estate.gfaAboveSqm), estate.gfaUnknown)],
    [label("lift"), t("ledger.more", { text: label(`liftState.${liftState}`), more: lifts })],
  ];
  return <LedgerFacts lines={lines} />;
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
  const done = works.map(({ name, finishedOn }) => [name, finishedOn].filter(Boolean).join(" "));
  const limitOf = (name: string) => {
    const rule = rules.find((each) => each.rule === name);
    return rule ? `${rule.value}/${rule.per}` : "";
  };
  const lines: readonly (readonly [string, string])[] = [
    [label("survey"), surveyedOn === null ? label("surveyState.none") : `${surveyedOn} · ${surveyedBy}`],
    [label("findings"), findings ?? numbers.unknown],
    [label("works"), done.join("、") || label("worksNone")],
    [label("consent"), [consentScope, consentOn].filter(Boolean).join(" · ") || label("consentNone")],
  ];
  return (
    <>
      <LedgerFacts lines={lines} />
      <ul className="consent">
        {consent.map(({ rule, by, share, met }) => (
          <li key={`${rule} ${by}`} data-met={String(met)}>
            {t("ledger.aside", { text: label(`test.${rule}`), aside: label(`by.${by}`) })}{" "}
            <b>{numbers.share(share)}</b> · {label("limit", { limit: limitOf(rule) })} ·{" "}
            <b>{label(`met.${met}`)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
