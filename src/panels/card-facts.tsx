import { useTranslation } from "react-i18next";
import type { FeatureReply } from "../../server/contract/catalogue.ts";
import { factsOf } from "../locale/fact-text.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";

/** The facts of a feature in the order in which they are asked for; folded where something else is asked first. */
export function CardFacts({
  feature,
  isFolded,
}: {
  readonly feature: FeatureReply;
  readonly isFolded: boolean;
}) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  const facts = factsOf(feature, { language, categories, t });
  if (facts.length === 0) return null;
  const list = (
    <dl className="facts">
      {facts.map(({ field, text, unknown }) => (
        <div key={field} className={unknown ? "unknown" : undefined}>
          <dt>{t(`field.${field}`, { defaultValue: field })}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
  if (!isFolded) return list;
  return (
    <details>
      <summary>{t("find.record")}</summary>
      {list}
    </details>
  );
}
