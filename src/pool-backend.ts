import type { ProjectConflictList } from "../server/contract/project-conflicts.ts";
import type { ProjectTimeline } from "../server/contract/project-timeline.ts";
import { abortable, addressOf, ask } from "./backend.ts";
import { projectQuery } from "./projects-backend.ts";
import type { ConflictsQuestion, TimelineQuestion } from "./state/pool-state.ts";

/** Rows asked for at a time. */
const LIMIT = "500";

/** A page of the projects as they stand in time. */
export const readTimeline = (
  { by, ...asked }: TimelineQuestion,
  { cursor, signal }: { readonly cursor?: string; readonly signal?: AbortSignal } = {},
) =>
  ask<ProjectTimeline>(
    addressOf("api/project-timeline", { ...projectQuery(asked), by, limit: LIMIT, cursor }),
    abortable(signal),
  );

/** A page of the conflicts of the projects that pass the filters. */
export const readConflicts = (
  { test, ...asked }: ConflictsQuestion,
  { cursor, signal }: { readonly cursor?: string; readonly signal?: AbortSignal } = {},
) =>
  ask<ProjectConflictList>(
    addressOf("api/project-conflicts", {
      ...projectQuery(asked),
      test: test ?? undefined,
      limit: LIMIT,
      cursor,
    }),
    abortable(signal),
  );

/** The conflicts of one project. */
export const readOwnConflicts = (district: string, project: string, signal: AbortSignal) =>
  ask<ProjectConflictList>(addressOf("api/project-conflicts", { district, project, limit: LIMIT }), {
    signal,
  });
