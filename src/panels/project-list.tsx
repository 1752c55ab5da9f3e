import { memo, useEffect, useRef } from "react";
import type { Project, ProjectTerm } from "../../server/contract/projects.ts";
import type { Reader } from "../locale/guard-text.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName, yearsText } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
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
  const { t, language, numbers } = useReader();
  const hovered = useApp((state) => state.hoveredProject);
  const list = useRef<HTMLUListElement>(null);
  // what is hovered on the map comes into sight in the list
  useEffect(() => {
    const row = hovered === null ? null : list.current?.querySelector("[data-hovered=true]");
    if (row && !row.matches(":hover, :focus")) row.scrollIntoView({ block: "nearest" });
  }, [hovered]);
  return (
    <ul ref={list} className="project-list" aria-label={t("projects.list")}>
      {projects.map((project) => (
        <ProjectItem
          key={project.id}
          {...{ project, terms, t, language, numbers, isHovered: project.id === hovered }}
        />
      ))}
    </ul>
  );
}

interface ItemProps extends Reader {
  readonly project: Project;
  readonly isHovered: boolean;
}

// one of hundreds: it listens to nothing itself
const ProjectItem = memo(function ProjectItem({
  project,
  terms,
  t,
  language,
  numbers,
  isHovered,
}: ItemProps) {
  const { categories, stage, distanceM } = project;
  const kinds = categories.map((code) => termName(terms, { kind: "category", code, language }));
  const notes = [kinds.join(language === "en" ? ", " : "、"), yearsText(project)];
  return (
    <li>
      <button
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
});
