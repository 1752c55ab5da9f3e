import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { FeatureReply } from "../../server/contract/catalogue.ts";
import { extentOf } from "../geometry/extent.ts";
import { buildingName } from "../locale/building-name.ts";
import { nameIn } from "../locale/name-text.ts";
import { sourceText } from "../locale/source-text.ts";
import { clearSelection, readSelected, select, selectZone } from "../state/selection.ts";
import type { FeatureRef } from "../state/selection-state.ts";
import { selectDistrict } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { CardActions } from "./card-actions.tsx";
import { CardFacts } from "./card-facts.tsx";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { RelatedFeatures } from "./related-features.tsx";
import { SheetRun } from "./sheet-run.tsx";
import { Skeleton } from "./skeleton.tsx";

const ShareTools = lazyPart(async () => ({ default: (await import("./share-tools.tsx")).ShareTools }));
const LineProfile = lazyPart(async () => ({ default: (await import("./line-profile.tsx")).LineProfile }));

/** One thing with its facts, where they come from, and what else lies at the place. */
export function FeatureCard() {
  const { t } = useTranslation();
  const run = useApp((state) => state.feature);
  // the figures of a zone are what one opens it for, so they come before what is registered of it
  const isZone = useApp((state) => state.selection?.layer === "zone");
  // a zone that is unknown is told by its sheet, which names it
  const isTold = useApp(
    ({ sheet }) => isZone && sheet.status === "failed" && sheet.failure.code === "unknown-zone",
  );
  return (
    <article className="card" data-feature={run.status}>
      <button type="button" className="quiet" onClick={clearSelection}>
        <Icon name="back" />
        {t("action.back")}
      </button>
      {run.status === "running" ? <Skeleton lines={6} /> : null}
      {run.status === "failed" && !isTold ? (
        <FailureNote failure={run.failure} onRetry={readSelected} />
      ) : null}
      {run.status === "done" ? <CardHead feature={run.result} /> : null}
      {isZone ? (
        <>
          <Nearby />
          <SheetRun />
        </>
      ) : null}
      {run.status === "done" ? <CardFoot feature={run.result} /> : null}
      {isZone ? null : <Nearby />}
    </article>
  );
}

// what is asked of a walkway or street first is how steep it is
const HAS_PROFILE = new Set(["walkway", "road"]);

function useNames({ layer, properties }: FeatureReply) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const given = properties as { nameZh?: string | null; nameEn?: string | null; kind?: string };
  const names = { nameZh: given.nameZh ?? null, nameEn: given.nameEn ?? null };
  const kind = layer === "zone" ? t(`zoneKind.${given.kind}`) : t(`layer.${layer}`);
  return { kind, title: nameIn(language, names), other: language === "en" ? names.nameZh : names.nameEn };
}

// a building as lists call it, so that what is opened is known again
function Unnamed({ feature, kind }: { readonly feature: FeatureReply; readonly kind: string }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  if (feature.layer !== "building") return `${kind} · ${t("explore.unnamed")}`;
  const { use } = feature.properties;
  const nameless = { nameZh: null, nameEn: null, estateZh: null, estateEn: null };
  return buildingName(
    { id: feature.id, use: typeof use === "string" ? use : "unknown", ...nameless },
    { t, language },
  ).title;
}

function CardHead({ feature }: { readonly feature: FeatureReply }) {
  const { t } = useTranslation();
  const { layer, id } = feature;
  const { kind, title, other } = useNames(feature);
  return (
    <>
      <p className="eyebrow">{kind}</p>
      <h2 className="card-title">{title ?? <Unnamed feature={feature} kind={kind} />}</h2>
      {other === null || other === title ? null : <p className="other-name">{other}</p>}
      {feature.properties.boundaryStatus === "schematic" ? (
        <p className="hint">{t("value.schematic")}</p>
      ) : null}
      {HAS_PROFILE.has(layer) ? (
        <Suspense fallback={<Skeleton lines={5} />}>
          <LineProfile name={title ?? kind} />
        </Suspense>
      ) : null}
      <CardActions
        layer={layer}
        id={id}
        extent={extentOf(feature.geometry as GeoJSON.Geometry)}
        name={title}
      />
    </>
  );
}

function CardFoot({ feature }: { readonly feature: FeatureReply }) {
  const { t } = useTranslation();
  const { layer, id, related, source, dataVersion } = feature;
  const { kind, title } = useNames(feature);
  const isLine = HAS_PROFILE.has(layer);
  const isSample = useApp((state) => selectDistrict(state)?.sample ?? false);
  return (
    <>
      <CardFacts feature={feature} isFolded={isLine || layer === "zone"} />
      <RelatedFeatures layer={layer} related={related} />
      <p className="source">
        {sourceText({ sample: isSample, source: source.dataset }, t)} · {source.sourceId ?? id} ·{" "}
        {source.asOf === null ? t("app.asOfUnknown") : t("app.asOf", { date: source.asOf })} ·{" "}
        {t("app.version", { version: dataVersion })}
      </p>
      <Suspense fallback={null}>
        <ShareTools
          thing={title ?? kind}
          source={source.sourceId ?? id}
          id={`${layer}/${id}`}
          dataVersion={dataVersion}
        />
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
