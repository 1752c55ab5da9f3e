import type { District } from "../../server/contract/catalogue.ts";
import {
  failureOf,
  readCategories,
  readDistricts,
  readLayers,
  readPublishedValues,
  readReport,
  readSettings,
  readZones,
} from "../backend.ts";
import { type AppState, type Catalogue, INITIAL_STATE } from "./app-state.ts";
import { answerOfRun, useApp } from "./store.ts";

/** Learns what this installation is and which districts it holds, then loads the one asked for, else the first. */
export async function startSession(): Promise<void> {
  useApp.setState({ start: { status: "running", params: null, stale: null } });
  try {
    const [settings, { items }] = await Promise.all([readSettings(), readDistricts()]);
    const { district } = useApp.getState();
    const known = items.find(({ id, adcode }) => id === district || adcode === district) ?? items[0];
    useApp.setState({
      settings,
      districts: items,
      district: known?.id ?? null,
      start: { status: "done", params: null, result: null },
    });
    await loadCatalogue();
  } catch (error) {
    useApp.setState({ start: { status: "failed", params: null, failure: failureOf(error) } });
  }
}

/** Loads what the chosen district holds. */
export async function loadCatalogue(): Promise<void> {
  const { district } = useApp.getState();
  if (district === null) return;
  useApp.setState({ catalogue: { status: "running", params: district, stale: null } });
  try {
    const [layers, zones, categories, publishedValues] = await Promise.all([
      readLayers({ district }),
      readZones({ district }),
      readCategories({ district }),
      readPublishedValues({ district }),
    ]);
    if (useApp.getState().district !== district) return;
    const result: Catalogue = {
      layers: layers.items,
      zones: zones.features,
      categories: categories.items,
      publishedValues: publishedValues.items,
    };
    useApp.setState({ catalogue: { status: "done", params: district, result } });
  } catch (error) {
    if (useApp.getState().district !== district) return;
    useApp.setState({ catalogue: { status: "failed", params: district, failure: failureOf(error) } });
  }
}

/** Turns the page to another district; what was asked about the old one is put away. */
export function chooseDistrict(id: string): void {
  const { district, districts } = useApp.getState();
  const next = districts.find((each) => each.id === id);
  if (id === district || !next) return;
  useApp.setState(({ goTo }) => ({
    district: id,
    selection: null,
    nearby: [],
    area: null,
    compared: [],
    comparing: false,
    walk: INITIAL_STATE.walk,
    route: INITIAL_STATE.route,
    gap: INITIAL_STATE.gap,
    street: INITIAL_STATE.street,
    streetMark: null,
    networkFinding: null,
    radius: INITIAL_STATE.radius,
    catchment: INITIAL_STATE.catchment,
    riverfront: INITIAL_STATE.riverfront,
    tool: "none",
    litCategory: null,
    reachCategory: null,
    minutes: INITIAL_STATE.minutes,
    pickedCell: null,
    reportOpen: false,
    report: { status: "idle" },
    goTo: { extent: next.extent, count: (goTo?.count ?? 0) + 1 },
  }));
  void loadCatalogue();
}

export const setOnline = (online: boolean) => useApp.setState({ online });

export const openReport = () => useApp.setState({ reportOpen: true });
export const closeReport = () =>
  useApp.setState({ reportOpen: false, report: { status: "idle" }, networkFinding: null, streetMark: null });

/** Reads the import report whenever it is open and not yet there, now and from now on; returns how to stop. */
export function followReport(): () => void {
  return useApp.subscribe(({ reportOpen, report, start }) => {
    if (reportOpen && report.status === "idle" && start.status === "done") void readReportOfDistrict();
  });
}

/** Reads the import report of the district anew. */
export async function readReportOfDistrict(): Promise<void> {
  const { district } = useApp.getState();
  if (district === null) return;
  useApp.setState({ report: { status: "running", params: district, stale: null } });
  try {
    const result = await readReport(district);
    useApp.setState({ report: { status: "done", params: district, result } });
  } catch (error) {
    useApp.setState({ report: { status: "failed", params: district, failure: failureOf(error) } });
  }
}

export function selectDistrict(state: AppState): District | null {
  return state.districts.find(({ id }) => id === state.district) ?? null;
}

export function selectCatalogue(state: AppState): Catalogue | null {
  return answerOfRun(state.catalogue);
}

/** Without an approval number the map is for inside use only, and terrain stays away. */
export function selectIsInternalMap(state: AppState): boolean {
  return state.settings !== null && state.settings.mapApprovalNo === null;
}
