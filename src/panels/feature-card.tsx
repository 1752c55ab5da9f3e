import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { FeatureReply } from "../../server/contract/catalogue.ts";
import { extentOf } from "../geometry/extent.ts";
import { factsOf } from "../locale/fact-text.ts";
import { nameIn } from "../locale/name-text.ts";
import type { FeatureRef } from "../state/app-state.ts";
import { showExtent } from "../state/appearance.ts";
import { clearSelection, readSelected, select, selectZone } from "../state/selection.ts";
import { selectCatalogue } from "../state/session.ts";
import { askAboutZone } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { SheetRun } from "./sheet-run.tsx";

const ShareTools = lazy(async () => ({ default: (await import("./share-tools.tsx")).ShareTools }));

/** One thing with its facts, where they come from, and what else lies at the place. */
export function FeatureCard() {
  const { t } = useTranslation();
  const run = useApp((state) => state.feature);
  const selection = useApp((state) => state.selection);
  return (
    <article className="card">
      <button type="button" className="quiet" onClick={clearSelection}>
        <Icon name="back" />
        {t("action.back")}
      </button>
      {run.status === "running" ? <p className="hint">{t("app.loading")}</p> : null}
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={readSelected} /> : null}
      {run.status === "done" ? <Facts feature={run.result} /> : null}
      <Nearby />
      {selection?.layer === "zone" ? <SheetRun /> : null}
    </article>
  );
}

function Facts({ feature }: { readonly feature: FeatureReply }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  const { layer, properties, source } = feature;
  const names = properties as { nameZh?: string | null; nameEn?: string | null; kind?: string };
  const title = nameIn(language, { nameZh: names.nameZh ?? null, nameEn: names.nameEn ?? null });
  const kind = layer === "zone" ? t(`zoneKind.${names.kind}`) : t(`layer.${layer}`);
  const facts = factsOf(feature, { language, categories, t });
  const rows = facts.map(({ field, text, unknown }) => (
    <div key={field} className={unknown ? "unknown" : undefined}>
      <dt>{t(`field.${field}`, { defaultValue: field })}</dt>
      <dd>{text}</dd>
    </div>
  ));
  return (
    <>
      <p className="eyebrow">{kind}</p>
      <h2 className="card-title">{title ?? `${kind} · ${t("explore.unnamed")}`}</h2>
      <p className="actions">
        <button type="button" onClick={() => showExtent(extentOf(feature.geometry as GeoJSON.Geometry))}>
          <Icon name="target" />
          {t("action.zoomTo")}
        </button>
        {layer === "zone" ? (
          <button type="button" onClick={() => askAboutZone(feature.id)}>
            <Icon name="polygon" />
            {t("mode.analyse")}
          </button>
        ) : null}
      </p>
      {layer === "zone" ? (
        <details>
          <summary>{t("explore.facts")}</summary>
          <dl className="facts">{rows}</dl>
        </details>
      ) : (
        <dl className="facts">{rows}</dl>
      )}
      <p className="source">
        {source.dataset} · {source.sourceId ?? feature.id} ·{" "}
        {source.asOf === null ? t("app.asOfUnknown") : t("app.asOf", { date: source.asOf })} ·{" "}
        {t("app.version", { version: feature.dataVersion })}
      </p>
      <Suspense fallback={null}>
        <ShareTools thing={title ?? kind} source={source.sourceId ?? feature.id} />
      </Suspense>
    </>
  );
}

function Nearby() {
  const { t } = useTranslation();
  const nearby = useApp((state) => state.nearby);
  const selection = useApp((state) => state.selection);
  if (nearby.length === 0) return null;
  const others = (chosen: FeatureRef) =>
    [...(selection ? [selection] : []), ...nearby].filter((each) => each !== chosen);
  return (
    <section className="nearby">
      <h3>{t("explore.nearby")}</h3>
      <ul>
        {nearby.map((each) => (
          <li key={`${each.layer}/${each.id}`}>
            <button type="button" className="chip" onClick={() => select(each, others(each))}>
              <NearbyName feature={each} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NearbyName({ feature }: { readonly feature: FeatureRef }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const zone = useApp((state) => (feature.layer === "zone" ? selectZone(state, feature.id) : null));
  if (zone === null) return t(`layer.${feature.layer}`);
  return `${t(`zoneKind.${zone.properties.kind}`)} ${nameIn(language, zone.properties)}`;
}
