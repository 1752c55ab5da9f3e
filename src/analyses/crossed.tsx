import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { AnswerSheetResult } from "../../server/contract/answer-sheet.ts";
import { ZONE_KINDS } from "../../server/contract/catalogue.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { readTerms } from "../state/project-terms.ts";
import { useApp } from "../state/store.ts";

/** A longer list of zones of one kind is folded. */
const UNFOLDED = 4;

/** The zones that share land with the area, kind by kind, and by how much. */
export function CrossedZones({ zones }: { readonly zones: AnswerSheetResult["zones"] }) {
  const { t } = useTranslation();
  return (
    <div className="crossed-kinds" data-field="zones">
      {ZONE_KINDS.map((kind) => {
        const ofKind = zones.filter((zone) => zone.kind === kind);
        return ofKind.length === 0 ? null : (
          <details
            key={kind}
            open={ofKind.length <= UNFOLDED}
            className={ofKind.length > UNFOLDED ? "many" : ""}
          >
            <summary>
              {t(`zoneKind.${kind}`)} · {ofKind.length}
            </summary>
            <ZonesOfKind zones={ofKind} />
          </details>
        );
      })}
    </div>
  );
}

function ZonesOfKind({ zones }: { readonly zones: AnswerSheetResult["zones"] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  return (
    <ul className="crossed">
      {zones.map((zone) => (
        <li key={zone.id}>
          <span>{nameIn(language, zone)}</span>
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
