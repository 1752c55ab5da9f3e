import type { ConflictTest, ProjectConflictList } from "../../server/contract/project-conflicts.ts";
import type { ProjectTimeline, TimelineGrouping } from "../../server/contract/project-timeline.ts";
import type { Run } from "./app-state.ts";
import type { ProjectQuestion } from "./project-state.ts";

export interface TimelineQuestion extends ProjectQuestion {
  readonly by: TimelineGrouping;
}
export interface ConflictsQuestion extends ProjectQuestion {
  /** null = all kinds. */
  readonly test: ConflictTest | null;
}

/** The pool in time, and who stands in whose way. */
export interface PoolState {
  readonly timelineBy: TimelineGrouping;
  readonly timeline: Run<TimelineQuestion, ProjectTimeline>;
  /** The kind of conflicts looked at; null = all. */
  readonly conflictTest: ConflictTest | null;
  readonly projectConflicts: Run<ConflictsQuestion, ProjectConflictList>;
  /** Id of the conflict pointed at in a list. */
  readonly litConflict: string | null;
  /** Conflicts of the selected project, by its id. */
  readonly ownConflicts: Run<string, ProjectConflictList>;
}

export const POOL_START: PoolState = {
  timelineBy: "renewal-district",
  timeline: { status: "idle" },
  conflictTest: null,
  projectConflicts: { status: "idle" },
  litConflict: null,
  ownConflicts: { status: "idle" },
};
