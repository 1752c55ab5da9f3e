import { draftOf, keepDraft, type TypedField } from "../state/drafts.ts";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Value = TypedField["value"];

const isTicked = (field: Field): field is HTMLInputElement =>
  field.type === "checkbox" || field.type === "radio";

// a file cannot be kept, and what is hidden nobody typed
const isTyped = (element: Element): element is Field =>
  "name" in element &&
  element.name !== "" &&
  !/^(button|submit|file|hidden|fieldset)$/.test((element as Field).type);

function standsIn(field: Field): Value {
  if (isTicked(field)) return field.checked;
  if (field instanceof HTMLSelectElement && field.multiple)
    return [...field.selectedOptions].map(({ value }) => value);
  return field.value;
}

const isSame = (one: Value | undefined, other: Value) => JSON.stringify(one) === JSON.stringify(other);

// false = the field does not offer it yet
function choose(select: HTMLSelectElement, value: Value): boolean {
  const wanted = typeof value === "string" ? [value] : (value as readonly string[]);
  const options = [...select.options];
  if (!wanted.every((each) => options.some((option) => option.value === each))) return false;
  for (const option of options) option.selected = wanted.includes(option.value);
  return true;
}

/** Types a value again as a person would, so that whoever listens learns of it; false = it is not offered yet. */
function retype(field: Field, value: Value): boolean {
  if (isTicked(field)) {
    // one of several is left by choosing another
    if (field.checked !== value && (field.type === "checkbox" || value === true)) field.click();
    return true;
  }
  if (field instanceof HTMLSelectElement) {
    if (!choose(field, value)) return false;
  } else {
    // what the page's library puts over the element's own would hide the change from it
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
    own?.set?.call(field, value);
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

// what is folded away is shown where something is typed in it
function unfold(field: Element): void {
  for (let fold = field.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
}

export interface Typing {
  /** Sets every field back to what it began with. */
  readonly undo: () => void;
  readonly end: () => void;
}

/**
 * Keeps what a person types into a form as its draft, and types again what was kept. Only what differs from what a field began
 * with is kept, so that what others changed meanwhile is not set back. A field that comes later, or whose choices do, gets its
 * own when it is there.
 */
export function followTyping(form: HTMLFormElement, draft: string): Typing {
  const touched = new WeakSet<EventTarget>();
  // what stands in a field until somebody types in it, which may come late
  const began = new WeakMap<Field, Value>();
  let waiting: readonly TypedField[] = draftOf(draft)?.fields ?? [];
  let isRetyping = false;
  const fields = () => {
    const seen = new Map<string, number>();
    return [...form.elements].filter(isTyped).map((field) => {
      // a tick is known by its value too: the order of a list may be another the next time
      const name = isTicked(field) ? `${field.name} ${field.value}` : field.name;
      const at = seen.get(name) ?? 0;
      seen.set(name, at + 1);
      if (!touched.has(field)) began.set(field, standsIn(field));
      return { field, name, at };
    });
  };
  const keep = () => {
    if (isRetyping) return;
    const typed = fields()
      .map(({ field, name, at }) => ({ field, name, at, value: standsIn(field) }))
      .filter(({ field, value }) => !isSame(began.get(field), value));
    const isIn = (list: readonly Omit<TypedField, "value">[], { name, at }: TypedField) =>
      list.some((each) => each.name === name && each.at === at);
    waiting = waiting.filter((each) => !isIn(typed, each));
    keepDraft(draft, { fields: [...typed.map(({ field: _, ...each }) => each), ...waiting] });
  };
  const fill = () => {
    const there = fields();
    if (waiting.length === 0) return;
    isRetyping = true;
    waiting = waiting.filter((wanted) => {
      const found = there.find(({ name, at }) => name === wanted.name && at === wanted.at);
      if (found === undefined || !retype(found.field, wanted.value)) return true;
      unfold(found.field);
      return false;
    });
    isRetyping = false;
  };
  const onCome = () => {
    fill();
    // lines that were taken out are no longer typed
    if (draftOf(draft) !== null) keep();
  };
  const onInput = ({ target }: Event) => {
    if (target !== null) touched.add(target);
    keep();
  };
  const coming = new MutationObserver(onCome);
  form.addEventListener("input", onInput);
  form.addEventListener("change", onInput);
  if (waiting.length > 0) unfold(form);
  fill();
  coming.observe(form, { childList: true, subtree: true });
  return {
    undo: () => {
      isRetyping = true;
      for (const { field } of fields()) retype(field, began.get(field)!);
      isRetyping = false;
    },
    end: () => {
      coming.disconnect();
      form.removeEventListener("input", onInput);
      form.removeEventListener("change", onInput);
    },
  };
}
