import { useTranslation } from "react-i18next";
import type { ProfilePart } from "../../server/contract/line-profile.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { DrawnProfile } from "./profile-frame.ts";

const WHEELCHAIR = "wheelchair";

/** Whether a wheelchair can pass a part in neither direction. */
export const isBarred = ({ barred }: ProfilePart) => barred.includes(WHEELCHAIR);

const reasonOf = ({ kind }: ProfilePart) => (kind === "stairs" || kind === "escalator" ? kind : "steep");

/** Where along a walkway or street a wheelchair cannot pass, and why. */
export function BarredParts({ profile }: { readonly profile: DrawnProfile }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const barred = profile.sections.flatMap(({ parts }) => parts).filter(isBarred);
  if (barred.length === 0) return <p className="hint">{t("street.barred.none")}</p>;
  const reasons = (["stairs", "escalator", "steep"] as const).flatMap((reason) => {
    const parts = barred.filter((part) => reasonOf(part) === reason);
    const length = numbers.length(parts.reduce((sum, { lengthM }) => sum + lengthM, 0));
    return parts.length === 0 ? [] : [t(`street.barred.${reason}`, { count: parts.length, length })];
  });
  return (
    <div className="barred-parts" data-field="barred">
      <b>{t("street.barred.title")}</b>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
