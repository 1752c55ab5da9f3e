import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

/** One figure: the label's key is the contract's field name. */
export function Figure({
  field,
  value,
  note,
  isUnknown = false,
  mark,
}: {
  readonly field: string;
  readonly value: string;
  readonly note?: string | null | undefined;
  readonly isUnknown?: boolean;
  readonly mark?: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <div className={isUnknown ? "figure unknown" : "figure"} data-field={field}>
      <dt>
        {t(`field.${field}`)}
        {mark ? <em className="trial">{mark}</em> : null}
      </dt>
      <dd>{value}</dd>
      {note ? <dd className="figure-note">{note}</dd> : null}
    </div>
  );
}

/** Says that edge buildings count by share where a count of buildings, written whole, is none. */
export function edgeNote(buildings: number, t: TFunction): string | null {
  return Math.abs(buildings - Math.round(buildings)) > WHOLE ? t("sheet.edgeByShare") : null;
}

// what sums of shares leave over is no edge
const WHOLE = 1e-6;

/** A share as a bar with its figure; a bar is drawn only for what is known. */
export function ShareBar({
  share,
  text,
  tone = "ink",
}: {
  readonly share: number | null;
  readonly text: string;
  readonly tone?: string;
}) {
  return (
    <span className={share === null ? "bar unknown" : "bar"} data-tone={tone}>
      <span className="bar-track" aria-hidden="true">
        {share === null ? null : <span style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />}
      </span>
      <span className="bar-text">{text}</span>
    </span>
  );
}
