import type { TableKind } from "../formats/table-file.ts";
import "../look/ledger.css";
import "../look/programme.css";
import { useEffect, useState } from "react";
import { ASSET_KINDS, type Asset, type AssetList } from "../../server/contract/assets.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { INITIAL_STATE } from "../state/app-state.ts";
import { showExtent } from "../state/appearance.ts";
import { assetsAgain, chooseAssets, clearAssetChoice, followAssets, readAllAssets } from "../state/ledger.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { AssetForm, assetDraft } from "./asset-form.tsx";
import { useOpened } from "./draft-form.tsx";
import { FailureNote } from "./failure-note.tsx";
import { assetTable, saveTable } from "./ledger-file.ts";
import {
  LedgerChoice,
  LedgerDownloads,
  LedgerFacts,
  LedgerFold,
  LedgerHistory,
  LedgerMarks,
} from "./ledger-parts.tsx";
import { Skeleton } from "./skeleton.tsx";

/** The idle assets of the district: filters, how many and how large, the list the map shows, and the form that takes one down. */
export function AssetsPanel() {
  const { t } = useReader();
  useEffect(followAssets, []);
  const run = useApp((state) => state.assets);
  const answer = answerOfRun(run);
  return (
    <div className="ledger" data-ledger="assets" data-state={run.status} aria-busy={run.status === "running"}>
      <h2>{t("ledger.assets.title")}</h2>
      <LedgerMarks />
      <p className="hint">{t("ledger.assets.hint")}</p>
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={assetsAgain} /> : null}
      {answer === null && run.status === "running" ? <Skeleton lines={8} /> : null}
      {answer === null ? null : <Found answer={answer} />}
    </div>
  );
}

function Found({ answer }: { readonly answer: AssetList }) {
  const { t, language, numbers } = useReader();
  const { items, total, areaSqm, areaUnknown } = answer;
  const choice = useApp((state) => state.assetChoice);
  const isNarrowed = JSON.stringify(choice) !== JSON.stringify(INITIAL_STATE.assetChoice);
  const area = { area: numbers.area(areaSqm), count: areaUnknown };
  const take = async (kind: TableKind) =>
    saveTable(kind, assetTable(await readAllAssets(), { t, language }), t);
  return (
    <>
      <AssetFilters answer={answer} />
      <p className="project-count" aria-live="polite" data-total={total}>
        <b>{t("ledger.assets.count", { total: numbers.number(total) })}</b>
        {total === 0 ? (
          <span>{t(isNarrowed ? "ledger.none" : "ledger.assets.noneKnown")}</span>
        ) : (
          <span>{t(areaUnknown > 0 ? "ledger.assets.areaOpen" : "ledger.assets.area", area)}</span>
        )}
        {isNarrowed ? (
          <button type="button" className="quiet" onClick={clearAssetChoice}>
            {t("ledger.clear")}
          </button>
        ) : null}
      </p>
      {total === 0 ? null : <LedgerDownloads onTake={take} />}
      <NewAsset />
      {items.length < total ? (
        <p className="hint">{t("ledger.shown", { shown: items.length, total: numbers.number(total) })}</p>
      ) : null}
      <ul className="ledger-list">
        {items.map((asset) => (
          <AssetRow key={asset.id} asset={asset} />
        ))}
      </ul>
    </>
  );
}

function AssetFilters({ answer: { kinds } }: { readonly answer: AssetList }) {
  const { t, numbers } = useReader();
  const { kind, state, text } = useApp((store) => store.assetChoice);
  const label = (key: string) => t(`ledger.assets.${key}`);
  return (
    <>
      <fieldset className="project-codes">
        <legend>{label("kind")}</legend>
        {ASSET_KINDS.map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={kind === each}
            onClick={() => chooseAssets({ kind: kind === each ? null : each })}
          >
            {label(`kindOf.${each}`)} <span className="chip-count">{numbers.number(kinds[each])}</span>
          </button>
        ))}
      </fieldset>
      <LedgerFold>
        <search className="ledger-filters">
          <label className="field ledger-wide">
            <span>{label("text")}</span>
            <input
              type="search"
              value={text}
              onChange={({ target }) => chooseAssets({ text: target.value })}
            />
          </label>
          <LedgerChoice
            {...{
              label: label("state"),
              value: state,
              values: ["idle", "closed"] as const,
              any: t("ledger.any"),
            }}
            nameOf={(value) => label(`stateOf.${value}`)}
            onChoose={(value) => chooseAssets({ state: value })}
          />
        </search>
      </LedgerFold>
    </>
  );
}

function NewAsset() {
  const { t } = useReader();
  const [isOpen, setOpen] = useOpened(assetDraft(null));
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  if (!canWrite) return <p className="hint">{t("ledger.readOnly")}</p>;
  if (isOpen) return <AssetForm asset={null} onClose={() => setOpen(false)} />;
  return (
    <p className="actions">
      <button type="button" onClick={() => setOpen(true)}>
        {t("ledger.assets.add")}
      </button>
    </p>
  );
}

function AssetRow({ asset }: { readonly asset: Asset }) {
  const { t, numbers, language } = useReader();
  const [isOpen, setOpen] = useState(false);
  const label = (key: string) => t(`ledger.assets.${key}`);
  const { kind, vacantSince, closedOn, areaSqm, intendedUse } = asset;
  const open = () => {
    setOpen(!isOpen);
    if (!isOpen) showExtent([asset.lon, asset.lat, asset.lon, asset.lat]);
  };
  return (
    <li>
      <button
        type="button"
        className="ledger-row"
        aria-expanded={isOpen}
        data-asset={asset.id}
        onClick={open}
      >
        <b>{nameIn(language, asset)}</b>
        <span className="ledger-tags">
          <span>{label(`kindOf.${kind}`)}</span>
          <span>
            {closedOn === null
              ? `${label("vacantSince")} ${vacantSince ?? numbers.unknown}`
              : label("stateOf.closed")}
          </span>
          <span>{areaSqm === null ? label("areaNotKnown") : numbers.area(areaSqm)}</span>
        </span>
        <small>
          {label("intendedUse")} {intendedUse ?? numbers.unknown}
        </small>
      </button>
      {isOpen ? <Opened asset={asset} /> : null}
    </li>
  );
}

function Opened({ asset }: { readonly asset: Asset }) {
  const { t, numbers } = useReader();
  const [isEdited, setEdited] = useOpened(assetDraft(asset));
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const label = (key: string) => t(`ledger.assets.${key}`);
  if (isEdited) return <AssetForm asset={asset} onClose={() => setEdited(false)} />;
  return (
    <div className="ledger-opened">
      <LedgerFacts
        lines={[
          [label("intendedUse"), asset.intendedUse ?? numbers.unknown],
          [label("operator"), asset.operator ?? numbers.unknown],
          [label("closedOn"), asset.closedOn ?? label("stateOf.idle")],
          [label("source"), asset.source],
        ]}
      />
      {canWrite ? (
        <p className="actions">
          <button type="button" onClick={() => setEdited(true)}>
            {t("ledger.edit")}
          </button>
        </p>
      ) : null}
      <LedgerHistory changes={asset.changes} />
    </div>
  );
}
