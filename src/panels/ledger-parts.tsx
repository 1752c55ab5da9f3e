import { type ReactNode, useId, useState } from "react";
import type { ProgrammeChange } from "../../server/contract/programme.ts";
import type { Failure } from "../backend.ts";
import type { TableKind } from "../formats/table-file.ts";
import { useReader } from "../locale/use-reader.ts";
import { rereadLedger } from "../state/ledger.ts";
import { selectDistrict } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { FormReason } from "./form-parts.tsx";
import { TableDownloads } from "./table-downloads.tsx";
import { minuteText } from "./today-text.ts";

/** A choice of one of some values, null = any. */
export function LedgerChoice<Value extends string>({
  label,
  value,
  values,
  nameOf,
  onChoose,
  any,
}: {
  readonly label: string;
  readonly value: Value | null;
  readonly values: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly onChoose: (value: Value | null) => void;
  /** What stands for any; left out where one must be chosen. */
  readonly any?: string;
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={value ?? ""}
        onChange={({ target }) => onChoose(values.find((each) => each === target.value) ?? null)}
      >
        {any === undefined ? null : <option value="">{any}</option>}
        {values.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface LedgerFieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "date" | "number";
  readonly required?: boolean;
  readonly initial?: string | number | null | undefined;
  readonly long?: boolean;
  /** Least number; none can be less. */
  readonly min?: number;
}

/** A field of a form by its label, with what stands there now. */
export function LedgerField({
  name,
  label,
  type = "text",
  required = false,
  initial,
  long = false,
  min = 0,
}: LedgerFieldProps) {
  const id = useId();
  const shared = { id, name, required, defaultValue: initial ?? "", autoComplete: "off" };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {long ? (
        <textarea {...shared} rows={3} />
      ) : (
        <input {...shared} type={type} {...(type === "number" ? { min, step: "any" } : {})} />
      )}
    </div>
  );
}

/** Why the ledger did not take what was sent, in the form it was typed into. */
export function LedgerRefusal({ refusal }: { readonly refusal: Failure | null }) {
  const { t } = useReader();
  if (refusal === null) return null;
  return (
    <div className="failure" role="alert" data-code={refusal.code}>
      <strong>{t("ledger.refused")}</strong>
      {refusal.code === "conflict" ? (
        <>
          <p>{t("ledger.refusedConflict")}</p>
          <button type="button" onClick={() => void rereadLedger()}>
            {t("ledger.reread")}
          </button>
        </>
      ) : (
        <>
          <FormReason refusal={refusal} />
          <p>{t("ledger.refusedKept")}</p>
        </>
      )}
    </div>
  );
}

/** Every write that touched an entry of a ledger, the newest first. */
export function LedgerHistory({ changes }: { readonly changes: readonly ProgrammeChange[] }) {
  const { t } = useReader();
  return (
    <details className="history">
      <summary>
        {t("ledger.history")} <span className="chip-count">{changes.length}</span>
      </summary>
      {changes.length === 0 ? <p className="hint">{t("ledger.historyNone")}</p> : null}
      <ol>
        {changes.map(({ version, entity, before, at, actor }) => (
          <li key={version}>
            <b>
              {t(`ledger.historyOf.${entity}`)} · {t(before === null ? "ledger.op.new" : "ledger.op.changed")}
            </b>
            <small>
              {t("programme.by", {
                date: minuteText(at),
                actor: actor === "local" ? t("programme.local") : actor,
              })}
            </small>
          </li>
        ))}
      </ol>
    </details>
  );
}

interface Basis {
  readonly jurisdiction: string;
  readonly asOf: string;
  readonly clause: string;
  readonly source: string;
  readonly clauseStatus: string;
}

/** The rules an entry rests on, each with where it holds, its clause, source and status. */
export function LedgerBasis({ rows }: { readonly rows: readonly (readonly [string, Basis])[] }) {
  const { t } = useReader();
  return (
    <details className="ledger-basis">
      <summary>{t("ledger.source")}</summary>
      <ul>
        {rows.map(([name, { jurisdiction, asOf, clause, source, clauseStatus }]) => (
          <li key={name}>
            <b>{name}</b>
            <p>{clause}</p>
            <p className="source">
              {[jurisdiction, source, asOf].join(" · ")}
              {clauseStatus === "unverified" ? ` · ${t("ledger.unverified")}` : null}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Facts by their names. */
export function LedgerFacts({ lines }: { readonly lines: readonly (readonly [string, string])[] }) {
  return (
    <dl className="facts">
      {lines.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What must be seen beside everything a ledger says: that it is made up, or internal. */
export function LedgerMarks({ internal = false }: { readonly internal?: boolean }) {
  const { t } = useReader();
  const isSample = useApp((state) => selectDistrict(state)?.sample ?? false);
  if (!internal && !isSample) return null;
  return (
    <p className="ledger-marks">
      {internal ? <span className="mark mark-internal">{t("ledger.internal")}</span> : null}
      {isSample ? <span className="mark mark-sample">{t("app.sample")}</span> : null}
    </p>
  );
}

/** What narrows a list; on a phone the list comes first. */
export function LedgerFold({ children }: { readonly children: ReactNode }) {
  const { t } = useReader();
  const [isRoomy] = useState(() => matchMedia("(min-width: 761px)").matches);
  return (
    <details className="ledger-fold" open={isRoomy}>
      <summary>{t("ledger.filters")}</summary>
      {children}
    </details>
  );
}

/** Takes the whole list of a ledger away. */
export function LedgerDownloads({ onTake }: { readonly onTake: (kind: TableKind) => Promise<void> }) {
  const { t } = useReader();
  return <TableDownloads label={t("ledger.download")} onTake={onTake} kinds={["xlsx", "csv"]} />;
}
