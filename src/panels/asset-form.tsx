import { useState } from "react";
import { ASSET_KINDS, type Asset, type AssetBody } from "../../server/contract/assets.ts";
import { useReader } from "../locale/use-reader.ts";
import { saveAsset } from "../state/ledger.ts";
import { useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { numberIn, textIn } from "./form-values.ts";
import { LedgerField, LedgerRefusal } from "./ledger-parts.tsx";

/** What its draft is kept under. */
export const assetDraft = (asset: Asset | null) => `asset ${asset?.id ?? "new"}`;

/** Takes an idle asset down, a new one where none is given; what is typed stays where the service does not take it. */
export function AssetForm({
  asset,
  onClose,
}: {
  readonly asset: Asset | null;
  readonly onClose: () => void;
}) {
  const { t } = useReader();
  // where the map looks when the form is opened
  const [middle] = useState(() => useApp.getState().view);
  const label = (key: string) => t(`ledger.assets.${key}`);
  const send = (form: FormData) => {
    const body = { ...bodyIn(form), nameEn: asset?.nameEn ?? null };
    return saveAsset(asset?.id ?? null, body, asset?.changes[0]?.version ?? null);
  };
  const degrees = (own: number | undefined, seen: number | undefined) => own ?? seen?.toFixed(6) ?? "";
  return (
    <DraftForm
      draft={assetDraft(asset)}
      label={label("add")}
      onSend={send}
      onClose={onClose}
      save={t("ledger.save")}
      Refusal={LedgerRefusal}
    >
      <LedgerField name="nameZh" label={label("name")} required initial={asset?.nameZh} />
      <label className="field">
        <span>{label("kind")}</span>
        <select name="kind" defaultValue={asset?.kind ?? ASSET_KINDS[0]}>
          {ASSET_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {label(`kindOf.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <LedgerField name="vacantSince" label={label("vacantSince")} type="date" initial={asset?.vacantSince} />
      <LedgerField name="areaSqm" label={label("areaSqm")} type="number" initial={asset?.areaSqm} />
      <LedgerField name="intendedUse" label={label("intendedUse")} initial={asset?.intendedUse} />
      <LedgerField name="operator" label={label("operator")} initial={asset?.operator} />
      <LedgerField name="closedOn" label={label("closedOn")} type="date" initial={asset?.closedOn} />
      <LedgerField name="source" label={label("source")} required initial={asset?.source} />
      <div className="evidence-counts">
        <LedgerField
          name="lon"
          min={-180}
          label={label("lon")}
          type="number"
          required
          initial={degrees(asset?.lon, middle?.lon)}
        />
        <LedgerField
          name="lat"
          min={-90}
          label={label("lat")}
          type="number"
          required
          initial={degrees(asset?.lat, middle?.lat)}
        />
      </div>
      <p className="hint">{label("placeHint")}</p>
    </DraftForm>
  );
}

const bodyIn = (form: FormData): Omit<AssetBody, "nameEn"> => ({
  kind: ASSET_KINDS.find((kind) => kind === form.get("kind")) ?? ASSET_KINDS[0],
  nameZh: textIn(form, "nameZh") ?? "",
  vacantSince: textIn(form, "vacantSince"),
  areaSqm: numberIn(form, "areaSqm"),
  intendedUse: textIn(form, "intendedUse"),
  operator: textIn(form, "operator"),
  closedOn: textIn(form, "closedOn"),
  source: textIn(form, "source") ?? "",
  lon: numberIn(form, "lon") ?? 0,
  lat: numberIn(form, "lat") ?? 0,
});
