import type {
  AcquisitionPlot,
  AcquisitionPlotList,
  AcquisitionPlotPage,
  ConsentPurpose,
  CountedDay,
  NewAcquisitionPlot,
  SigningCounts,
  TargetBody,
} from "../../server/contract/acquisition-plots.ts";
import { failureOf } from "../backend.ts";
import { readPlot, readPlots, sendCounts, sendPlot, sendTarget, takeBackCounts } from "../signing-backend.ts";
import { showExtent } from "./appearance.ts";
import { following } from "./following.ts";
import { selectShowsPlots } from "./plots-in-sight.ts";
import { select } from "./selection.ts";
import type { PlotsQuestion } from "./signing-state.ts";
import { useApp } from "./store.ts";

export const setConsentPurpose = (consentPurpose: ConsentPurpose) =>
  useApp.setState({ consentPurpose, programmeRefusal: null });

/** Opens the page of a plot and shows where it is, if it is drawn. */
export function openPlot({ id, extent }: Pick<AcquisitionPlot, "id" | "extent">): void {
  useApp.setState({ mode: "projects", projectsView: "signing", programmeRefusal: null });
  select({ layer: "acquisition-plot", id });
  if (extent !== null) showExtent(extent);
}

const { follow, again } = following<PlotsQuestion, AcquisitionPlotList>({
  select: (state) => {
    const { district, start, consentPurpose: purpose } = state;
    const isAsked = district !== null && start.status === "done" && selectShowsPlots(state);
    return isAsked ? { district, purpose } : null;
  },
  ask: readPlots,
  put: (acquisitionPlots) => useApp.setState({ acquisitionPlots }),
});

/** Reads the plots while they are looked at; returns how to stop. */
export const followPlots = follow;
export const plotsAgain = again;

const districtNow = () => useApp.getState().district!;
const isWanted = (id: string) => {
  const { selection } = useApp.getState();
  return selection?.layer === "acquisition-plot" && selection.id === id;
};

function show(result: AcquisitionPlotPage): void {
  const { id, purpose } = result.plot;
  if (!isWanted(id)) return;
  useApp.setState({ acquisitionPlot: { status: "done", params: id, result }, consentPurpose: purpose });
}

/** Reads the page of a plot. */
export async function readPlotPage(id: string): Promise<void> {
  useApp.setState({
    acquisitionPlot: { status: "running", params: id, stale: null },
    programmeRefusal: null,
  });
  try {
    show(await readPlot({ district: districtNow(), id }));
  } catch (error) {
    const failure = failureOf(error);
    if (isWanted(id)) useApp.setState({ acquisitionPlot: { status: "failed", params: id, failure } });
  }
}

// whether it was taken; a refusal stands beside what was typed
async function write(send: () => Promise<AcquisitionPlotPage>): Promise<AcquisitionPlotPage | null> {
  try {
    const result = await send();
    useApp.setState({ programmeRefusal: null });
    show(result);
    void plotsAgain();
    return result;
  } catch (error) {
    useApp.setState({ programmeRefusal: failureOf(error) });
    return null;
  }
}

const wasTaken = async (written: Promise<unknown>) => (await written) !== null;
const of = (id: string) => ({ district: districtNow(), id });

/** Takes down how many had come to a stage by a day; answers whether it was taken. */
export const saveCounts = (id: string, body: SigningCounts) =>
  wasTaken(write(() => sendCounts(of(id), body)));
/** Takes back what was counted of a stage on a day; answers whether it was. */
export const removeCounts = (id: string, day: CountedDay) =>
  wasTaken(write(() => takeBackCounts(of(id), day)));
/** Sets by when so many shall have come to a stage; answers whether it was taken. */
export const saveTarget = (id: string, stage: string, body: TargetBody) =>
  wasTaken(write(() => sendTarget(of(id), stage, body)));

/** Adds a plot and opens it; answers whether it was taken. */
export async function addPlot(body: NewAcquisitionPlot): Promise<boolean> {
  const added = await write(() => sendPlot(districtNow(), body));
  if (added) openPlot(added.plot);
  return added !== null;
}
