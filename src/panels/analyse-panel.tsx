import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { ZONE_KINDS, type ZoneFeature } from "../../server/contract/catalogue.ts";
import { extentOf } from "../geometry/extent.ts";
import { polygonFromText, polygonToText } from "../geometry/ring-text.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { showExtent } from "../state/appearance.ts";
import { selectCatalogue } from "../state/session.ts";
import {
  askAboutZone,
  clearArea,
  setDrawnArea,
  startDrawing,
  startEditing,
  stopDrawing,
  undoCorner,
} from "../state/sheet.ts";
import { useApp } from "../state/store.ts";
import { Icon } from "./icon.tsx";
import { ImportButton } from "./import-button.tsx";
import { SheetRun } from "./sheet-run.tsx";
import { WalkRun } from "./walk-run.tsx";

const FilterRun = lazy(async () => ({ default: (await import("./filter-run.tsx")).FilterRun }));
const ImportPreview = lazy(async () => ({ default: (await import("./import-preview.tsx")).ImportPreview }));

/** Draw an area or choose a zone, and read its indicator sheet. */
export function AnalysePanel() {
  const { t } = useTranslation();
  const tool = useApp((state) => state.tool);
  const area = useApp((state) => state.area);
  const isAsked = useApp((state) => state.filter.conditions.length > 0);
  const isDropped = useApp((state) => state.dropped.status !== "none");
  return (
    <>
      {area === null && tool === "none" && !isDropped && !isAsked ? (
        <section className="invite">
          <h2>{t("analyse.title")}</h2>
          <p className="hint">{t("analyse.hint")}</p>
        </section>
      ) : null}
      {isDropped ? (
        <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
          <ImportPreview />
        </Suspense>
      ) : null}
      {tool === "draw" ? <Sketch /> : <AreaTools />}
      {tool === "draw" ? null : (
        <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
          <FilterRun />
        </Suspense>
      )}
      {area === null || tool === "draw" ? null : <SheetRun />}
      {tool === "draw" ? null : <WalkRun />}
    </>
  );
}

function Sketch() {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const sketch = useApp((state) => state.sketch);
  const corners = sketch?.corners ?? 0;
  return (
    <section className="tools">
      <p className="hint">{t("analyse.drawHint")}</p>
      <p className="sketch" aria-live="polite">
        <b>{t("analyse.corners", { count: corners })}</b>
        {corners >= 2 && sketch ? (
          <>
            {" · "}
            {numbers.area(sketch.areaSqm)} ·{" "}
            {t("analyse.perimeter", { length: numbers.length(sketch.lengthM) })}
          </>
        ) : null}
      </p>
      <p className="actions">
        <button type="button" disabled={corners === 0} onClick={undoCorner}>
          <Icon name="undo" />
          {t("action.undo")}
        </button>
        <button type="button" onClick={stopDrawing}>
          {t("action.cancel")}
        </button>
      </p>
      <CornersForm />
    </section>
  );
}

function AreaTools() {
  const { t } = useTranslation();
  const area = useApp((state) => state.area);
  const tool = useApp((state) => state.tool);
  const isDrawn = area !== null && !("zone" in area);
  return (
    <section className="tools">
      <p className="actions">
        <button type="button" className={area === null ? "primary" : undefined} onClick={startDrawing}>
          <Icon name="pen" />
          {area === null ? t("action.draw") : t("action.redraw")}
        </button>
        <ImportButton />
        {isDrawn ? (
          <button
            type="button"
            aria-pressed={tool === "edit"}
            onClick={tool === "edit" ? stopDrawing : startEditing}
          >
            <Icon name="polygon" />
            {t("action.editCorners")}
          </button>
        ) : null}
        {area === null ? null : (
          <button type="button" onClick={clearArea}>
            <Icon name="trash" />
            {t("action.remove")}
          </button>
        )}
      </p>
      {isDrawn && tool === "edit" ? <p className="hint">{t("analyse.editHint")}</p> : null}
      <ZonePicker />
      <CornersForm key={isDrawn ? polygonToText(area) : "none"} />
    </section>
  );
}

function ZonePicker() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const zones = useApp(selectCatalogue)?.zones ?? [];
  const area = useApp((state) => state.area);
  const chosen = area !== null && "zone" in area ? area.zone : "";
  const choose = (id: string) => {
    const zone = zones.find((each) => each.id === id);
    if (!zone) return;
    askAboutZone(id);
    showExtent(extentOf(zone.geometry as GeoJSON.Geometry));
  };
  const option = (zone: ZoneFeature) => (
    <option key={zone.id} value={zone.id}>
      {nameIn(language, zone.properties)}
    </option>
  );
  return (
    <label className="field">
      <span>{t("analyse.orZone")}</span>
      <select value={chosen} onChange={({ target }) => choose(target.value)}>
        <option value="">{t("analyse.pick")}</option>
        {ZONE_KINDS.map((kind) => {
          const ofKind = zones.filter(({ properties }) => properties.kind === kind);
          return ofKind.length === 0 ? null : (
            <optgroup key={kind} label={t(`zoneKind.${kind}`)}>
              {ofKind.map(option)}
            </optgroup>
          );
        })}
      </select>
    </label>
  );
}

/** Drawing without a pointer: the corners as lines of text. */
function CornersForm() {
  const { t } = useTranslation();
  const area = useApp((state) => state.area);
  const drawn = area !== null && !("zone" in area) ? polygonToText(area).replaceAll(";", "\n") : "";
  const [text, setText] = useState(drawn);
  const [refused, setRefused] = useState(false);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const lines = text.split("\n").map((line) => line.trim().replace(/[，\s]+/g, ","));
    const polygon = polygonFromText(lines.filter((line) => line !== "").join(";"));
    setRefused(polygon === null);
    if (polygon === null) return;
    setDrawnArea(polygon);
    showExtent(extentOf(polygon));
  };
  return (
    <details className="corners">
      <summary>{t("analyse.bySheet")}</summary>
      <form onSubmit={submit}>
        <label>
          <span>{t("analyse.cornersLabel")}</span>
          <textarea
            rows={5}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        {refused ? (
          <p className="refused" role="alert">
            {t("analyse.badCorners")}
          </p>
        ) : null}
        <button type="submit">{t("analyse.useCorners")}</button>
      </form>
    </details>
  );
}
