import "../look/lists-view.css";
import type { ChangeEvent } from "react";
import { useReader } from "../locale/use-reader.ts";

interface FileFieldProps {
  readonly label: string;
  readonly onChoose: (file: File | null) => void;
}

/** Chooses a table in a file: an XLSX workbook or CSV. */
export function TableField({ label, onChoose }: FileFieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="file"
        accept=".xlsx,.csv,text/csv"
        onChange={({ target }: ChangeEvent<HTMLInputElement>) => onChoose(target.files?.[0] ?? null)}
      />
    </label>
  );
}

export interface ToldRow {
  readonly line: number;
  readonly outcome: string;
  /** What comes of the row, in the reader's language. */
  readonly told: string;
  readonly title: string;
  /** What is wrong with it, or what it would change. */
  readonly notes: readonly string[];
}

/** The rows of a file one by one: what would come of each. */
export function FileRows({ rows }: { readonly rows: readonly ToldRow[] }) {
  const { t } = useReader();
  return (
    <ol className="file-rows">
      {rows.map(({ line, outcome, told, title, notes }) => (
        <li key={line} data-outcome={outcome}>
          <span>{t("lists.file.line", { line })}</span> <b>{told}</b> {title}
          {notes.map((note) => (
            <small key={note}>{note}</small>
          ))}
        </li>
      ))}
    </ol>
  );
}

interface TakenFile {
  readonly version: number;
  /** When, of what name, how many rows. */
  readonly text: string;
  /** What it says of a file that was taken back; null = it stands. */
  readonly undone: string | null;
}

interface TakenFilesProps {
  readonly files: readonly TakenFile[];
  readonly undo: string;
  /** null = nothing can be written here. */
  readonly onUndo: ((version: number) => unknown) | null;
}

/** The files that were taken, each to be taken back as a whole. */
export function TakenFiles({ files, undo, onUndo }: TakenFilesProps) {
  if (files.length === 0) return null;
  return (
    <ul className="list-items">
      {files.map(({ version, text, undone }) => (
        <li key={version} data-import={version}>
          {text} {undone === null ? null : <small>{undone}</small>}
          {undone === null && onUndo ? (
            <button type="button" onClick={() => void onUndo(version)}>
              {undo}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
