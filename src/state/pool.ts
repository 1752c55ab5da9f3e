import type {
  ConflictTest,
  ProjectConflict,
  ProjectConflictList,
} from "../../server/contract/project-conflicts.ts";
import type { ProjectTimeline, TimelineGrouping } from "../../server/contract/project-timeline.ts";
import { failureOf } from "../backend.ts";
import { readConflicts, readOwnConflicts, readTimeline } from "../pool-backend.ts";
import { showExtent } from "./appearance.ts";
import { following } from "./following.ts";
import type { ConflictsQuestion, TimelineQuestion } from "./pool-state.ts";
import { selectProjectQuestion } from "./projects.ts";
import { answerOfRun, useApp } from "./store.ts";

export const groupTimeline = (timelineBy: TimelineGrouping) => useApp.setState({ timelineBy });
export const chooseConflicts = (conflictTest: ConflictTest | null) => useApp.setState({ conflictTest });
export const lightConflict = (litConflict: string | null) => useApp.setState({ litConflict });

/** Shows where a conflict lies. */
export function showConflict({ id, extent }: ProjectConflict): void {
  lightConflict(id);
  showExtent(extent);
}

const timelineRun = following<TimelineQuestion, ProjectTimeline>({
  select(state) {
    const asked = state.projectsView === "timeline" ? selectProjectQuestion(state) : null;
    return asked && { ...asked, by: state.timelineBy };
  },
  ask: (question, signal) => readTimeline(question, { signal }),
  put: (timeline) => useApp.setState({ timeline }),
  // rows under the headings of another grouping would be read as of this one
  staleFor: ({ by }) =>
    useApp.getState().timelineBy === by ? answerOfRun(useApp.getState().timeline) : null,
});
/** Reads the timeline of the filtered projects while it is open; returns how to stop. */
export const followTimeline = timelineRun.follow;
export const timelineAgain = timelineRun.again;

const conflictsRun = following<ConflictsQuestion, ProjectConflictList>({
  select(state) {
    const asked = state.projectsView === "conflicts" ? selectProjectQuestion(state) : null;
    return asked && { ...asked, test: state.conflictTest };
  },
  ask: (question, signal) => readConflicts(question, { signal }),
  put: (projectConflicts) => useApp.setState({ projectConflicts, litConflict: null }),
  staleFor: () => answerOfRun(useApp.getState().projectConflicts),
});
/** Reads the conflicts of the filtered projects while their list is open; returns how to stop. */
export const followConflicts = conflictsRun.follow;
export const conflictsAgain = conflictsRun.again;

const ownRun = following<string, ProjectConflictList>({
  select: ({ selection, district }) =>
    district !== null && selection?.layer === "project" ? selection.id : null,
  ask: (id, signal) => readOwnConflicts(useApp.getState().district!, id, signal),
  put: (ownConflicts) => useApp.setState({ ownConflicts, litConflict: null }),
});
/** Reads the conflicts of the selected project while its page is open; returns how to stop. */
export const followOwnConflicts = ownRun.follow;
export const ownConflictsAgain = ownRun.again;

/** Reads the next page of the timeline; what is there stays. */
export async function readMoreTimeline(): Promise<void> {
  const { timeline } = useApp.getState();
  if (timeline.status !== "done" || timeline.result.next === null) return;
  const { params, result } = timeline;
  try {
    const more = await readTimeline(params, { cursor: result.next! });
    if (useApp.getState().timeline !== timeline) return;
    const joined = { ...more, items: [...result.items, ...more.items] };
    useApp.setState({ timeline: { status: "done", params, result: joined } });
  } catch (error) {
    if (useApp.getState().timeline === timeline)
      useApp.setState({ timeline: { status: "failed", params, failure: failureOf(error) } });
  }
}

/** Reads the next page of the conflicts; what is there stays. */
export async function readMoreConflicts(): Promise<void> {
  const { projectConflicts } = useApp.getState();
  if (projectConflicts.status !== "done" || projectConflicts.result.next === null) return;
  const { params, result } = projectConflicts;
  try {
    const more = await readConflicts(params, { cursor: result.next! });
    if (useApp.getState().projectConflicts !== projectConflicts) return;
    const joined = { ...more, items: [...result.items, ...more.items] };
    useApp.setState({ projectConflicts: { status: "done", params, result: joined } });
  } catch (error) {
    if (useApp.getState().projectConflicts === projectConflicts)
      useApp.setState({ projectConflicts: { status: "failed", params, failure: failureOf(error) } });
  }
}
