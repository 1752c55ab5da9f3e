import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { AnswerSheetResult } from "../../server/contract/answer-sheet.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { readTerms } from "../state/project-terms.ts";
import { useApp } from "../state/store.ts";

/** The zones that share land with the area, and by how much. */
export function CrossedZones({ zones }: { readonly zones: AnswerSheetResult["zones"] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  return (
    <ul className="crossed" data-field="zones">
      {zones.map((zone) => (
        <li key={zone.id}>
          <span>
            {nameIn(language, zone)} <small>{t(`zoneKind.${zone.kind}`)}</small>
          </span>
          <small>
            {t("sheet.zonesIn", { area: numbers.share(zone.areaShare), zone: numbers.share(zone.zoneShare) })}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** The public projects inside the area, each with its stage in the words of the pool. */
export function ProjectsInside({ projects }: { readonly projects: AnswerSheetResult["projects"] }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const terms = useApp((state) => state.projectTerms);
  useEffect(() => {
    void readTerms();
  }, []);
  return (
    <ul className="crossed" data-field="projects">
      {projects.map((project) => (
        <li key={project.id}>
          <span>{nameIn(language, project)}</span>
          <small>
            {project.stage === null
              ? t("value.unknown")
              : termName(terms, { kind: "stage", code: project.stage, language })}
          </small>
        </li>
      ))}
    </ul>
  );
}
