/** What a form holds under a name: its text, null where it is empty. */
export const textIn = (form: FormData, name: string) => String(form.get(name) ?? "").trim() || null;

/** What a form holds under a name as a number, null where it is empty. */
export const numberIn = (form: FormData, name: string) => {
  const text = textIn(form, name);
  return text === null ? null : Number(text);
};
