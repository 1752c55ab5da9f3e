import { useTranslation } from "react-i18next";
import { PERSONAS, type Persona } from "../../server/contract/life-circle-coverage.ts";
import { Segments } from "./segments.tsx";

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
    <Segments
      className="walkers"
      legend={t("sheet.walker")}
      name={name}
      values={PERSONAS}
      textOf={(each) => t(`persona.${each}`)}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}
