import "../look/board.css";
import "../look/timeline.css";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import {
  TIMELINE_GROUPINGS,
  type ProjectTimeline as Timeline,
  type TimelineGrouping,
  type TimelineProject,
} from "../../server/contract/project-timeline.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { followTimeline, groupTimeline, readMoreTimeline, timelineAgain } from "../state/pool.ts";
import { selectCatalogue, selectDistrict } from "../state/session.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { Skeleton } from "./skeleton.tsx";
import { TimelineRow } from "./timeline-row.tsx";
import { namedYears, type Scale, scaleOf, shareOfDay } from "./timeline-scale.ts";
import { useRowsInSight } from "./use-rows-in-sight.ts";

/** The filtered projects in time: planned years, stages as they were entered, milestones, conflicts, and today. */
export function ProjectTimeline() {
  const { t } = useReader();
  const run = useApp((state) => state.timeline);
  useEffect(followTimeline, []);
  const answer = answerOfRun(run);
  return (
    <section className="timeline" aria-label={t("pool.timeline")} data-timeline={run.status}>
      <Head />
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={timelineAgain} /> : null}
      {answer === null && run.status !== "failed" ? <Skeleton lines={8} /> : null}
      {answer === null ? null : <Rows answer={answer} />}
      {answer?.next ? (
        <button type="button" onClick={() => void readMoreTimeline()}>
          {t("pool.more", { shown: answer.items.length, total: answer.total })}
        </button>
      ) : null}
    </section>
  );
}

function Head() {
  const { t } = useReader();
  const by = useApp((state) => state.timelineBy);
  const isSample = useApp((state) => selectDistrict(state)?.sample ?? false);
  return (
    <div className="timeline-head">
      <label>
        <span>{t("pool.by")} </span>
        <select value={by} onChange={({ target }) => groupTimeline(target.value as TimelineGrouping)}>
          {TIMELINE_GROUPINGS.map((each) => (
            <option key={each} value={each}>
              {t(`pool.byOf.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {isSample ? <span className="mark mark-sample">{t("app.sample")}</span> : null}
      <ul className="timeline-key">
        <li data-key="planned">{t("pool.planned")}</li>
        <li data-key="actual">{t("pool.actual")}</li>
        <li data-key="milestone">{t("pool.milestone")}</li>
        <li data-key="due">{t("pool.due")}</li>
        <li data-key="today">{t("pool.today")}</li>
      </ul>
    </div>
  );
}

type Row = { readonly group: string | null; readonly count: number } | TimelineProject;

/** Headings and projects one after the other: what is of a group stands together in the answer. */
function rowsOf(items: readonly TimelineProject[], by: TimelineGrouping): readonly Row[] {
  const groupOf = ({ unit, renewalDistrict }: TimelineProject) => (by === "unit" ? unit : renewalDistrict);
  const counts = new Map<string | null, number>();
  for (const item of items) counts.set(groupOf(item), (counts.get(groupOf(item)) ?? 0) + 1);
  return items.flatMap((item, at): readonly Row[] => {
    const group = groupOf(item);
    const isFirst = at === 0 || groupOf(items[at - 1]!) !== group;
    return isFirst ? [{ group, count: counts.get(group)! }, item] : [item];
  });
}

const NARROW = "(max-width: 760px)";

function Rows({ answer }: { readonly answer: Timeline }) {
  const { t } = useReader();
  const by = useApp((state) => state.timelineBy);
  const [isNarrow] = useState(() => matchMedia(NARROW).matches);
  const list = useRef<HTMLUListElement>(null);
  const rowPx = isNarrow ? 46 : 30;
  const rows = rowsOf(answer.items, by);
  const [first, end] = useRowsInSight(list, { count: rows.length, rowPx });
  if (rows.length === 0) return <p className="hint">{t("pool.none")}</p>;
  const scale = scaleOf(answer.years, answer.today);
  const vars = {
    "--row": `${rowPx}px`,
    "--years": scale.last - scale.first + 1,
    "--today": `${shareOfDay(scale, answer.today) * 100}%`,
  } as CSSProperties;
  return (
    <div className="timeline-body" style={vars}>
      <Axis scale={scale} most={isNarrow ? 6 : 12} />
      <ul ref={list} className="timeline-rows" style={{ height: rows.length * rowPx }}>
        {rows.slice(first, end).map((row, at) => (
          <li
            key={"group" in row ? `group ${row.group}` : row.id}
            style={{ top: (first + at) * rowPx }}
            aria-setsize={rows.length}
            aria-posinset={first + at + 1}
          >
            {"group" in row ? (
              <GroupHead group={row.group} count={row.count} by={by} />
            ) : (
              <TimelineRow project={row} scale={scale} today={answer.today} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Axis({ scale, most }: { readonly scale: Scale; readonly most: number }) {
  return (
    <div className="timeline-axis" aria-hidden="true">
      <div>
        {namedYears(scale, most).map((year) => (
          <span key={year} style={{ left: `${shareOfDay(scale, `${year}-01-01`) * 100}%` }}>
            {year}
          </span>
        ))}
      </div>
    </div>
  );
}

interface GroupHeadProps {
  readonly group: string | null;
  readonly count: number;
  readonly by: TimelineGrouping;
}

function GroupHead({ group, count, by }: GroupHeadProps) {
  const { t, language, numbers } = useReader();
  const zones = useApp(selectCatalogue)?.zones ?? [];
  const zone = by === "renewal-district" ? zones.find(({ id }) => id === group) : undefined;
  const name = zone ? nameIn(language, zone.properties) : group;
  return (
    <h3 className="timeline-group">
      {name ?? t(`pool.noGroup.${by}`)} <span className="chip-count">{numbers.number(count)}</span>
    </h3>
  );
}
