import "../look/conditions.css";
import { useTranslation } from "react-i18next";
import { FARES } from "../../server/contract/walk-conditions.ts";
import { setConditions, setTimeOfDay, setWeekday } from "../state/conditions.ts";
import { dayAndTime, WEEKDAYS, type Weekday } from "../state/conditions-address.ts";
import { useApp } from "../state/store.ts";
import { UpstairsSelect } from "./upstairs-select.tsx";

/** When one walks, whether fares are paid and, where the question minds them (`upstairs`), the stairs of one's own house. */
export function ConditionsChoice({ upstairs: asksUpstairs = false }: { readonly upstairs?: boolean }) {
  const { t } = useTranslation();
  const { at, fares } = useApp((state) => state.conditions);
  const { day, time } = dayAndTime(at);
  return (
    <fieldset className="conditions" data-at={at}>
      <legend>{t("walking.conditions.when")}</legend>
      <select
        aria-label={t("walking.conditions.day")}
        value={day}
        onChange={({ target }) => setWeekday(target.value as Weekday)}
      >
        {WEEKDAYS.map((each) => (
          <option key={each} value={each}>
            {t(`walking.conditions.days.${each}`)}
          </option>
        ))}
      </select>
      <input
        type="time"
        aria-label={t("walking.conditions.time")}
        value={time}
        required
        onChange={({ target }) => setTimeOfDay(target.value)}
      />
      <select
        aria-label={t("walking.conditions.fares")}
        value={fares}
        onChange={({ target }) => setConditions({ fares: target.value as typeof fares })}
      >
        {FARES.map((each) => (
          <option key={each} value={each}>
            {t(`walking.conditions.fare.${each}`)}
          </option>
        ))}
      </select>
      {asksUpstairs ? <UpstairsSelect label={t("walking.conditions.upstairs")} /> : null}
    </fieldset>
  );
}
