import type { Extent } from "../../server/contract/geometry.ts";
import type { Project, ProjectFacet, ProjectTerm } from "../../server/contract/projects.ts";
import { failureOf, wasAborted } from "../backend.ts";
import { lineToText, polygonsOf } from "../geometry/area-text.ts";
import { readProjectFacets, readProjects, readProjectTerms } from "../projects-backend.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import { showExtent } from "./appearance.ts";
import type { ProjectChoice, ProjectQuestion } from "./project-state.ts";
import { select } from "./selection.ts";
import { answerOfRun, useApp } from "./store.ts";

/** Radii offered around a place, in metres. */
export const NEAR_METRES = [500, 1000, 2000, 5000] as const;
const FIRST_NEAR_METRES = 1000;

export const setProjectText = (projectText: string) => useApp.setState({ projectText });
export const setHoveredProject = (hoveredProject: string | null) => useApp.setState({ hoveredProject });

export function chooseProjects(change: Partial<ProjectChoice>): void {
  useApp.setState(({ projectChoice }) => ({ projectChoice: { ...projectChoice, ...change } }));
}

export const clearProjectChoice = () =>
  useApp.setState({ projectText: "", projectChoice: INITIAL_STATE.projectChoice });

/** The next click on the map says around which place projects are looked for. */
export const startPickingNear = () => useApp.setState({ mode: "projects", tool: "near", selection: null });
export const stopPickingNear = () => useApp.setState({ tool: "none" });

// 1e-6 degrees is 11 cm; a link then asks the very same question
const round = (degrees: number) => Number(degrees.toFixed(6)) + 0;

/** Looks for projects around a place, degrees, EPSG:4326, called by its name if it has one; the radius stays as it was. */
export function setNear(lon: number, lat: number, name: string | null = null): void {
  const { projectChoice } = useApp.getState();
  const metres = projectChoice.near?.metres ?? FIRST_NEAR_METRES;
  const near = { lon: round(lon), lat: round(lat), metres, name };
  useApp.setState({ mode: "projects", tool: "none", selection: null });
  chooseProjects({ near });
  const north = metres / 111_000;
  const east = north / Math.cos((lat * Math.PI) / 180);
  showExtent([lon - east, lat - north, lon + east, lat + north]);
}

/** Looks for projects around a thing, its extent in degrees: around its middle, and as far as it reaches at least. */
export function setNearThing({
  extent,
  name,
}: {
  readonly extent: Extent;
  readonly name: string | null;
}): void {
  const [west, south, east, north] = extent;
  const middle = [(west + east) / 2, (south + north) / 2] as const;
  setNear(...middle, name);
  const reachM =
    Math.hypot((north - south) * 111_000, (east - west) * 111_000 * Math.cos((north * Math.PI) / 180)) / 2;
  const { near } = useApp.getState().projectChoice;
  const metres = NEAR_METRES.find((each) => each >= reachM) ?? NEAR_METRES[NEAR_METRES.length - 1]!;
  if (near && near.metres < metres) chooseProjects({ near: { ...near, metres } });
}

/** Opens the page of a project and shows where it is. */
export function openProject({ id, extent }: Pick<Project, "id" | "extent">): void {
  select({ layer: "project", id });
  showExtent(extent);
}

/** Whether anything narrows the list. */
export function selectIsNarrowed({ projectText, projectChoice }: AppState): boolean {
  const { categories, stages, tasks, funds, within, year, zone, near, ...rest } = projectChoice;
  const given = [
    projectText.trim() !== "",
    within,
    ...[categories, stages, tasks, funds].map((codes) => codes.length > 0),
  ];
  return [...given, ...[year, zone, near, ...Object.values(rest)].map((value) => value !== null)].includes(
    true,
  );
}

/** The area drawn last as the filter takes it, without packing; null where none is drawn. */
export function selectFilterArea({ area }: Pick<AppState, "area">): string | null {
  if (area === null || !("type" in area)) return null;
  return polygonsOf(area)
    .map((rings) => rings.map((ring) => lineToText(ring.slice(0, -1))).join("!"))
    .join("!!");
}

/** The question the list answers, or null while no project is looked at. */
export function selectProjectQuestion(state: AppState): ProjectQuestion | null {
  const { district, start, mode, selection, projectText, projectChoice } = state;
  if (district === null || start.status !== "done") return null;
  if (mode !== "projects" && selection?.layer !== "project") return null;
  const { within, ...choice } = projectChoice;
  return { district, text: projectText.trim(), ...choice, area: within ? selectFilterArea(state) : null };
}

/** The counts of a filter, in the order of the terms where it has some, else by value; what says nothing comes last. */
export function facetsOf(
  facets: readonly ProjectFacet[],
  field: ProjectFacet["field"],
  terms: readonly ProjectTerm[],
): readonly ProjectFacet[] {
  const kind = field === "stage" || field === "category" || field === "task" ? field : null;
  const order = terms.filter((term) => term.kind === kind).map(({ code }) => code);
  const placeOf = (value: string | null) => {
    if (value === null) return order.length + 1;
    return order.includes(value) ? order.indexOf(value) : order.length;
  };
  return facets
    .filter((facet) => facet.field === field)
    .sort((a, b) => placeOf(a.value) - placeOf(b.value) || (a.value ?? "").localeCompare(b.value ?? ""));
}

let asking: AbortController | null = null;

/** Asks whenever the question changes, now and from now on; returns how to stop. */
export function followProjects(): () => void {
  let asked = "null";
  return useApp.subscribe((state) => {
    const question = selectProjectQuestion(state);
    const text = JSON.stringify(question);
    if (text === asked) return;
    asked = text;
    void askProjects(question);
  });
}

/** Asks the present question again, after a failure. */
export const projectsAgain = () => askProjects(selectProjectQuestion(useApp.getState()));

async function askProjects(question: ProjectQuestion | null): Promise<void> {
  asking?.abort();
  if (question === null) return;
  asking = new AbortController();
  const { signal } = asking;
  useApp.setState(({ projects }) => ({
    projects: { status: "running", params: question, stale: answerOfRun(projects) },
  }));
  try {
    const [list, facets, terms] = await Promise.all([
      readProjects({ ...question, signal }),
      readProjectFacets({ ...question, signal }),
      readProjectTerms(),
    ]);
    if (signal.aborted) return;
    const { items, total, next } = list;
    const result = { items, total, next, facets: facets.items, terms: terms.items };
    useApp.setState({ projects: { status: "done", params: question, result } });
  } catch (error) {
    if (wasAborted(error) || signal.aborted) return;
    useApp.setState({ projects: { status: "failed", params: question, failure: failureOf(error) } });
  }
}

/** Reads the next page of the list; what is there stays. */
export async function readMoreProjects(): Promise<void> {
  const { projects } = useApp.getState();
  if (projects.status !== "done" || projects.result.next === null) return;
  const { params, result } = projects;
  try {
    const { items, total, next } = await readProjects({ ...params, cursor: projects.result.next });
    if (useApp.getState().projects !== projects) return;
    const more = { ...result, items: [...result.items, ...items], total, next };
    useApp.setState({ projects: { status: "done", params, result: more } });
  } catch (error) {
    if (useApp.getState().projects !== projects) return;
    useApp.setState({ projects: { status: "failed", params, failure: failureOf(error) } });
  }
}
