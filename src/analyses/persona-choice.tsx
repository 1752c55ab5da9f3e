import { useTranslation } from "react-i18next";
import { PERSONAS, type Persona } from "../../server/contract/life-circle-coverage.ts";

/** Who walks; `name` keeps apart the choices of several forms on one page. */
export function PersonaChoice({
  name,
  chosen,
  onChoose,
}: {
  readonly name: string;
  readonly chosen: Persona;
  readonly onChoose: (persona: Persona) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="segments walkers">
      <legend>{t("sheet.walker")}</legend>
      {PERSONAS.map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={each === chosen} onChange={() => onChoose(each)} />
          <span>{t(`persona.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
