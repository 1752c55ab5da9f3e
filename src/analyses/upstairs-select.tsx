import { useTranslation } from "react-i18next";
import { UPSTAIRS } from "../../server/contract/walk-conditions.ts";
import { setConditions } from "../state/conditions.ts";
import { useApp } from "../state/store.ts";

/** Whether the stairs of one's own house count. */
export function UpstairsSelect({ label }: { readonly label: string }) {
  const { t } = useTranslation();
  const upstairs = useApp((state) => state.conditions.upstairs);
  return (
    <select
      aria-label={label}
      value={upstairs}
      onChange={({ target }) => setConditions({ upstairs: target.value as typeof upstairs })}
    >
      {UPSTAIRS.map((each) => (
        <option key={each} value={each}>
          {t(`walking.conditions.stairs.${each}`)}
        </option>
      ))}
    </select>
  );
}
