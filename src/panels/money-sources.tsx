import { useEffect } from "react";
import type { Funding, FundingPackage } from "../../server/contract/funding.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { chooseMoney, followSources, sourcesAgain } from "../state/money.ts";
import type { MoneySources } from "../state/money-state.ts";
import { openProject } from "../state/projects.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { useOpened, useOpenedOf } from "./draft-form.tsx";
import { FailureNote } from "./failure-note.tsx";
import { useYuan } from "./money-text.ts";
import { GiveForm, PackageForm } from "./package-form.tsx";
import { SourceForm, sourceDraft } from "./source-form.tsx";

/** The ledger: packages and who gives, each with what it has left, and the forms that add to it. */
export function MoneySourcesPart() {
  const run = useApp((state) => state.moneySources);
  useEffect(followSources, []);
  const sources = answerOfRun(run);
  if (run.status === "failed") return <FailureNote failure={run.failure} onRetry={sourcesAgain} />;
  if (sources === null) return null;
  return (
    <>
      <Packages sources={sources} />
      <Ledger sources={sources} />
    </>
  );
}

function Packages({ sources }: { readonly sources: MoneySources }) {
  const { t, numbers } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const [isOpen, setOpen] = useOpened("package");
  const { items } = sources.packages;
  return (
    <details className="money-part" data-part="packages">
      <summary>
        {t("money.packages")} <span className="chip-count">{numbers.number(items.length)}</span>
      </summary>
      {items.length === 0 ? <p className="hint">{t("money.noPackages")}</p> : null}
      {items.map((each) => (
        <Package key={each.id} bundle={each} fundings={canWrite ? sources.fundings.items : []} />
      ))}
      {canWrite && !isOpen ? (
        <button type="button" onClick={() => setOpen(true)}>
          {t("money.addPackage")}
        </button>
      ) : null}
      {isOpen ? <PackageForm onClose={() => setOpen(false)} /> : null}
    </details>
  );
}

interface PackageProps {
  readonly bundle: FundingPackage;
  /** Who may give to it here; empty where nothing can be written. */
  readonly fundings: readonly Funding[];
}

function Package({ bundle, fundings }: PackageProps) {
  const { t, numbers, language, terms } = useReader();
  const yuan = useYuan();
  const { givenYuan, sharedYuan, unsharedYuan } = bundle;
  const [given, shared, unshared] = [givenYuan, sharedYuan, unsharedYuan].map((each) => numbers.count(each));
  return (
    <article className="money-source" data-package={bundle.id}>
      <h4>{nameIn(language, bundle)}</h4>
      <p>{t("money.packageSums", { given, shared, unshared })}</p>
      {bundle.fundings.map((funding) => (
        <p key={funding.id} className="source">
          {termName(terms, { kind: "funding-source", code: funding.kind, language })} ·{" "}
          {language === "en" ? (funding.giverEn ?? funding.giverZh) : funding.giverZh} ·{" "}
          {t(`money.status.${funding.status}`)} · {yuan(funding.amountYuan)}
        </p>
      ))}
      <p>
        {bundle.projects.map((project) => (
          <button key={project.id} type="button" className="chip" onClick={() => openProject(project)}>
            {nameIn(language, project)} <span className="chip-count">{yuan(project.sharedYuan)}</span>
          </button>
        ))}
      </p>
      {fundings.length === 0 ? null : <GiveForm bundle={bundle} fundings={fundings} />}
    </article>
  );
}

function Ledger({ sources: { fundings } }: { readonly sources: MoneySources }) {
  const { t, numbers } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const { sums, items, total } = fundings;
  const opened = useApp((state) => state.moneyChoice.sources);
  const shown = opened === "target" ? items.filter(({ status }) => status === "target") : items;
  const [edited, setEdited] = useOpenedOf(sourceDraft, ["new", ...items.map(({ id }) => id)]);
  return (
    <details className="money-part" data-part="sources" open={opened !== null}>
      <summary>
        {t("money.sources")} <span className="chip-count">{numbers.number(total)}</span>
      </summary>
      {opened === "target" ? (
        <p className="actions">
          <span>{t("money.narrowed", { what: t("money.status.target") })}</span>
          <span data-sum="target">{t("money.ownTarget", { amount: numbers.count(sums.targetYuan) })}</span>
          <button type="button" className="quiet" onClick={() => chooseMoney({ sources: "all" })}>
            {t("money.all")}
          </button>
        </p>
      ) : null}
      <p className="hint" data-sum="left">
        {t("money.sourceSums", {
          allocated: numbers.count(sums.allocatedYuan),
          left: numbers.count(sums.leftYuan),
        })}
        {sums.leftUnknown === 0 ? null : ` · ${t("money.sourcesUnknown", { count: sums.leftUnknown })}`}
      </p>
      {shown.map((each) =>
        edited === each.id ? (
          <SourceForm key={each.id} source={each} onClose={() => setEdited(null)} />
        ) : (
          <Source key={each.id} source={each} onEdit={canWrite ? () => setEdited(each.id) : null} />
        ),
      )}
      {canWrite && edited !== "new" ? (
        <button type="button" onClick={() => setEdited("new")}>
          {t("money.addSource")}
        </button>
      ) : null}
      {edited === "new" ? <SourceForm source={null} onClose={() => setEdited(null)} /> : null}
    </details>
  );
}

function Source({ source, onEdit }: { readonly source: Funding; readonly onEdit: (() => void) | null }) {
  const { t, terms, language } = useReader();
  const yuan = useYuan();
  const { status, amountYuan, leftYuan, jurisdiction, dated, basis } = source;
  return (
    <article className="money-source" data-status={status}>
      <h4>
        <i className="money-key" data-status={status} />
        {language === "en" ? (source.giverEn ?? source.giverZh) : source.giverZh}
        <b>{yuan(amountYuan)}</b>
      </h4>
      <p>
        {termName(terms, { kind: "funding-source", code: source.kind, language })} ·{" "}
        {t(`money.status.${status}`)} · <LeftText {...{ status, amountYuan, leftYuan }} />
      </p>
      <p className="source">
        {[jurisdiction, basis, dated].join(" · ")}
        {onEdit === null ? null : (
          <button type="button" className="quiet" onClick={onEdit}>
            {t("money.change")}
          </button>
        )}
      </p>
    </article>
  );
}

// what can still be allocated of a source, or why nothing can
function LeftText({ status, amountYuan, leftYuan }: Pick<Funding, "status" | "amountYuan" | "leftYuan">) {
  const { t, numbers } = useReader();
  if (status === "target") return t("money.isTarget");
  return amountYuan === null
    ? t("money.amountUnknown")
    : t("money.left", { amount: numbers.count(leftYuan) });
}
