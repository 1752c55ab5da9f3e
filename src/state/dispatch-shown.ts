import type { Light } from "../../server/contract/dispatch.ts";
import type { Project } from "../../server/contract/projects.ts";
import type { AppState } from "./app-state.ts";
import { answerOfRun } from "./store.ts";

/** What the map needs of a project. */
export type ShownProject = Pick<Project, "id" | "place" | "nameZh" | "nameEn">;

/** The projects the map shows, and their lights where their dispatch is looked at. */
interface ShownProjects {
  readonly items: readonly ShownProject[];
  readonly lights: ReadonlyMap<string, Light> | null;
}

const NONE: readonly ShownProject[] = [];
let last: { readonly found: unknown; readonly month: unknown; readonly shown: ShownProjects } | null = null;

/** Those of the list, or of the timeline, which is in another order and so has other pages; of a month's dispatch those its table shows. The same object while nothing of it has changed. */
export function selectShownProjects({
  projects,
  timeline,
  projectsView,
  dispatch,
  dispatchChoice,
}: AppState): ShownProjects {
  const listed = answerOfRun(projects)?.items ?? NONE;
  const found = projectsView === "timeline" ? (answerOfRun(timeline)?.items ?? listed) : listed;
  const isMonth = projectsView === "dispatch" && dispatchChoice.part === "month";
  const month = isMonth ? answerOfRun(dispatch) : null;
  if (last?.found === found && last.month === month) return last.shown;
  const lights = month && new Map(month.items.map(({ project, light }) => [project, light]));
  const items = lights === null ? found : found.filter(({ id }) => lights.has(id));
  last = { found, month, shown: { items, lights } };
  return last.shown;
}
