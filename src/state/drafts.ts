import { useApp } from "./store.ts";

/** What was typed into a field: its name, which of the fields of that name it is (from 0), and what stands there. */
export interface TypedField {
  readonly name: string;
  readonly at: number;
  /** Whether it is ticked, or the values chosen, or its text. */
  readonly value: boolean | string | readonly string[];
}

/** What was typed into a form and not yet taken by the service: what differs from what the form began with. */
export interface Draft {
  readonly fields: readonly TypedField[];
  /** What a form holds besides its fields, such as how many lines there are. */
  readonly kept: Readonly<Record<string, unknown>>;
}

const NOTHING: Draft = { fields: [], kept: {} };
// beside the storage of the tab, which may be full or forbidden
const memory = new Map<string, string>();
const idOf = (form: string) => `draft ${useApp.getState().district} ${form}`;

/** What was typed into a form of this district in this tab; null = nothing. */
export function draftOf(form: string): Draft | null {
  const text = memory.get(idOf(form)) ?? stored((storage) => storage.getItem(idOf(form)));
  return text === null ? null : (JSON.parse(text) as Draft);
}

export const hasDraft = (form: string): boolean => draftOf(form) !== null;

/** Keeps what was typed, in place of what was kept before; where nothing is left, nothing is kept. */
export function keepDraft(form: string, part: Partial<Draft>): void {
  const draft = { ...(draftOf(form) ?? NOTHING), ...part };
  const isEmpty = draft.fields.length === 0 && Object.keys(draft.kept).length === 0;
  if (isEmpty) {
    dropDraft(form);
    return;
  }
  const text = JSON.stringify(draft);
  memory.set(idOf(form), text);
  stored((storage) => storage.setItem(idOf(form), text));
}

export function dropDraft(form: string): void {
  memory.delete(idOf(form));
  stored((storage) => storage.removeItem(idOf(form)));
}

function stored<Answer>(use: (storage: Storage) => Answer): Answer | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
