import { z } from "zod";
import {
  ANALYSES,
  type AnalysisInput,
  type AnalysisName,
  type AnalysisResult,
} from "../server/contract/analyses.ts";
import { type Answer, answerOf } from "../server/contract/analysis.ts";
import {
  DistrictList,
  FacilityCategoryList,
  FeatureReply,
  LayerList,
  SearchReply,
  Settings,
  ZoneCollection,
} from "../server/contract/catalogue.ts";
import { DatasetReport } from "../server/contract/dataset-report.ts";
import { ErrorReply } from "../server/contract/error-reply.ts";
import { LineProfile } from "../server/contract/line-profile.ts";
import { Place } from "../server/contract/place.ts";
import { ProjectFacetList, ProjectList, ProjectTermList } from "../server/contract/projects.ts";
import { PublishedValueList } from "../server/contract/published-value.ts";

/** Why a question was not answered: `message` is the server's sentence, `place` the lon, lat it names, if it names one. */
export interface Failure {
  /** A code of the contract, or `offline`, or `unexpected-reply`. */
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
  readonly place: readonly [lon: number, lat: number] | null;
  /** Whole seconds after which a busy service asks to be asked again; null where it names none. */
  readonly retryAfterS: number | null;
}

/** Thrown by every call of this file; carries the failure as plain data. */
export class BackendError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

const failureOfCode = (code: string, message: string): Failure => ({
  ...{ code, message },
  ...{ path: null, place: null, retryAfterS: null },
});

/** The failure an error carries; an error of our own program is told by its message. */
export function failureOf(error: unknown): Failure {
  if (error instanceof BackendError) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  return failureOfCode("internal", message);
}

/** Whether a call was given up because a newer one took its place. */
export function wasAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

type Query = Readonly<Record<string, string | undefined>>;

/** Absolute address of a path of the service, whatever sub-path the page stands under; braces are kept. */
export function addressOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const base = document.baseURI.replace(/[?#].*$/, "").replace(/[^/]*$/, "");
  const text = new URLSearchParams(given).toString();
  return `${base}${path}${text === "" ? "" : `?${text}`}`;
}

const OFFLINE = failureOfCode("offline", "The service cannot be reached.");

// the reply of the service, or offline
async function send(address: string, init: RequestInit): Promise<Response> {
  return fetch(address, init).catch((error: unknown) => {
    if (wasAborted(error)) throw error;
    throw new BackendError(OFFLINE);
  });
}

async function ask<Reply extends z.ZodType>(
  reply: Reply,
  address: string,
  init: RequestInit = {},
): Promise<z.infer<Reply>> {
  const response = await send(address, init);
  const body: unknown = await response.json().catch((error: unknown) => {
    if (wasAborted(error)) throw error;
    return undefined;
  });
  if (!response.ok) throw new BackendError(refusal(body, response));
  const parsed = reply.safeParse(body);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") ?? "";
  const message = `The service answered in a form this page does not know${where === "" ? "" : ` (${where})`}; load the page anew.`;
  throw new BackendError(failureOfCode("unexpected-reply", message));
}

const LonLat = z.tuple([z.number(), z.number()]);

function refusal(body: unknown, { status, headers }: Response): Failure {
  const parsed = ErrorReply.safeParse(body);
  const waitS = Number(headers.get("retry-after") ?? Number.NaN);
  // a date instead of seconds, which HTTP allows, is not counted down
  const retryAfterS = Number.isFinite(waitS) ? Math.max(1, Math.ceil(waitS)) : null;
  if (!parsed.success) {
    // a server between that answers 503 itself says nothing in our form
    const code = status === 503 ? "busy" : "internal";
    return { ...failureOfCode(code, `The service answered with status ${status}.`), retryAfterS };
  }
  const { code, message, path, details } = parsed.data.error;
  const place = LonLat.safeParse(details?.at);
  return { code, message, path: path ?? null, place: place.success ? place.data : null, retryAfterS };
}

type InDistrict = { readonly district: string; readonly signal?: AbortSignal };

const abortable = (signal: AbortSignal | undefined): RequestInit => (signal ? { signal } : {});

export const readSettings = () => ask(Settings, addressOf("api/settings"));
export const readDistricts = () => ask(DistrictList, addressOf("api/districts"));
export const readLayers = ({ district }: InDistrict) => ask(LayerList, addressOf("api/layers", { district }));
export const readZones = ({ district }: InDistrict) =>
  ask(ZoneCollection, addressOf("api/zones", { district }));
export const readCategories = ({ district }: InDistrict) =>
  ask(FacilityCategoryList, addressOf("api/facility-categories", { district }));
export const readPublishedValues = ({ district }: InDistrict) =>
  ask(PublishedValueList, addressOf("api/published-values", { district }));
export const readReport = (district: string) =>
  ask(DatasetReport, addressOf(`api/datasets/${encodeURIComponent(district)}/report`));

export const readFeature = ({ district, layer, id, signal }: InDistrict & { layer: string; id: string }) =>
  ask(
    FeatureReply,
    addressOf(`api/features/${layer}/${encodeURIComponent(id)}`, { district }),
    abortable(signal),
  );

type Selected = InDistrict & { readonly id: string };

export const readProfile = ({ district, layer, id, signal }: Selected & { readonly layer: string }) =>
  ask(
    LineProfile,
    addressOf(`api/profiles/${layer}/${encodeURIComponent(id)}`, { district }),
    abortable(signal),
  );

/** What lies at a place; `id` is lon,lat in degrees. */
export const readPlace = ({ district, id, signal }: Selected) => {
  const [lon, lat] = id.split(",");
  return ask(Place, addressOf("api/place", { district, lon, lat }), abortable(signal));
};

export const search = ({ district, q, signal }: InDistrict & { q: string }) =>
  ask(SearchReply, addressOf("api/search", { district, q, limit: "60" }), abortable(signal));

/** Walking seconds of every building by its ordinal, to the nearest of a category; see the contract for what stands in their place. */
export async function readReach(
  question: InDistrict & { category: string; persona: string },
): Promise<Int16Array> {
  const { district, category, persona, signal } = question;
  const address = addressOf(`api/reach/${encodeURIComponent(category)}`, { district, persona });
  const response = await send(address, abortable(signal));
  if (!response.ok) throw new BackendError(refusal(await response.json().catch(() => null), response));
  const bytes = new DataView(await response.arrayBuffer());
  return Int16Array.from({ length: bytes.byteLength / 2 }, (_, at) => bytes.getInt16(2 * at, true));
}

/** Filters of the projects; null or empty = all. */
interface ProjectsAsked extends InDistrict {
  readonly text: string;
  readonly categories: readonly string[];
  readonly stages: readonly string[];
  readonly year: number | null;
  readonly zone: string | null;
  readonly near: { readonly lon: number; readonly lat: number; readonly metres: number } | null;
}

const projectQuery = ({ district, text, categories, stages, year, zone, near }: ProjectsAsked): Query => ({
  district,
  text: text || undefined,
  categories: categories.join() || undefined,
  stages: stages.join() || undefined,
  year: year?.toString(),
  zone: zone ?? undefined,
  near: near ? `${near.lon},${near.lat},${near.metres}` : undefined,
});

export const readProjects = ({ cursor, ...asked }: ProjectsAsked & { readonly cursor?: string }) =>
  ask(
    ProjectList,
    addressOf("api/projects", { ...projectQuery(asked), limit: "500", cursor }),
    abortable(asked.signal),
  );
export const readProjectFacets = (asked: ProjectsAsked) =>
  ask(ProjectFacetList, addressOf("api/project-facets", projectQuery(asked)), abortable(asked.signal));
export const readProjectTerms = () => ask(ProjectTermList, addressOf("api/project-terms"));

/** Asks one analysis about an area. */
export async function runAnalysis<Name extends AnalysisName>(
  name: Name,
  { district, signal, params }: InDistrict & { readonly params: AnalysisInput<Name> },
): Promise<Answer<AnalysisResult<Name>>> {
  const answer = await ask(answerOf(ANALYSES[name].result), addressOf(`api/analyses/${name}`, { district }), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
    ...abortable(signal),
  });
  return answer as Answer<AnalysisResult<Name>>;
}
