import { createContext, type RefObject, useContext, useLayoutEffect, useState } from "react";
import type { Failure } from "../backend.ts";

/** The form around, for what stands in it to find its fields. */
export const FormAround = createContext<RefObject<HTMLFormElement | null> | null>(null);

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const SHOWN_CHARACTERS = 40;

/** A refusal told by what the form around calls the field it names, and by what stands there; as it is where there is none. */
export function useNamedRefusal(refusal: Failure): { readonly field: string | null; readonly told: Failure } {
  const form = useContext(FormAround);
  const { path, message } = refusal;
  const [found, setFound] = useState<{ readonly label: string; readonly value: string } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another refusal of the same field has another sentence
  useLayoutEffect(() => {
    const field = form?.current && path ? fieldOfPath(form.current, path) : null;
    setFound(field && { label: labelOf(field), value: field.value });
    if (field === null) return;
    const clear = () => field.removeAttribute("aria-invalid");
    field.setAttribute("aria-invalid", "true");
    field.addEventListener("input", clear, { once: true });
    return clear;
  }, [form, path, message]);
  if (found === null || found.label === "") return { field: null, told: refusal };
  const value = refusal.details.value ?? shortOf(found.value);
  const details = value === "" ? refusal.details : { ...refusal.details, value };
  return { field: found.label, told: { ...refusal, path: found.label, details } };
}

const shortOf = (text: string) =>
  text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;

const isField = (element: Element): element is Field => "value" in element && "name" in element;
// an amount is typed in 10,000 yuan, and a name in the language it is in
const bareOf = (part: string) => part.replace(/(Yuan|Zh|Sqm)$/, "");

/** The field of a form that a dotted path of the service means: by the path, by its parts, or as one of a row of kinds. */
export function fieldOfPath(form: HTMLFormElement, path: string): Field | null {
  const parts = path.split(".");
  const words = parts.filter((part) => !/^\d+$/.test(part));
  const at = Number(parts.find((part) => /^\d+$/.test(part)) ?? 0);
  const last = words.at(-1) ?? path;
  const fields = [...form.elements].filter(isField);
  const named = (name: string) => fields.filter((field) => field.name === name);
  const ofKinds = fields.filter(({ name, value }) => name.startsWith(`${bareOf(last)}-`) && value !== "");
  const dated = named(`${words[0]?.replace(/s$/, "")}-${last}`)[0];
  const plain = [path, last, words[0] ?? path].flatMap((name) => [...named(name), ...named(bareOf(name))])[0];
  return dated ?? ofKinds[at] ?? plain ?? null;
}

/** What a reader sees a field called. */
function labelOf(field: Field): string {
  const label = field.labels?.[0];
  const said = label?.querySelector("span") ?? label ?? field.closest("fieldset")?.querySelector("legend");
  return (said?.textContent ?? field.getAttribute("aria-label") ?? "").trim();
}
