import { FINDING_SOURCES } from "../../server/contract/findings.ts";
import { nameIn } from "../locale/name-text.ts";
import { useFindingReader } from "../locale/use-finding-reader.ts";
import { addFindingByHand } from "../state/finding-page.ts";
import { findingTermsOf } from "../state/findings.ts";
import { useApp } from "../state/store.ts";
import { DraftForm, useKept } from "./draft-form.tsx";
import { IndicatorOptions } from "./finding-options.tsx";
import { FindingRefusal } from "./finding-refusal.tsx";
import { PickOne } from "./pick-one.tsx";
import { todayText } from "./today-text.ts";
import { useZoneGroups } from "./zone-groups.ts";

const DRAFT = "finding";

/** A finding written by hand: in a zone, or at the middle of the map. */
export function FindingAdd() {
  const { t, terms, language, nameOf } = useFindingReader();
  const edition = useApp((state) => state.indicators[0]?.edition ?? null);
  const refusal = useApp((state) => state.findingRefusal);
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const zones = useZoneGroups({ after: ["renewal-district", "district"] });
  const [at, setAt] = useKept<readonly [number, number] | null>("at", null, DRAFT);
  const send = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const indicator = text("indicator") || null;
    return addFindingByHand({
      ...{ title: text("title"), note: text("note") || null },
      ...{
        indicator,
        edition: indicator === null ? null : edition,
        value: text("value") === "" ? null : Number(text("value")),
      },
      zone: text("zone") || null,
      place: at === null ? null : { type: "Point", coordinates: [...at] },
      ...{
        severity: text("severity"),
        source: text("source") as "letter",
        asOf: text("asOf"),
        level: "public",
      },
    });
  };
  if (!canWrite) return <p className="hint">{t("findings.readOnly")}</p>;
  return (
    <DraftForm draft={DRAFT} onSend={send} save={t("findings.send")}>
      <label className="field">
        <span>{t("findings.form.title")}</span>
        <input name="title" required maxLength={200} autoComplete="off" />
      </label>
      <div className="project-selects">
        <label className="field">
          <span>{t("findings.form.severity")}</span>
          <select name="severity" required>
            {findingTermsOf(terms, "severity").map((term) => (
              <option key={term.code} value={term.code}>
                {nameIn(language, term)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t("findings.form.source")}</span>
          <select name="source" defaultValue="survey">
            {FINDING_SOURCES.map((source) => (
              <option key={source} value={source}>
                {nameOf("source", source)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <PickOne
        name="zone"
        legend={t("findings.form.zone")}
        groups={zones}
        wanting={at === null ? t("findings.form.zoneOrPlace") : ""}
      />
      <Place at={at} onChange={setAt} />
      <div className="project-selects">
        <label className="field">
          <span>{t("findings.form.indicator")}</span>
          <select name="indicator">
            <option value="">{t("findings.form.noIndicator")}</option>
            <IndicatorOptions />
          </select>
        </label>
        <label className="field">
          <span>{t("findings.form.value")}</span>
          <input name="value" type="number" step="any" />
        </label>
      </div>
      <label className="field">
        <span>{t("findings.form.asOf")}</span>
        <input name="asOf" type="date" required defaultValue={todayText()} />
      </label>
      <label className="field">
        <span>{t("findings.form.note")}</span>
        <textarea name="note" rows={2} maxLength={2000} />
      </label>
      {refusal === null ? null : <FindingRefusal refusal={refusal} />}
    </DraftForm>
  );
}

interface PlaceProps {
  readonly at: readonly [number, number] | null;
  readonly onChange: (at: readonly [number, number] | null) => void;
}

function Place({ at, onChange }: PlaceProps) {
  const { t } = useFindingReader();
  const view = useApp((state) => state.view);
  if (view === null) return null;
  return (
    <label>
      <input
        type="checkbox"
        checked={at !== null}
        onChange={({ target }) => onChange(target.checked ? [view.lon, view.lat] : null)}
      />{" "}
      {at === null
        ? t("findings.form.place")
        : t("findings.form.placeAt", { lon: at[0].toFixed(5), lat: at[1].toFixed(5) })}
    </label>
  );
}
