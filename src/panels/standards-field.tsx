import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../backend.ts";
import { FailureNote } from "./failure-note.tsx";

/** Sends an edit, and shows the refusal of the last one beside it. */
export function useEdit() {
  const [refused, setRefused] = useState<{ readonly failure: Failure; readonly again: () => void } | null>(
    null,
  );
  const send = async (change: () => Promise<Failure | null>) => {
    const failure = await change();
    setRefused(failure && { failure, again: () => void send(change) });
  };
  const refusal = refused ? <FailureNote failure={refused.failure} onRetry={refused.again} /> : null;
  return {
    refusal,
    isRefused: refused !== null,
    send: (change: () => Promise<Failure | null>) => void send(change),
  };
}

interface NumberFieldProps {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number | null;
  readonly shipped: number | boolean | null | undefined;
  readonly disabled?: boolean;
  /** Whether it may be left empty, which is null. */
  readonly isOptional?: boolean;
  readonly onSet: (value: number | null) => Promise<Failure | null>;
  readonly onReset: () => Promise<Failure | null>;
}

/** A value to be set and set back; what is refused stays as it was typed. */
export function NumberField({
  name,
  label,
  unit,
  value,
  shipped,
  disabled,
  isOptional = true,
  onSet,
  onReset,
}: NumberFieldProps) {
  const { t } = useTranslation();
  const { refusal, isRefused, send } = useEdit();
  const [notNumber, setNotNumber] = useState<string | null>(null);
  const take = (text: string) => {
    const number = text === "" ? null : Number(text);
    const isWrong = Number.isNaN(number) || (number === null && !isOptional);
    setNotNumber(isWrong ? text : null);
    if (!isWrong && (number !== value || isRefused)) send(() => onSet(number));
  };
  return (
    <>
      <form
        className="standards-field"
        key={String(value)}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          take(String(new FormData(event.currentTarget).get(name)).trim());
        }}
      >
        <label>
          {label}
          <span>
            <input
              name={name}
              inputMode="decimal"
              autoComplete="off"
              disabled={disabled}
              aria-invalid={isRefused || notNumber !== null}
              defaultValue={value === null ? "" : Number(value.toFixed(4))}
            />
            {unit}
          </span>
        </label>
        {disabled ? null : (
          <button type="submit" className="quiet">
            {t("walking.standards.set")}
          </button>
        )}
        {shipped === undefined ? null : <Reset onReset={() => send(onReset)} shipped={shipped} />}
      </form>
      {notNumber === null ? (
        refusal
      ) : (
        <p className="refused" role="alert">
          {t("walking.standards.notNumber", { text: notNumber })}
        </p>
      )}
    </>
  );
}

/** Sets a value back to what was shipped. */
export function Reset({
  onReset,
  shipped,
}: {
  readonly onReset: () => void;
  readonly shipped?: number | boolean | null;
}) {
  const { t } = useTranslation();
  const value = typeof shipped === "number" ? Number(shipped.toFixed(4)) : "";
  return (
    <button type="button" className="quiet" onClick={onReset}>
      {t("walking.standards.reset", { value })}
    </button>
  );
}
