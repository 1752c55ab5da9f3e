import type { AnalysisInput, AnalysisName, AnalysisResult } from "../server/contract/analyses.ts";
import type { Answer } from "../server/contract/analysis.ts";
import type {
  DistrictList,
  FacilityCategoryList,
  FeatureReply,
  LayerList,
  SearchReply,
  Settings,
  ZoneCollection,
} from "../server/contract/catalogue.ts";
import type { DatasetReport } from "../server/contract/dataset-report.ts";
import type { ErrorCode, ErrorReply } from "../server/contract/error-reply.ts";
import type { FilterFieldList, FilterPresetList } from "../server/contract/filter-presets.ts";
import type { LineProfile } from "../server/contract/line-profile.ts";
import type { Place } from "../server/contract/place.ts";
import type { ProgrammeFigureList } from "../server/contract/programme-figures.ts";
import type { PublishedValueList } from "../server/contract/published-value.ts";
import type { ShortLink, ShortLinkTarget } from "../server/contract/short-link.ts";
import type { WalkPath } from "../server/contract/walk-path.ts";
import type { LonLat } from "./geometry/lon-lat.ts";

/** The revision of the contract this page was built with; the service names its own with every reply. */
declare const CONTRACT_REVISION: string;

/** Why a question was not answered: `message` is the server's sentence, `place` the lon, lat it names, if it names one. */
export interface Failure {
  /** A code of the contract, or `offline`, or `unexpected-reply`. */
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
  readonly place: LonLat | null;
  /** The values the server names beside its sentence: a limit, an id. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Whole seconds after which a busy service asks to be asked again; null where it names none. */
  readonly retryAfterS: number | null;
}

// what another moment, another connection or somebody else's move may change; a wrong value or an unknown id stays what it is
const PASSING: ReadonlySet<string> = new Set<ErrorCode | "offline" | "unexpected-reply">([
  "offline",
  "unexpected-reply",
  "conflict",
  "rate-limited",
  "internal",
  "busy",
]);

/** Whether the same question may be answered when it is asked again. */
export const mayPass = ({ code }: Pick<Failure, "code">): boolean => PASSING.has(code);

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
  ...{ path: null, place: null, details: {}, retryAfterS: null },
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

export type Query = Readonly<Record<string, string | undefined>>;

/** Absolute address of a path of the service, whatever sub-path the page stands under; braces are kept. */
export function addressOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const base = document.baseURI.replace(/[?#].*$/, "").replace(/[^/]*$/, "");
  const text = new URLSearchParams(given).toString();
  return `${base}${path}${text === "" ? "" : `?${text}`}`;
}

const OFFLINE = failureOfCode("offline", "The service cannot be reached.");

// the reply of the service, or offline; where the connection itself was lost, it is told, for it comes back
async function send(address: string, init: RequestInit): Promise<Response> {
  return fetch(address, init).catch((error: unknown) => {
    if (wasAborted(error)) throw error;
    const isLost = globalThis.navigator?.onLine === false;
    throw new BackendError(isLost ? { ...OFFLINE, details: { lost: true } } : OFFLINE);
  });
}

/** A request that writes: its body, where there is one, goes as JSON. */
export const sent = (method: "POST" | "PUT" | "PATCH" | "DELETE", body?: unknown): RequestInit => ({
  method,
  ...(body === undefined
    ? {}
    : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
});

const NO_CONTENT = 204;

/**
 * The body of a reply. The service has checked it by the schema of its contract; that the page was built with the same
 * contract is all there is to check here, and it keeps the schemas out of what loads before the map.
 */
export async function ask<Reply>(address: string, init: RequestInit = {}): Promise<Reply> {
  const response = await answered(address, init);
  const body: unknown = response.status === NO_CONTENT ? null : await bodyOf(response);
  if (body === undefined) throw new BackendError(UNEXPECTED);
  return body as Reply;
}

// the reply of a request that was not refused
async function answered(address: string, init: RequestInit): Promise<Response> {
  const response = await send(address, init);
  if (!response.ok) throw new BackendError(refusal(await bodyOf(response), response));
  if (!isOfThisContract(response)) throw new BackendError(UNEXPECTED);
  return response;
}

// undefined where it is no JSON
const bodyOf = (response: Response): Promise<unknown> =>
  response.json().catch((error: unknown) => {
    if (wasAborted(error)) throw error;
    return undefined;
  });

const isOfThisContract = ({ headers }: Response) =>
  (headers.get("atlas-contract") ?? CONTRACT_REVISION) === CONTRACT_REVISION;

const UNEXPECTED = failureOfCode(
  "unexpected-reply",
  "The service answered in a form this page does not know; load the page anew.",
);

function refusal(body: unknown, { status, headers }: Response): Failure {
  const waitS = Number(headers.get("retry-after") ?? Number.NaN);
  // a date instead of seconds, which HTTP allows, is not counted down
  const retryAfterS = Number.isFinite(waitS) ? Math.max(1, Math.ceil(waitS)) : null;
  const error = (body as Partial<ErrorReply> | null | undefined)?.error;
  if (typeof error?.code !== "string" || typeof error.message !== "string") {
    // a server between that answers 503 itself says nothing in our form
    const code = status === 503 ? "busy" : "internal";
    return { ...failureOfCode(code, `The service answered with status ${status}.`), retryAfterS };
  }
  const { code, message, path, details = {} } = error;
  return { code, message, path: path ?? null, place: placeIn(details.at), details, retryAfterS };
}

function placeIn(at: unknown): Failure["place"] {
  const [lon, lat] = Array.isArray(at) ? (at as unknown[]) : [];
  return typeof lon === "number" && typeof lat === "number" ? [lon, lat] : null;
}

/** What most calls ask of. */
export type InDistrict = { readonly district: string; readonly signal?: AbortSignal };

export const abortable = (signal: AbortSignal | undefined): RequestInit => (signal ? { signal } : {});

export const readSettings = () => ask<Settings>(addressOf("api/settings"));
export const readDistricts = () => ask<DistrictList>(addressOf("api/districts"));
export const readLayers = ({ district }: InDistrict) => ask<LayerList>(addressOf("api/layers", { district }));
export const readZones = ({ district }: InDistrict) =>
  ask<ZoneCollection>(addressOf("api/zones", { district }));
export const readCategories = ({ district }: InDistrict) =>
  ask<FacilityCategoryList>(addressOf("api/facility-categories", { district }));
export const readPublishedValues = ({ district }: InDistrict) =>
  ask<PublishedValueList>(addressOf("api/published-values", { district }));
export const readProgrammeFigures = (district: string, signal: AbortSignal) =>
  ask<ProgrammeFigureList>(addressOf("api/programme-figures", { district }), { signal });
export const readReport = (district: string) =>
  ask<DatasetReport>(addressOf(`api/datasets/${encodeURIComponent(district)}/report`));

export const readFeature = ({ district, layer, id, signal }: InDistrict & { layer: string; id: string }) =>
  ask<FeatureReply>(
    addressOf(`api/features/${layer}/${encodeURIComponent(id)}`, { district }),
    abortable(signal),
  );

type Selected = InDistrict & { readonly id: string };

export const readProfile = ({ district, layer, id, signal }: Selected & { readonly layer: string }) =>
  ask<LineProfile>(
    addressOf(`api/profiles/${layer}/${encodeURIComponent(id)}`, { district }),
    abortable(signal),
  );

/** What lies at a place; `id` is lon,lat in degrees. */
export const readPlace = ({ district, id, signal }: Selected) => {
  const [lon, lat] = id.split(",");
  return ask<Place>(addressOf("api/place", { district, lon, lat }), abortable(signal));
};

export const search = ({ district, q, signal }: InDistrict & { q: string }) =>
  ask<SearchReply>(addressOf("api/search", { district, q, limit: "60" }), abortable(signal));

/** The shortest way along streets between two places, degrees of EPSG:4326. */
export const readWalkPath = ({ district, from, to }: InDistrict & { from: LonLat; to: LonLat }) =>
  ask<WalkPath>(addressOf("api/walk-path", { district, from: from.join(), to: to.join() }));

/** Shortens the fragment of an address; throws where the service does not take it. */
export const saveShortLink = (fragment: string) =>
  ask<ShortLink>(addressOf("api/links"), sent("POST", { fragment }));
export const readShortLink = (id: string) =>
  ask<ShortLinkTarget>(addressOf(`api/links/${encodeURIComponent(id)}`));

interface ReachAsked extends InDistrict {
  readonly category: string;
  readonly persona: string;
  readonly direction: string;
  readonly at: string;
  readonly fares: string;
  readonly flat: boolean;
  readonly upstairs: string;
}

/** Walking seconds of every building by its ordinal, to the nearest of a category; see the contract for what stands in their place. */
export async function readReach(question: ReachAsked): Promise<Int16Array> {
  const { district, category, persona, direction, at, fares, flat, upstairs, signal } = question;
  const walk = { district, persona, direction, at, fares, map: flat ? "flat" : "real", upstairs };
  const address = addressOf(`api/reach/${encodeURIComponent(category)}`, walk);
  const response = await answered(address, abortable(signal));
  const bytes = new DataView(await response.arrayBuffer());
  return Int16Array.from({ length: bytes.byteLength / 2 }, (_, at) => bytes.getInt16(2 * at, true));
}

/** The buildings of a district in columns, as the contract lays them out; null where there are none. */
export async function readBuildingColumns(
  question: InDistrict & { readonly version: number },
): Promise<ArrayBuffer | null> {
  const { district, version, signal } = question;
  const address = addressOf("tiles/building-columns", { district, v: String(version) });
  const response = await answered(address, abortable(signal));
  return response.status === NO_CONTENT ? null : response.arrayBuffer();
}

export const readFilterFields = ({ district }: InDistrict) =>
  ask<FilterFieldList>(addressOf("api/filter-fields", { district }));
export const readFilterPresets = () => ask<FilterPresetList>(addressOf("api/filter-presets"));

/** Asks one analysis about an area. */
export async function runAnalysis<Name extends AnalysisName>(
  name: Name,
  { district, signal, params }: InDistrict & { readonly params: AnalysisInput<Name> },
): Promise<Answer<AnalysisResult<Name>>> {
  return ask(addressOf(`api/analyses/${name}`, { district }), {
    ...sent("POST", params),
    ...abortable(signal),
  });
}
