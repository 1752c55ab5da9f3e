import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { type DatasetReport, REPORT_KINDS } from "../../server/contract/dataset-report.ts";
import { nameIn } from "../locale/name-text.ts";
import { sourceText } from "../locale/source-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { closeReport, readReportOfDistrict, selectCatalogue, selectDistrict } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { lazyPart } from "./lazy-part.tsx";

const NetworkQualityRun = lazyPart(async () => ({
  default: (await import("./network-quality-run.tsx")).NetworkQualityRun,
}));

type ReportItem = NonNullable<DatasetReport["report"]>["items"][number];

/** What came in with the data, what was repaired, what is missing or doubtful. */
export function ReportPanel() {
  const { t } = useTranslation();
  const run = useApp((state) => state.report);
  return (
    <article className="card">
      <button type="button" className="quiet" onClick={closeReport}>
        <Icon name="back" />
        {t("action.back")}
      </button>
      <h2 className="card-title">{t("report.title")}</h2>
      {run.status === "running" ? <p className="hint">{t("app.loading")}</p> : null}
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={readReportOfDistrict} /> : null}
      {run.status === "done" ? (
        <>
          <Report dataset={run.result} />
          <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
            <NetworkQualityRun />
          </Suspense>
        </>
      ) : null}
    </article>
  );
}

function Report({ dataset }: { readonly dataset: DatasetReport }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const district = useApp(selectDistrict);
  const { report, completeness } = dataset;
  const date = new Date(dataset.importedAt).toLocaleString(language, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  return (
    <>
      <p className="source">
        {district === null ? dataset.source : sourceText({ ...dataset, sample: district.sample }, t)} ·{" "}
        {dataset.asOf === null ? t("app.asOfUnknown") : t("app.asOf", { date: dataset.asOf })}
      </p>
      {report === null ? (
        <p className="hint">{t("report.none")}</p>
      ) : (
        <>
          <p className="hint">
            {t("report.imported", { date, seconds: numbers.number(report.durationS, 1) })}
          </p>
          {REPORT_KINDS.map((kind) => (
            <ReportItems key={kind} kind={kind} items={report.items.filter((item) => item.kind === kind)} />
          ))}
        </>
      )}
      <h3>{t("report.completeness")}</h3>
      <dl className="facts">
        {Object.entries(completeness).map(([name, value]) => (
          <div key={name}>
            <dt>
              {t(`report.completenessOf.${name}`, {
                defaultValue: t(`layer.${name}`, { defaultValue: name }),
              })}
            </dt>
            <dd>{t(`value.${value}`)}</dd>
          </div>
        ))}
      </dl>
      {report === null || report.files.length === 0 ? null : (
        <>
          <h3>{t("report.files")}</h3>
          <ul className="files">
            {report.files.map((file) => (
              <li key={file.sha256}>
                {file.name} <span>{numbers.number(file.bytes / 1_000_000, 1)} MB</span>{" "}
                <code>{file.sha256.slice(0, 12)}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function ReportItems({ kind, items }: { readonly kind: string; readonly items: readonly ReportItem[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <section className={`report report-${kind}`}>
      <h3>{t(`report.kind.${kind}`)}</h3>
      <ul>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and two lines may be alike
          <ReportLine key={index} item={item} />
        ))}
      </ul>
    </section>
  );
}

function ReportLine({ item }: { readonly item: ReportItem }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const layer = item.layer === null ? "" : t(`layer.${item.layer}`, { defaultValue: item.layer });
  const values = { layer, count: numbers.number(item.count), share: numbers.share(item.share) };
  const text = t(`report.code.${item.code}`, { ...values, defaultValue: item.message });
  const ids = useNamesOf(item.sourceIds);
  const notes = [item.count === null ? null : values.count, item.share === null ? null : values.share].filter(
    Boolean,
  );
  return (
    <li>
      <span>{text}</span>
      {notes.length === 0 ? null : <b>{notes.join(" · ")}</b>}
      {item.sourceIds.length === 0 ? null : (
        <details>
          <summary>{t("report.ids", { shown: item.sourceIds.length, count: values.count })}</summary>
          <p className="ids">{ids.join("  ")}</p>
        </details>
      )}
    </li>
  );
}

// objects of the source by their ids; facility categories, which are ours, by their names
function useNamesOf(ids: readonly string[]): string[] {
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  const nameOf = new Map(categories.map((category) => [category.code, nameIn(language, category)]));
  return ids.map((id) => nameOf.get(id) ?? id);
}
