import type { TFunction } from "i18next";
import type { CategoryCoverage } from "../../server/contract/life-circle-coverage.ts";
import type { Table } from "../formats/table.ts";
import { nameIn } from "../locale/name-text.ts";
import type { Language } from "../state/appearance-state.ts";
import type { CoverageAnswer, SheetParams } from "../state/sheet-state.ts";
import { coverageOf, type Whom } from "./coverage-share.ts";

/** A category of one tier with its share for each walker, in the order of the answers. */
export interface PersonaCategory
  extends Pick<CategoryCoverage, "category" | "nameZh" | "nameEn" | "required" | "status"> {
  readonly shares: readonly (number | null)[];
}

interface Look {
  readonly whom: Whom;
  readonly mode: SheetParams["mode"];
}

/** The categories of a tier that walking judges, those asked without condition first, with the share for each walker. */
export function categoriesBeside(
  answers: readonly CoverageAnswer[],
  { tier, whom, mode }: Look & { readonly tier: number },
): PersonaCategory[] {
  const tiers = answers.map(({ result }) => result.tiers.find((each) => each.tier === tier));
  const walked = (tiers[0]?.categories ?? []).filter(({ test }) => test === "walk");
  const rows = walked.map(({ category, nameZh, nameEn, required, status }) => ({
    ...{ category, nameZh, nameEn, required, status },
    shares: tiers.map((each) => {
      const found = each?.categories.find((other) => other.category === category);
      return found ? coverageOf(found, whom, mode) : null;
    }),
  }));
  const isRequired = ({ required }: PersonaCategory) => required === "required";
  return [...rows.filter(isRequired), ...rows.filter((row) => !isRequired(row))];
}

interface Writer extends Look {
  readonly t: TFunction;
  readonly language: Language;
  readonly title: string;
}

// 0…1 to per cent without the noise of binary fractions
const percent = (share: number | null) => (share === null ? null : Number((share * 100).toFixed(6)));

/** The walkers side by side as a table to work on: by tier all required, all present and each category; unknown left empty. */
export function personaTable(answers: readonly CoverageAnswer[], writer: Writer): Table {
  const { t, language, title, whom, mode } = writer;
  const tiers = answers[0]?.result.tiers ?? [];
  const rows = tiers.flatMap(({ tier }) => {
    const name = t("sheet.tier", { minutes: tier });
    const ofEach = answers.map(({ result }) => result.tiers.find((each) => each.tier === tier));
    const together = (of: "allRequired" | "allPresent") =>
      ofEach.map((each) => percent(each?.[of] ? coverageOf(each[of], whom, mode) : null));
    return [
      [name, t("field.allRequired"), "", ...together("allRequired")],
      [name, t("personas.allPresent"), "", ...together("allPresent")],
      ...categoriesBeside(answers, { tier, whom, mode }).map((row) => [
        name,
        nameIn(language, row) ?? row.category,
        t(row.required === "required" ? "personas.required" : "sheet.asNeeded"),
        ...row.shares.map(percent),
      ]),
    ];
  });
  const walkers = answers.map(({ result: { persona } }) => `${t(`persona.${persona}`)} (%)`);
  return {
    title,
    columns: [t("personas.tier"), t("field.category"), t("personas.requirement"), ...walkers],
    rows,
  };
}
