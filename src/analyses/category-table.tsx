import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { CategoryCoverage, TierCoverage } from "../../server/contract/life-circle-coverage.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { toggleLitCategory } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";
import { coverageOf, type Whom } from "./coverage-share.ts";
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
        <details>
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
  const mode = useApp((state) => state.sheetParams.mode);
  if (categories.length === 0) return null;
  return (
    <table className="categories" data-field="categories">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t("field.category")}</th>
          <th scope="col">
            {t(whom === "residents" ? "sheet.ofResidents" : "sheet.ofBuildings")} · {t(`countMode.${mode}`)}
          </th>
          <th scope="col">{t("sheet.time")}</th>
        </tr>
      </thead>
      <tbody>
        {categories.map((category) => (
          <CategoryLine key={category.category} category={category} whom={whom} />
        ))}
      </tbody>
    </table>
  );
}

function CategoryLine({ category, whom }: { readonly category: CategoryCoverage; readonly whom: Whom }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { language, sheetParams, litCategory } = useApp();
  const share = coverageOf(category, whom, sheetParams.mode);
  const isLit = litCategory === category.category;
  const isAbsent = category.status === "absent";
  const name = nameIn(language, category);
  return (
    <tr className={isAbsent ? "unknown" : undefined} data-category={category.category}>
      <th scope="row">
        {isAbsent ? (
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
      </th>
      {category.test !== "walk" ? (
        <td colSpan={2}>{t("sheet.notByWalk")}</td>
      ) : isAbsent ? (
        <td colSpan={2}>{t("sheet.absent")}</td>
      ) : (
        <>
          <td>
            <ShareBar share={share} text={numbers.share(share)} tone={toneOf(share)} />
          </td>
          <td>
            {category.medianSeconds === null
              ? t("sheet.unreachable")
              : numbers.minutes(category.medianSeconds)}
          </td>
        </>
      )}
    </tr>
  );
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
