import type { ProjectTerm } from "../../server/contract/projects.ts";
import type { Language } from "../state/appearance-state.ts";
import { nameIn } from "./name-text.ts";

/** The name of a code of the project pool; a code that is no term stands for itself. */
export function termName(
  terms: readonly ProjectTerm[],
  {
    kind,
    code,
    language,
  }: { readonly kind: ProjectTerm["kind"]; readonly code: string; readonly language: Language },
): string {
  const term = terms.find((each) => each.kind === kind && each.code === code);
  return (term && nameIn(language, term)) ?? code;
}

/** From when to when, both inclusive; an unknown end is a question mark, and null is neither known. */
export function yearsText({
  yearStart,
  yearEnd,
}: {
  readonly yearStart: number | null;
  readonly yearEnd: number | null;
}): string | null {
  if (yearStart === null && yearEnd === null) return null;
  return yearStart === yearEnd ? String(yearStart) : `${yearStart ?? "?"}–${yearEnd ?? "?"}`;
}
