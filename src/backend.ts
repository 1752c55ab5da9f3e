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
import { FilterFieldList, FilterPresetList } from "../server/contract/filter-presets.ts";
import { ProjectFacetList, ProjectList, ProjectTermList } from "../server/contract/projects.ts";
import { PublishedValueList } from "../server/contract/published-value.ts";

/** Why a question was not answered: `message` is the server's sentence, `place` the lon, lat it names, if it names one. */
export interface Failure {
  /** A code of the contract, or `offline`, or `unexpected-reply`. */
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
  readonly place: readonly [lon: number, lat: number] | null;
}

/** Thrown by every call of this file; carries the failure as plain data. */
export class BackendError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The failure an error carries; an error of our own program is told by its message. */
export function failureOf(error: unknown): Failure {
  if (error instanceof BackendError) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  return { code: "internal", message, path: null, place: null };
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

const OFFLINE: Failure = {
  code: "offline",
  message: "The service cannot be reached.",
  path: null,
  place: null,
};

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
  if (!response.ok) throw new BackendError(refusal(body, response.status));
  const parsed = reply.safeParse(body);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") ?? "";
  throw new BackendError({
    code: "unexpected-reply",
    message: `The service answered in a form this page does not know${where === "" ? "" : ` (${where})`}; load the page anew.`,
    path: null,
    place: null,
  });
}

const Place = z.tuple([z.number(), z.number()]);

function refusal(body: unknown, status: number): Failure {
  const parsed = ErrorReply.safeParse(body);
  if (!parsed.success) {
    return {
      code: "internal",
      message: `The service answered with status ${status}.`,
      path: null,
      place: null,
    };
  }
  const { code, message, path, details } = parsed.data.error;
  const place = Place.safeParse(details?.at);
  return { code, message, path: path ?? null, place: place.success ? place.data : null };
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

export const search = ({ district, q, signal }: InDistrict & { q: string }) =>
  ask(SearchReply, addressOf("api/search", { district, q, limit: "12" }), abortable(signal));

/** Walking seconds of every building by its ordinal, to the nearest of a category; see the contract for what stands in their place. */
export async function readReach(
  question: InDistrict & { category: string; persona: string },
): Promise<Int16Array> {
  const { district, category, persona, signal } = question;
  const address = addressOf(`api/reach/${encodeURIComponent(category)}`, { district, persona });
  const response = await send(address, abortable(signal));
  if (!response.ok) throw new BackendError(refusal(await response.json().catch(() => null), response.status));
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

export const readFilterFields = ({ district }: InDistrict) =>
  ask(FilterFieldList, addressOf("api/filter-fields", { district }));
export const readFilterPresets = () => ask(FilterPresetList, addressOf("api/filter-presets"));

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
