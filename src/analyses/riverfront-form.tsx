import { useTranslation } from "react-i18next";
import { setRiverfront } from "../state/riverfront.ts";
import { useApp } from "../state/store.ts";
import { PersonaChoice } from "./persona-choice.tsx";

/** Whose walks the map shows, and which roads count as barriers. */
export function RiverfrontForm() {
  const { t } = useTranslation();
  const { persona, secondary } = useApp((state) => state.riverfront);
  return (
    <div className="selectors riverfront-form">
      <PersonaChoice
        name="riverfront-persona"
        chosen={persona}
        onChoose={(walker) => setRiverfront({ persona: walker })}
      />
      <label className="field">
        <span>{t("riverfront.barriers")}</span>
        <select
          value={secondary ? "secondary" : "primary"}
          onChange={({ target }) => setRiverfront({ secondary: target.value === "secondary" })}
        >
          <option value="primary">{t("riverfront.barrierChoice.primary")}</option>
          <option value="secondary">{t("riverfront.barrierChoice.secondary")}</option>
        </select>
      </label>
    </div>
  );
}
