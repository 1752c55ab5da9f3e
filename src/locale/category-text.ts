import type { ProjectTerm } from "../../server/contract/projects.ts";
import type { Reader } from "./guard-text.ts";
import { termName } from "./project-text.ts";

/** Categories of one edition in the order given; null = of none that the terms have. */
export interface EditionGroup {
  readonly edition: string | null;
  readonly codes: readonly string[];
}

/** Categories edition by edition, in the order of the terms; those that are no term come last. */
export function byEdition(terms: readonly ProjectTerm[], codes: readonly string[]): readonly EditionGroup[] {
  const categories = terms.filter(({ kind }) => kind === "category");
  const editionOf = (code: string) => categories.find((term) => term.code === code)?.edition ?? null;
  const editions = [...new Set(categories.map(({ edition }) => edition)), null];
  return [...new Set(editions)]
    .map((edition) => ({ edition, codes: codes.filter((code) => editionOf(code) === edition) }))
    .filter((group) => group.codes.length > 0);
}

/** Categories with the edition each is of, in one phrase; empty where there are none. */
export function categoriesText(
  codes: readonly string[],
  { t, terms, language }: Pick<Reader, "t" | "terms" | "language">,
): string {
  return byEdition(terms, codes)
    .map(({ edition, codes: own }) => {
      const names = own
        .map((code) => termName(terms, { kind: "category", code, language }))
        .join(language === "en" ? ", " : "、");
      return edition === null ? names : t("pool.ofEdition", { names, edition });
    })
    .join(language === "en" ? "; " : "；");
}
