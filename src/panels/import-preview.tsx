import { useTranslation } from "react-i18next";
import type { AreaFile, AreaReading } from "../formats/read-areas.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { Dropped } from "../state/drawing-state.ts";
import {
  chooseDroppedArea,
  chosenArea,
  closeDropped,
  previewOf,
  takeDroppedArea,
} from "../state/dropped-file.ts";
import { useApp } from "../state/store.ts";
import { CrsQuestion } from "./crs-question.tsx";
import { Icon } from "./icon.tsx";
import { readAgain } from "./take-file.ts";

/** A file that was dropped: why it cannot be used, or what must be said before its area is taken. */
export function ImportPreview() {
  const { t } = useTranslation();
  const dropped = useApp((state) => state.dropped);
  if (dropped.status === "none") return null;
  return (
    <section className="import" aria-live="polite" data-import={dropped.status}>
      <h2 className="card-title">{t("file.title", { name: dropped.name })}</h2>
      {dropped.status === "reading" ? (
        <p className="progress">
          <span />
          {t("file.reading", { name: dropped.name })}
        </p>
      ) : null}
      {dropped.status === "refused" ? (
        <>
          <p className="refused" role="alert" data-code={dropped.reason.code}>
            {t(`file.refusal.${dropped.reason.code}`, dropped.reason.values)}
          </p>
          <p className="hint">{t("file.refused")}</p>
        </>
      ) : null}
      {dropped.status === "read" ? <Questions dropped={dropped} /> : null}
      <p className="actions">
        {dropped.status === "read" ? <TakeButton dropped={dropped} /> : null}
        <button type="button" onClick={closeDropped}>
          <Icon name="close" />
          {t(dropped.status === "refused" ? "action.close" : "file.cancel")}
        </button>
      </p>
    </section>
  );
}

type ReadFile = Extract<Dropped, { status: "read" }>;

function TakeButton({ dropped }: { readonly dropped: ReadFile }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="primary"
      disabled={chosenArea(dropped) === null}
      onClick={takeDroppedArea}
    >
      <Icon name="polygon" />
      {t("file.use")}
    </button>
  );
}

function Questions({ dropped }: { readonly dropped: ReadFile }) {
  const { file, reading, area } = dropped;
  const areas = file.readings[reading ?? 0]?.areas ?? [];
  return (
    <>
      <CrsQuestion dropped={dropped} />
      <EncodingQuestion file={file} />
      {areas.length > 1 ? <AreaQuestion areas={areas} chosen={area} /> : null}
      <Remarks dropped={dropped} />
    </>
  );
}

function AreaQuestion({
  areas,
  chosen,
}: {
  readonly areas: AreaReading["areas"];
  readonly chosen: number | null;
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <label className="field">
      <span>{t("file.area")}</span>
      <select
        value={chosen ?? ""}
        onChange={({ target }) => chooseDroppedArea(target.value === "" ? null : Number(target.value))}
      >
        <option value="">{t("file.pickArea", { count: areas.length })}</option>
        {areas.map((area, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the areas of a file have no other identity
          <option key={index} value={index}>
            {t("file.areaName", {
              name: area.name ?? t("file.unnamed", { number: index + 1 }),
              area: numbers.area(area.areaSqm),
              count: area.corners,
            })}
          </option>
        ))}
      </select>
    </label>
  );
}

function EncodingQuestion({ file }: { readonly file: AreaFile }) {
  const { t } = useTranslation();
  const candidates = file.text?.candidates.filter(({ sample }) => sample !== "") ?? [];
  if (!file.text || candidates.length < 2) return null;
  const said = file.origin === "chosen" ? file.readings[0] : undefined;
  return (
    <label className="field">
      <span>{t("file.encoding")}</span>
      <select
        value={file.text.encoding}
        onChange={({ target }) =>
          void readAgain({ encoding: target.value, ...(said ? { reading: said } : {}) })
        }
      >
        {candidates.map(({ encoding, sample }) => (
          <option key={encoding} value={encoding}>
            {t("file.encodingSample", { encoding, sample })}
          </option>
        ))}
      </select>
    </label>
  );
}

function Remarks({ dropped }: { readonly dropped: ReadFile }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const [area, ...others] = previewOf(dropped);
  const only = others.length === 0 ? area : undefined;
  const notes = [...dropped.file.notes, ...(only?.notes ?? [])];
  return (
    <>
      {only ? (
        <p className="sketch">
          <b>{only.name ?? t("analyse.corners", { count: only.corners })}</b>
          {only.areaSqm === null ? null : ` · ${numbers.area(only.areaSqm)}`}
        </p>
      ) : null}
      {only?.refusal ? (
        <p className="refused" role="alert" data-code={only.refusal.code}>
          {t(`file.refusal.${only.refusal.code}`, only.refusal.values)}
        </p>
      ) : null}
      <ul className="remarks">
        {notes.map(({ code, values }) => (
          <li key={code} data-code={code}>
            {t(`file.note.${code}`, values)}
          </li>
        ))}
      </ul>
    </>
  );
}
