import type { FindingPage, NewFinding, NewProposal, NewRecheck } from "../../server/contract/findings.ts";
import { failureOf } from "../backend.ts";
import {
  readFindingPage,
  sendFinding,
  sendLink,
  sendMeasuredFinding,
  sendProposal,
  sendRecheck,
} from "../findings-backend.ts";
import { findingsAgain, openFinding } from "./findings.ts";
import type { HealthAnswer } from "./health-state.ts";
import { showRead } from "./selection.ts";
import { useApp } from "./store.ts";

const districtNow = () => useApp.getState().district!;
const isWanted = (id: string) => {
  const { selection } = useApp.getState();
  return selection?.layer === "finding" && selection.id === id;
};

/** Reads a finding with its chain. */
export async function readFindingOf(id: string): Promise<void> {
  useApp.setState({ findingPage: { status: "running", params: id, stale: null } });
  try {
    const result = await readFindingPage({ district: districtNow(), id });
    if (!isWanted(id)) return;
    useApp.setState({ findingPage: { status: "done", params: id, result } });
    if (result.geometry !== null) showRead(result.geometry as GeoJSON.Geometry);
  } catch (error) {
    if (isWanted(id))
      useApp.setState({ findingPage: { status: "failed", params: id, failure: failureOf(error) } });
  }
}

// whether it was taken; a refusal stands beside what was typed
async function write(send: () => Promise<FindingPage>): Promise<FindingPage | null> {
  try {
    const result = await send();
    const { id } = result.finding;
    useApp.setState({ findingRefusal: null });
    if (isWanted(id)) useApp.setState({ findingPage: { status: "done", params: id, result } });
    if (useApp.getState().projectsView === "findings") void findingsAgain();
    return result;
  } catch (error) {
    useApp.setState({ findingRefusal: failureOf(error) });
    return null;
  }
}

const of = (id: string) => ({ district: districtNow(), id });

/** Proposes something; answers whether it was taken, as the next three do. */
export const saveProposal = async (id: string, body: NewProposal) =>
  (await write(() => sendProposal(of(id), body))) !== null;
export const linkFinding = async (id: string, project: string, linked: boolean) =>
  (await write(() => sendLink(of(id), project, linked))) !== null;
export const recheckFinding = async (id: string, body: NewRecheck) =>
  (await write(() => sendRecheck(of(id), body))) !== null;

/** Adds a finding by hand and opens its page. */
export async function addFindingByHand(body: NewFinding): Promise<boolean> {
  const page = await write(() => sendFinding(districtNow(), body));
  if (page) openFinding(page.finding);
  return page !== null;
}

/** What a press on a health check came to, by indicator and zone; a zone of null is the area asked about. */
export const listedKey = (answer: HealthAnswer, indicator: string, zone: string | null) =>
  JSON.stringify([answer.result.edition, indicator, zone === null ? answer.inputs.area : { zone }]);

/** Makes what a health check names a finding; one that is there already counts as made. */
export async function listFinding(
  answer: HealthAnswer,
  indicator: string,
  zone: string | null,
): Promise<void> {
  const key = listedKey(answer, indicator, zone);
  const put = (came: { readonly id: string | null; readonly code: string | null }) =>
    useApp.setState(({ listedFindings }) => ({ listedFindings: { ...listedFindings, [key]: came } }));
  const { edition } = answer.result;
  const area = zone === null ? (answer.inputs.area as { zone: string }) : { zone };
  try {
    const { finding } = await sendMeasuredFinding(districtNow(), { edition, indicator, area });
    put({ id: finding.id, code: null });
  } catch (error) {
    const { code, details } = failureOf(error);
    const id = typeof details.finding === "string" ? details.finding : null;
    put({ id, code: id === null ? code : "known" });
  }
}
