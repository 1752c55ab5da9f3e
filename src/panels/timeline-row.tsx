import { memo } from "react";
import type { TimelineMilestone, TimelineProject } from "../../server/contract/project-timeline.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName, yearsText } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { openProject, setHoveredProject } from "../state/projects.ts";
import { useApp } from "../state/store.ts";
import { plannedSpan, type Scale, shareOfDay, stageSpans } from "./timeline-scale.ts";

interface RowProps {
  readonly project: TimelineProject;
  readonly scale: Scale;
  readonly today: string;
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;
const within = ([from, until]: readonly [number, number]) => ({
  left: percent(from),
  width: percent(until - from),
});

/** A project in time: its name, the outline of its planned years, the stages it went through, and its milestones. */
export const TimelineRow = memo(function TimelineRow({ project, scale, today }: RowProps) {
  const { t, language, terms } = useReader();
  const isHovered = useApp((state) => state.hoveredProject === project.id);
  const { stage, conflicts } = project;
  const years = yearsText(project) ?? t("pool.yearsUnknown");
  const told =
    stage === null ? t("projects.stageUnknown") : termName(terms, { kind: "stage", code: stage, language });
  return (
    <button
      type="button"
      className="timeline-row"
      data-hovered={isHovered}
      onClick={() => openProject(project)}
      onMouseEnter={() => setHoveredProject(project.id)}
      onMouseLeave={() => setHoveredProject(null)}
      onFocus={() => setHoveredProject(project.id)}
      onBlur={() => setHoveredProject(null)}
    >
      <span className="timeline-name">
        <b>{nameIn(language, project)}</b>
        <small>{told}</small>
        <small className="timeline-years">{years}</small>
        {conflicts === 0 ? null : (
          <span className="timeline-conflict">{t("pool.conflictCount", { count: conflicts })}</span>
        )}
      </span>
      <span className="timeline-track">
        <Bars project={project} scale={scale} today={today} />
        {project.milestones.map((milestone, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be of one kind and day, and none of them moves
          <Milestone key={at} milestone={milestone} scale={scale} />
        ))}
      </span>
    </button>
  );
});

function Bars({ project, scale, today }: RowProps) {
  const { t, language, terms } = useReader();
  const planned = plannedSpan(scale, project);
  const stages = terms.filter(({ kind }) => kind === "stage");
  // stages off the line, a pause or leaving the pool, are no progress
  const shadeOf = (stage: string) => {
    const at = stages.findIndex(({ code }) => code === stage);
    return at < 0 || at > 8
      ? "var(--ink-2)"
      : `color-mix(in srgb, var(--accent) ${24 + at * 9}%, var(--track))`;
  };
  return (
    <>
      {planned === null ? null : (
        <span className="timeline-planned" data-conflict={project.conflicts > 0} style={within(planned)} />
      )}
      {stageSpans(scale, project.steps, today).map(({ stage, on, span }) => (
        <span
          key={`${stage} ${on}`}
          className="timeline-stage"
          style={{ ...within(span), background: shadeOf(stage) }}
          title={t("pool.stepOf", {
            stage: termName(terms, { kind: "stage", code: stage, language }),
            from: on,
          })}
        />
      ))}
    </>
  );
}

function Milestone({ milestone, scale }: { readonly milestone: TimelineMilestone; readonly scale: Scale }) {
  const { t, language, terms } = useReader();
  const { kind, on, code, text, done } = milestone;
  const what = code === null ? text : termName(terms, { kind: "evidence", code, language });
  const told = t(`pool.milestoneOf.${kind}`, { text: what });
  return (
    <span
      className="timeline-milestone"
      data-done={done === true}
      style={{ left: percent(shareOfDay(scale, on)) }}
      title={`${on} ${told} · ${t(`pool.doneOf.${done === true ? "done" : "open"}`)}`}
    />
  );
}
