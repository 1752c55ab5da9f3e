import type { ReactNode } from "react";

interface SegmentsProps<Value extends string | boolean> {
  /** Said above the row, or where `unseen` to those who hear the page only. */
  readonly legend: string;
  readonly unseen?: boolean;
  /** Keeps apart the choices of several forms on one page. */
  readonly name: string;
  readonly values: readonly Value[];
  readonly textOf: (value: Value) => string;
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
  /** Why a value cannot be chosen now, "" where that is plain; null where it can be. */
  readonly barredBy?: (value: Value) => string | null;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** One of a few, all in sight side by side. */
export function Segments<Value extends string | boolean>({
  legend,
  unseen = false,
  name,
  values,
  textOf,
  chosen,
  onChoose,
  barredBy = () => null,
  className,
  children,
}: SegmentsProps<Value>) {
  return (
    <fieldset className={className === undefined ? "segments" : `segments ${className}`}>
      <legend className={unseen ? "unseen" : undefined}>{legend}</legend>
      {values.map((each) => (
        <label key={String(each)} title={barredBy(each) || undefined}>
          <input
            type="radio"
            name={name}
            checked={each === chosen}
            disabled={barredBy(each) !== null}
            onChange={() => onChoose(each)}
          />
          <span>{textOf(each)}</span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}
