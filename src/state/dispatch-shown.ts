import type { Light } from "../../server/contract/dispatch.ts";
import type { Project } from "../../server/contract/projects.ts";
import type { AppState } from "./app-state.ts";
import { answerOfRun } from "./store.ts";

/** The projects the map shows, and their lights where their dispatch is looked at. */
interface ShownProjects {
  readonly items: readonly Project[];
  readonly lights: ReadonlyMap<string, Light> | null;
}

const NONE: readonly Project[] = [];
let last: { readonly found: unknown; readonly month: unknown; readonly shown: ShownProjects } | null = null;

/** Those of the list; of a month's dispatch those its table shows. The same object while nothing of it has changed. */
export function selectShownProjects({
  projects,
  projectsView,
  dispatch,
  dispatchChoice,
}: AppState): ShownProjects {
  const found = answerOfRun(projects)?.items ?? NONE;
  const isMonth = projectsView === "dispatch" && dispatchChoice.part === "month";
  const month = isMonth ? answerOfRun(dispatch) : null;
  if (last?.found === found && last.month === month) return last.shown;
  const lights = month && new Map(month.items.map(({ project, light }) => [project, light]));
  const items = lights === null ? found : found.filter(({ id }) => lights.has(id));
  last = { found, month, shown: { items, lights } };
  return last.shown;
}
