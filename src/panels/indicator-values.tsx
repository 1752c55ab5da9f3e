import { useCallback, useEffect, useState } from "react";
import type { IndicatorValue } from "../../server/contract/indicator-values.ts";
import { type Failure, failureOf } from "../backend.ts";
import { readIndicatorValues, sendIndicatorValue } from "../findings-backend.ts";
import { nameIn } from "../locale/name-text.ts";
import { useFindingReader } from "../locale/use-finding-reader.ts";
import { useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { IndicatorOptions } from "./finding-options.tsx";
import { FindingRefusal } from "./finding-refusal.tsx";
import { PickOne } from "./pick-one.tsx";
import { todayText } from "./today-text.ts";
import { useZoneGroups } from "./zone-groups.ts";

/** What departments tell of indicators that the data cannot: taken down here, with all that was told before. */
export function IndicatorValues() {
  const { t, valueText } = useFindingReader();
  const district = useApp((state) => state.district)!;
  const indicators = useApp((state) => state.indicators);
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const zones = useZoneGroups({ before: ["district"], after: ["renewal-district"] });
  const surveys = indicators.filter(({ computability }) => computability === "survey");
  const [code, setCode] = useState<string | null>(null);
  const chosen = surveys.find((each) => each.code === code) ?? surveys[0];
  const [told, setTold] = useState<readonly IndicatorValue[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaved, setSaved] = useState(false);
  const [edition, indicator] = [chosen?.edition, chosen?.code];
  const read = useCallback(async () => {
    if (edition === undefined || indicator === undefined) return;
    await readIndicatorValues(district, edition, indicator).then(
      ({ items }) => setTold(items),
      (error: unknown) => setFailure(failureOf(error)),
    );
  }, [district, edition, indicator]);
  useEffect(() => void read(), [read]);
  if (!chosen) return null;
  const isShare = chosen.unit === "share" || chosen.unit === "growth";
  const send = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const value = Number(text("value"));
    setSaved(false);
    await sendIndicatorValue(district, {
      ...{ edition: chosen.edition, indicator: chosen.code, zone: text("zone"), asOf: text("asOf") },
      ...{ value: isShare ? value / 100 : value, toldBy: text("toldBy") },
      ...{ note: text("note") || null, level: "public" },
    });
    setSaved(true);
    await read();
  };
  const unit = valueText(chosen.unit, 0).replace(/^0\s*/, "");
  return (
    <section className="indicator-values">
      <p className="hint">{t("findings.values.hint")}</p>
      <label className="field">
        <span>{t("findings.indicator")}</span>
        <select value={chosen.code} onChange={({ target }) => setCode(target.value)}>
          <IndicatorOptions of={(each) => each.computability === "survey"} />
        </select>
      </label>
      <p className="source" lang="zh-CN">
        {chosen.source} · {chosen.clause} · {t(`sheet.${chosen.status}`)}
      </p>
      {canWrite ? (
        <DraftForm
          draft={`indicator value ${chosen.edition} ${chosen.code}`}
          onSend={send}
          save={t("findings.save")}
          Refusal={ValueRefusal}
          beside={<span role="status">{isSaved ? t("findings.values.saved") : null}</span>}
        >
          <PickOne name="zone" legend={t("findings.zone")} groups={zones} required />
          <div className="project-selects">
            <label className="field">
              <span>
                {isShare ? t("findings.values.valueShare") : t("findings.values.valueIn", { unit })}
              </span>
              <input
                name="value"
                type="number"
                step="any"
                {...(chosen.unit === "growth" ? {} : { min: 0 })}
                required
              />
            </label>
            <label className="field">
              <span>{t("findings.values.asOf")}</span>
              <input name="asOf" type="date" required max={todayText()} defaultValue={todayText()} />
            </label>
          </div>
          <label className="field">
            <span>{t("findings.values.toldBy")}</span>
            <input name="toldBy" required maxLength={200} autoComplete="off" />
          </label>
          <label className="field">
            <span>{t("findings.values.note")}</span>
            <input name="note" maxLength={1000} autoComplete="off" />
          </label>
        </DraftForm>
      ) : (
        <p className="hint">{t("findings.readOnly")}</p>
      )}
      {failure === null ? null : <FindingRefusal refusal={failure} />}
      <Kept told={told} unit={chosen.unit} />
    </section>
  );
}

const ValueRefusal = ({ refusal }: { readonly refusal: Failure | null }) =>
  refusal === null ? null : <FindingRefusal refusal={refusal} />;

type KeptProps = {
  readonly told: readonly IndicatorValue[];
  readonly unit: Parameters<ReturnType<typeof useFindingReader>["valueText"]>[0];
};

function Kept({ told, unit }: KeptProps) {
  const { t, valueText, language } = useFindingReader();
  return (
    <>
      <h3>{t("findings.values.kept")}</h3>
      {told.length === 0 ? <p className="hint">{t("findings.values.none")}</p> : null}
      <ul className="plan-list">
        {told.map(({ id, value, asOf, toldBy, note, stands, zone, zoneZh, zoneEn }) => (
          <li key={id} data-stands={stands}>
            <span>{nameIn(language, { nameZh: zoneZh, nameEn: zoneEn }) ?? zone}</span>
            <b>{valueText(unit, value)}</b>
            <small>{[asOf, toldBy, note].filter(Boolean).join(" · ")}</small>
            {stands ? null : <span className="tag">{t("findings.values.replaced")}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
