import type { TFunction } from "i18next";
import type { GuardReason, GuardResult } from "../../server/contract/programme.ts";
import type { ProjectTerm } from "../../server/contract/projects.ts";
import type { Language } from "../state/appearance-state.ts";
import { nameIn } from "./name-text.ts";
import type { NumberText } from "./number-text.ts";
import { termName } from "./project-text.ts";

/** What a reader reads with. */
export interface Reader {
  readonly t: TFunction;
  readonly numbers: NumberText;
  readonly language: Language;
  readonly terms: readonly ProjectTerm[];
}

/** Why a guard was judged so, in one phrase of the reader's language. */
export function reasonText({ code, values }: GuardReason, { t, numbers, language, terms }: Reader): string {
  const word = (name: string) => (typeof values[name] === "string" ? values[name] : null);
  const number = (name: string) => (typeof values[name] === "number" ? values[name] : null);
  const text = language === "en" ? word("textEn") : word("textZh");
  const [source, kind, categories] = [word("source"), word("kind"), word("categories")];
  return t(`programme.code.${code}${endingOf(code, values)}`, {
    ...values,
    text,
    name: nameIn(language, { nameZh: word("nameZh"), nameEn: word("nameEn") }) ?? numbers.unknown,
    source: source && termName(terms, { kind: "funding-source", code: source, language }),
    categories: categories
      ?.split(";")
      .map((each) => termName(terms, { kind: "category", code: each, language }))
      .join(language === "en" ? ", " : "、"),
    step: kind && termName(terms, { kind: "evidence", code: kind, language }),
    area: numbers.area(number("overlapSqm")),
    track: language === "en" ? word("trackEn") : word("trackZh"),
    amount: numbers.count(number("amountYuan")),
    low: numbers.share(number("low")),
    high: numbers.share(number("high")),
    limit: numbers.share(number("limit")),
    ratioLow: numbers.number(number("low"), 2),
    ratioHigh: numbers.number(number("high"), 2),
    ratioLimit: numbers.number(number("limit"), 2),
    newArea: numbers.area(number("newSqm")),
    ground: number("projects") === null ? "" : t("programme.ofScheme", { projects: number("projects") }),
  });
}

/** Where a clause is from and of when; most sources name their date themselves. */
export const datedSource = ({ source, asOf }: Pick<GuardResult, "source" | "asOf">) =>
  source.includes(asOf) ? source : `${source} · ${asOf}`;

const OF_TEST: Readonly<Record<string, string>> = {
  "demolition-share": "-share",
  "rebuild-ratio": "-ratio",
  "rehousing-share": "-rehousing",
};

// which sentence of a code tells of what was judged
function endingOf(code: string, { test, buildings, open }: GuardReason["values"]): string {
  if (code.startsWith("negative-") || code.startsWith("caution-")) {
    if (code === "negative-unknown" && (open === "area" || open === "track")) return `-${open}`;
    const ending = OF_TEST[String(test)] ?? "";
    return code.endsWith("-unknown") && ending === "-ratio" ? `${ending}-${open ?? "range"}` : ending;
  }
  return code === "paid-twice" && buildings === 0 ? "-estate" : "";
}
