import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { FeatureReply } from "../../server/contract/catalogue.ts";
import { ProjectAmount, ProjectFacts, type ProjectTerm } from "../../server/contract/projects.ts";
import { extentOf } from "../geometry/extent.ts";
import { categoriesText } from "../locale/category-text.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName, yearsText } from "../locale/project-text.ts";
import { sourceText } from "../locale/source-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { showExtent } from "../state/appearance.ts";
import { clearSelection, readSelected, select, selectZone } from "../state/selection.ts";
import { selectDistrict } from "../state/session.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { ProjectProgrammePart } from "./project-programme.tsx";
import { RelatedFeatures } from "./related-features.tsx";
import { ShareTools } from "./share-tools.tsx";
import { Skeleton } from "./skeleton.tsx";

const ProjectMoneyPart = lazyPart(async () => ({
  default: (await import("./project-money.tsx")).ProjectMoneyPart,
}));
const EntryTools = lazyPart(async () => ({ default: (await import("./entry-tools.tsx")).EntryTools }));
const OwnConflicts = lazyPart(async () => ({ default: (await import("./own-conflicts.tsx")).OwnConflicts }));
const ProjectDispatch = lazyPart(async () => ({
  default: (await import("./project-dispatch.tsx")).ProjectDispatch,
}));

const OperationPart = lazyPart(async () => ({
  default: (await import("./operation-view.tsx")).OperationPart,
}));

// a payer without an amount is kept as the record has it: by name alone
const Facts = ProjectFacts.extend({
  amounts: z.array(ProjectAmount.extend({ amountYuan: z.number().nullable().default(null) })),
});
type Facts = z.infer<typeof Facts>;

/** One project: what, when, who pays, how far it has come, where, and where this is known from. */
export function ProjectPage() {
  const { t } = useTranslation();
  const run = useApp((state) => state.feature);
  return (
    <article className="card project-page">
      <button type="button" className="quiet" onClick={clearSelection}>
        <Icon name="back" />
        {t("action.back")}
      </button>
      {run.status === "running" ? <Skeleton lines={6} /> : null}
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={readSelected} /> : null}
      {run.status === "done" ? <Page feature={run.result} /> : null}
    </article>
  );
}

function Page({ feature }: { readonly feature: FeatureReply }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  // what was entered here is of no sample, whatever district it lies in
  const isEntered = typeof feature.properties.toldSource === "string";
  const isSample = useApp((state) => !isEntered && (selectDistrict(state)?.sample ?? false));
  const answer = useApp((state) => state.projects);
  const terms = answerOfRun(answer)?.terms ?? [];
  const facts = Facts.parse(feature.properties);
  const { source } = feature;
  const title = nameIn(language, facts);
  const summary =
    language === "en" ? (facts.summaryEn ?? facts.summaryZh) : (facts.summaryZh ?? facts.summaryEn);
  return (
    <>
      <p className="eyebrow">{[t("layer.project"), facts.code].filter(Boolean).join(" · ")}</p>
      <h2 className="card-title">{title}</h2>
      {isSample ? <p className="mark mark-sample">{t("app.sample")}</p> : null}
      <p className="actions">
        <button type="button" onClick={() => showExtent(extentOf(feature.geometry as GeoJSON.Geometry))}>
          <Icon name="target" />
          {t("action.zoomTo")}
        </button>
      </p>
      {isEntered ? (
        <Suspense fallback={null}>
          <EntryTools id={feature.id} />
        </Suspense>
      ) : null}
      {summary === null ? null : <p className="project-summary">{summary}</p>}
      <ProjectProgrammePart id={feature.id} facts={facts} related={feature.related} isSample={isSample} />
      <Suspense fallback={<Skeleton lines={4} />}>
        <ProjectDispatch id={feature.id} />
      </Suspense>
      <Suspense fallback={<Skeleton lines={2} />}>
        <OwnConflicts id={feature.id} />
      </Suspense>
      <What facts={facts} terms={terms} />
      <Suspense fallback={<Skeleton lines={4} />}>
        <ProjectMoneyPart id={feature.id} />
      </Suspense>
      <Suspense fallback={null}>
        <OperationPart project={feature.id} />
      </Suspense>
      <Money amounts={facts.amounts} terms={terms} />
      <p className="source">
        {sourceText({ sample: isSample, source: source.dataset }, t)} · {source.sourceId ?? feature.id} ·{" "}
        {source.asOf === null ? t("app.asOfUnknown") : t("app.asOf", { date: source.asOf })} ·{" "}
        {t("app.version", { version: feature.dataVersion })}
      </p>
      <RelatedFeatures layer="project" related={feature.related} />
      <ShareTools
        thing={title ?? feature.id}
        source={source.sourceId ?? feature.id}
        id={`project/${feature.id}`}
        dataVersion={feature.dataVersion}
      />
    </>
  );
}

function What({ facts, terms }: { readonly facts: Facts; readonly terms: readonly ProjectTerm[] }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const { categories, renewalDistrict } = facts;
  const zone = useApp((state) => (renewalDistrict === null ? null : selectZone(state, renewalDistrict)));
  const kinds = categoriesText(categories, { t, terms, language });
  const unknown = t("value.unknown");
  return (
    <dl className="facts">
      <div>
        <dt>{t("projects.category")}</dt>
        <dd>{kinds || unknown}</dd>
      </div>
      <div>
        <dt>{t("projects.years")}</dt>
        <dd>{yearsText(facts) ?? unknown}</dd>
      </div>
      <div>
        <dt>{t("zoneKind.renewal-district")}</dt>
        <dd>
          {zone === null ? (
            (renewalDistrict ?? unknown)
          ) : (
            <button
              type="button"
              className="quiet"
              onClick={() => {
                useApp.setState({ mode: "explore" });
                select({ layer: "zone", id: zone.id });
              }}
            >
              {nameIn(language, zone.properties)}
            </button>
          )}
          {zone?.properties.boundaryStatus === "schematic" ? (
            <span className="schematic-note">{t("value.schematic")}</span>
          ) : null}
        </dd>
      </div>
    </dl>
  );
}

function Money({
  amounts,
  terms,
}: {
  readonly amounts: Facts["amounts"];
  readonly terms: readonly ProjectTerm[];
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const isInLedger = useApp((state) => (answerOfRun(state.ownMoney)?.payments.length ?? 0) > 0);
  // a sum of which a part is unknown is no sum
  const isKnown = amounts.length > 0 && amounts.every(({ amountYuan }) => amountYuan !== null);
  const total = amounts.reduce((sum, { amountYuan }) => sum + (amountYuan ?? 0), 0);
  const money = (yuan: number | null) =>
    yuan === null ? t("projects.amountUnknown") : t("projects.yuan", { amount: numbers.count(yuan) });
  return (
    <section>
      <h3>{t("money.told")}</h3>
      {isInLedger ? <p className="hint">{t("money.toldInstead")}</p> : null}
      {amounts.length === 0 && !isInLedger ? <p className="hint">{t("projects.payersUnknown")}</p> : null}
      <dl className="facts">
        {amounts.map(({ source, amountYuan }) => (
          <div key={source}>
            <dt>{termName(terms, { kind: "funding-source", code: source, language })}</dt>
            <dd>{money(amountYuan)}</dd>
          </div>
        ))}
        {isKnown && amounts.length > 1 ? (
          <div className="total">
            <dt>{t("projects.total")}</dt>
            <dd>{money(total)}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}
