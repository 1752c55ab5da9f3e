import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Project, ProjectTerm } from "../../server/contract/projects.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName, yearsText } from "../locale/project-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { openProject, setHoveredProject } from "../state/projects.ts";
import { useApp } from "../state/store.ts";

/** The projects the map shows, in words: hovered together, opened by either. */
export function ProjectList({
  projects,
  terms,
}: {
  readonly projects: readonly Project[];
  readonly terms: readonly ProjectTerm[];
}) {
  const { t } = useTranslation();
  return (
    <ul className="project-list" aria-label={t("projects.list")}>
      {projects.map((project) => (
        <ProjectItem key={project.id} project={project} terms={terms} />
      ))}
    </ul>
  );
}

function ProjectItem({
  project,
  terms,
}: {
  readonly project: Project;
  readonly terms: readonly ProjectTerm[];
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const isHovered = useApp((state) => state.hoveredProject === project.id);
  const button = useRef<HTMLButtonElement>(null);
  // what is hovered on the map comes into sight in the list
  useEffect(() => {
    if (isHovered && !button.current?.matches(":hover, :focus"))
      button.current?.scrollIntoView({ block: "nearest" });
  }, [isHovered]);
  const { categories, stage, distanceM } = project;
  const kinds = categories.map((code) => termName(terms, { kind: "category", code, language }));
  const notes = [kinds.join(language === "en" ? ", " : "、"), yearsText(project)];
  return (
    <li>
      <button
        ref={button}
        type="button"
        className="project-row"
        data-project={project.id}
        data-hovered={isHovered}
        onClick={() => openProject(project)}
        onMouseEnter={() => setHoveredProject(project.id)}
        onMouseLeave={() => setHoveredProject(null)}
        onFocus={() => setHoveredProject(project.id)}
        onBlur={() => setHoveredProject(null)}
      >
        <span className="project-name">{nameIn(language, project)}</span>
        <span className="project-stage">
          {stage === null
            ? t("projects.stageUnknown")
            : termName(terms, { kind: "stage", code: stage, language })}
        </span>
        <span className="project-note">{notes.filter(Boolean).join(" · ")}</span>
        {distanceM === null ? null : <span className="project-away">{numbers.length(distanceM)}</span>}
      </button>
    </li>
  );
}
