import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { CategoryCoverage, TierCoverage } from "../../server/contract/life-circle-coverage.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { toggleLitCategory } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";
import { coverageOf, type Whom } from "./coverage-share.ts";
import { DataTable } from "./data-table.tsx";
import { ShareBar } from "./figure.tsx";

/** What a tier requires, category by category; a name lights its facilities on the map. */
export function CategoryTable({ tier, whom }: { readonly tier: TierCoverage; readonly whom: Whom }) {
  const { t } = useTranslation();
  const required = tier.categories.filter((each) => each.required === "required");
  const asNeeded = tier.categories.filter((each) => each.required !== "required");
  return (
    <>
      <Categories title={t("field.categories")} categories={required} whom={whom} />
      {required.some(({ tierDefault }) => tierDefault) ? (
        <p className="hint">* {t("sheet.tierDefault")}</p>
      ) : null}
      {asNeeded.length === 0 ? null : (
        <details open={required.length === 0}>
          <summary>
            {t("sheet.asNeeded")} · {asNeeded.length}
          </summary>
          <Categories title={t("sheet.asNeeded")} categories={asNeeded} whom={whom} />
        </details>
      )}
    </>
  );
}

interface CategoriesProps {
  readonly title: string;
  readonly categories: readonly CategoryCoverage[];
  readonly whom: Whom;
}

function Categories({ title, categories, whom }: CategoriesProps) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const mode = useApp((state) => state.sheetParams.mode);
  if (categories.length === 0) return null;
  const whose = t(whom === "residents" ? "sheet.ofResidents" : "sheet.ofBuildings");
  const isKnown = ({ test, status }: CategoryCoverage) => test === "walk" && status !== "absent";
  return (
    <DataTable
      field="categories"
      caption={title}
      className="categories"
      columns={[
        {
          id: "category",
          label: t("field.category"),
          value: (category) => nameIn(language, category) ?? category.category,
          cell: (category) => <CategoryName category={category} />,
        },
        {
          id: "share",
          label: `${whose} · ${t(`countMode.${mode}`)}`,
          value: (category) => (isKnown(category) ? coverageOf(category, whom, mode) : null),
          cell: (category) => <CategoryShare category={category} whom={whom} />,
        },
        {
          id: "minutes",
          label: t("sheetPage.table.minutes"),
          value: ({ medianSeconds }) => (medianSeconds === null ? null : medianSeconds / 60),
          cell: (category) => <CategoryMinutes category={category} />,
        },
      ]}
      rows={categories}
      keyOf={({ category }) => category}
      isUnknown={({ status }) => status === "absent"}
    />
  );
}

interface OfCategory {
  readonly category: CategoryCoverage;
}

function CategoryName({ category }: OfCategory) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const isLit = useApp((state) => state.litCategory === category.category);
  const name = nameIn(language, category);
  return (
    <>
      {category.status === "absent" ? (
        name
      ) : (
        <button
          type="button"
          className="lit"
          aria-pressed={isLit}
          onClick={() => toggleLitCategory(category.category)}
        >
          {name}
        </button>
      )}
      <small>{categoryNote(category, t, numbers.length)}</small>
    </>
  );
}

function CategoryShare({ category, whom }: OfCategory & { readonly whom: Whom }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const mode = useApp((state) => state.sheetParams.mode);
  if (category.test !== "walk") return t("sheet.notByWalk");
  if (category.status === "absent") return t("sheet.absent");
  const share = coverageOf(category, whom, mode);
  return <ShareBar share={share} text={numbers.share(share)} tone={toneOf(share)} />;
}

function CategoryMinutes({ category: { test, status, medianSeconds } }: OfCategory) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (test !== "walk" || status === "absent") return "–";
  return medianSeconds === null ? t("sheet.unreachable") : numbers.number(medianSeconds / 60, 1);
}

function categoryNote(
  { distanceM, tierDefault, proxy }: CategoryCoverage,
  t: TFunction,
  length: (metres: number | null) => string,
): string {
  const notes = [
    distanceM === null ? null : `≤ ${length(distanceM)}${tierDefault ? "*" : ""}`,
    proxy ? t("sheet.proxy") : null,
  ];
  return notes.filter((note) => note !== null).join(" · ");
}

// half and nine tenths: marks for the eye, not limits of any standard
function toneOf(share: number | null): string {
  if (share === null) return "ink";
  return share >= 0.9 ? "good" : share >= 0.5 ? "fair" : "poor";
}
