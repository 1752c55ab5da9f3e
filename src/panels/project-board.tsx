import "../look/board.css";
import { memo } from "react";
import { type Project, UNKNOWN_CODE } from "../../server/contract/projects.ts";
import { nameIn } from "../locale/name-text.ts";
import { yearsText } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import type { Language } from "../state/appearance-state.ts";
import type { ProjectAnswer } from "../state/project-state.ts";
import { openProject, setHoveredProject } from "../state/projects.ts";
import { selectDistrict } from "../state/session.ts";
import { useApp } from "../state/store.ts";

/** The projects of the list in a column per stage; counts are of the whole filtered set, also of what is not read yet. */
export function ProjectBoard({ answer }: { readonly answer: ProjectAnswer }) {
  const { t, language, terms } = useReader();
  const asked = useApp((state) => state.projectChoice.stages);
  const stages = terms.filter(({ kind }) => kind === "stage");
  // the counts beside a filter leave that filter out, so a stage not asked for has none here
  const totalOf = (stage: string | null) =>
    asked.length > 0 && !asked.includes(stage ?? UNKNOWN_CODE)
      ? 0
      : (answer.facets.find(({ field, value }) => field === "stage" && value === stage)?.projects ?? 0);
  const unknown = totalOf(null);
  const hovered = useApp((state) => state.hoveredProject);
  const isSample = useApp((state) => selectDistrict(state)?.sample ?? false);
  return (
    <>
      {isSample ? (
        <p>
          <span className="mark mark-sample">{t("app.sample")}</span>
        </p>
      ) : null}
      <section className="board" aria-label={t("projects.board")}>
        {stages.map((stage) => (
          <Column
            key={stage.code}
            name={nameIn(language, stage) ?? stage.code}
            total={totalOf(stage.code)}
            hovered={hovered}
            projects={answer.items.filter((project) => project.stage === stage.code)}
          />
        ))}
        {unknown === 0 ? null : (
          <Column
            name={t("projects.stageUnknown")}
            total={unknown}
            hovered={hovered}
            projects={answer.items.filter(({ stage }) => stage === null)}
          />
        )}
      </section>
    </>
  );
}

interface ColumnProps {
  readonly name: string;
  readonly total: number;
  readonly projects: readonly Project[];
  readonly hovered: string | null;
}

function Column({ name, total, projects, hovered }: ColumnProps) {
  const { numbers, language } = useReader();
  return (
    <section className="board-column" data-empty={total === 0} aria-label={name}>
      <h3>
        {name} <span className="chip-count">{numbers.number(total)}</span>
      </h3>
      <ul>
        {projects.map((project) => (
          <Card key={project.id} project={project} language={language} isHovered={project.id === hovered} />
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  readonly project: Project;
  readonly language: Language;
  readonly isHovered: boolean;
}

// one of hundreds: it listens to nothing itself
const Card = memo(function Card({ project, language, isHovered }: CardProps) {
  return (
    <li>
      <button
        type="button"
        className="board-card"
        data-hovered={isHovered}
        onClick={() => openProject(project)}
        onMouseEnter={() => setHoveredProject(project.id)}
        onMouseLeave={() => setHoveredProject(null)}
        onFocus={() => setHoveredProject(project.id)}
        onBlur={() => setHoveredProject(null)}
      >
        <span>{nameIn(language, project)}</span>
        <small>{yearsText(project)}</small>
      </button>
    </li>
  );
});
