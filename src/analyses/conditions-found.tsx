import { useTranslation } from "react-i18next";
import type { ConditionalEdge, WalkConditionsFound } from "../../server/contract/walk-conditions.ts";
import { useConditionTexts } from "../locale/use-condition-texts.ts";

/** So many are named in the line; the rest are counted. */
const NAMED = 4;

/** What is closed at the time asked about, what hours cannot be read, and what costs a fare: a line each. */
export function ConditionsFound({ found }: { readonly found: WalkConditionsFound }) {
  const { t } = useTranslation();
  const { at, edge } = useConditionTexts();
  const names = (edges: readonly ConditionalEdge[]) => {
    const shown = edges.slice(0, NAMED).map(edge).join(t("walking.conditions.comma"));
    return edges.length > NAMED
      ? t("walking.conditions.andMore", { names: shown, count: edges.length })
      : shown;
  };
  const lines = (["closed", "unreadable", "paid"] as const).filter((part) => found[part].length > 0);
  if (lines.length === 0) return null;
  return (
    <ul className="conditions-found" data-field="conditions">
      {lines.map((part) => (
        <li key={part} data-part={part}>
          <b>{t(`walking.conditions.${part}`, { at })}</b> {names(found[part])}
        </li>
      ))}
    </ul>
  );
}
