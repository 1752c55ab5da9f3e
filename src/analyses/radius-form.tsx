import { useTranslation } from "react-i18next";
import { TIERS } from "../../server/contract/life-circle-coverage.ts";
import { setRadius } from "../state/radius.ts";
import { useApp } from "../state/store.ts";
import { PersonaChoice } from "./persona-choice.tsx";

const MINUTES: readonly number[] = [...TIERS, 20, 30];

/** Who walks, and how long at most; `children` are what one analysis asks beside. */
export function RadiusForm({ children }: { readonly children?: React.ReactNode }) {
  const { t } = useTranslation();
  const { persona, minutes } = useApp((state) => state.radius);
  const offered = MINUTES.includes(minutes) ? MINUTES : [minutes, ...MINUTES];
  return (
    <div className="selectors radius-form">
      {children}
      <label className="field">
        <span>{t("radius.minutes")}</span>
        <select value={minutes} onChange={({ target }) => setRadius({ minutes: Number(target.value) })}>
          {offered.map((each) => (
            <option key={each} value={each}>
              {t("gap.minutesValue", { minutes: each })}
            </option>
          ))}
        </select>
      </label>
      <PersonaChoice
        name="radius-persona"
        chosen={persona}
        onChoose={(walker) => setRadius({ persona: walker })}
      />
    </div>
  );
}
