import type { AppState } from "./app-state.ts";
import type { ShownProject } from "./dispatch-shown.ts";

type Items = readonly ShownProject[];

let last: { readonly found: Items; readonly run: AppState["projectMoney"]; readonly items: Items } | null =
  null;

/** Beside a list of money of one type or status, the projects of that list; else those found. The same array while neither changes. */
export function selectPaidProjects({ projectsView, projectMoney: run }: AppState, found: Items): Items {
  if (projectsView !== "money" || run.status !== "done" || run.result.next !== null) return found;
  const { kind, status } = run.params.money;
  if (kind === null && status === null) return found;
  if (last?.found === found && last.run === run) return last.items;
  const listed = new Set(run.result.items.map(({ id }) => id));
  last = { found, run, items: found.filter(({ id }) => listed.has(id)) };
  return last.items;
}
