import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { ERROR_STATUS, type ErrorCode, type ErrorReply } from "./contract/error-reply.ts";
import type { Expected } from "./expected.ts";
import { boundOfIssue, type IssueFacts } from "./issue-bound.ts";

interface ErrorExtras {
  /** The parameter that is wrong, dotted: `area.coordinates.0.3`. */
  readonly path?: string;
  readonly details?: Record<string, unknown>;
  readonly retryAfterS?: number;
}

/** A refusal with a code of the contract and one sentence for the person who asked. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly status: number;
  readonly extras: ErrorExtras;

  constructor(code: ErrorCode, message: string, extras: ErrorExtras = {}) {
    super(message);
    this.code = code;
    this.status = ERROR_STATUS[code];
    this.extras = extras;
  }
}

/** 400: a parameter with a value that cannot be; `expected` completes "… should be", `details.value` is the value, shortened. */
export function invalidParameter(path: string, value: unknown, expected: string | Expected): AppError {
  const given = shown(value);
  const { text, told } = typeof expected === "string" ? { text: expected, told: {} } : expected;
  return new AppError("invalid-parameter", `${path} is ${given}; it should be ${text}.`, {
    path,
    details: { value: given, ...told },
  });
}

/** 400: a file that cannot be read as the table it should be; `fault` names why, for the reader's language, with its values. */
export function wrongFile(
  fault:
    | "missing-column"
    | "unknown-column"
    | "no-rows"
    | "no-headings"
    | "merged"
    | "open-quote"
    | "too-many-rows",
  value: unknown,
  expected: string,
  values: Record<string, string | number> = {},
): AppError {
  const { message, extras } = invalidParameter("file", value, expected);
  return new AppError("invalid-parameter", message, {
    path: "file",
    details: { ...extras.details, fault, ...values },
  });
}

/** 400: a geometry that is no area; `details` may carry the place (`at: [lon, lat]`). */
export function invalidGeometry(path: string, message: string, details?: Record<string, unknown>): AppError {
  return new AppError("invalid-geometry", message, { path, ...(details ? { details } : {}) });
}

/** 400: a drawn area of more vertices than are taken. */
export function tooManyVertices(vertices: number, max: number): AppError {
  return new AppError("too-many-vertices", `The area has ${vertices} vertices; at most ${max} are taken.`, {
    path: "area",
    details: { vertices, max },
  });
}

/** 401: nobody is signed in where somebody has to be. */
export function unauthenticated(): AppError {
  return new AppError("unauthenticated", "Sign in first.");
}

/** 403: this actor may not do this. */
export function forbidden(action: string, kind: string): AppError {
  return new AppError("forbidden", `You may not ${action} ${kind} here.`, { details: { action, kind } });
}

/** 403: a field this actor is not told; `allowed` are those that may be named in its place. */
export function forbiddenField(path: string, field: string, allowed: readonly string[]): AppError {
  const message = `${path} is ${field}, which is internal: it is served only with INTERNAL=1; it should be one of ${allowed.join(", ")}.`;
  return new AppError("forbidden", message, { path, details: { value: field, allowed: [...allowed] } });
}

/** 404: no zone of this id in the district; `path` is the parameter that named it. */
export function unknownZone(path: string, id: string): AppError {
  return new AppError("unknown-zone", `There is no zone ${shown(id)}.`, { path, details: { id } });
}

/** 404: no analysis of this name. */
export function unknownAnalysis(name: string): AppError {
  return new AppError("unknown-analysis", `There is no analysis ${shown(name)}; /api/analyses lists them.`, {
    details: { name },
  });
}

/** 404: no layer of this name. */
export function unknownLayer(name: string): AppError {
  return new AppError("unknown-layer", `There is no layer ${shown(name)}; /api/layers lists them.`, {
    details: { name },
  });
}

/** 404: no district of this id; null where there is none at all, or several and none was named. */
export function unknownDistrict(id: string | null): AppError {
  const message =
    id === null
      ? "Name a district with ?district=; /api/districts lists them."
      : `There is no district ${shown(id)}; /api/districts lists them.`;
  return new AppError("unknown-district", message, { path: "district", details: { id } });
}

interface AskedThing {
  readonly path: string;
  readonly value: string;
  /** It is known, but the data of this district holds none of it. */
  readonly lacking?: "facilities";
}

/** 404: nothing there; `what` is named in the sentence, `asked` is the parameter that named it and its value. */
export function notFound(what: string, asked?: AskedThing): AppError {
  const extras = asked
    ? {
        path: asked.path,
        details: { value: shown(asked.value), ...(asked.lacking && { lacking: asked.lacking }) },
      }
    : {};
  return new AppError("not-found", `There is no ${what}.`, extras);
}

/** 409: somebody else was first, or the state of the record forbids it; the sentence says what to do, `path` what of the request. */
export function conflict(message: string, details?: Record<string, unknown>, path?: string): AppError {
  return new AppError("conflict", message, { ...(details && { details }), ...(path && { path }) });
}

/** 413: a body larger than this route takes. */
export function payloadTooLarge(maxBytes: number): AppError {
  return new AppError("payload-too-large", `The request is larger than ${maxBytes} bytes.`, {
    details: { maxBytes },
  });
}

/** 415: a format that is not read here. */
export function unsupportedFormat(expected: string, details?: Record<string, unknown>): AppError {
  const message = `The format of the request is not read here; send ${expected}.`;
  return new AppError("unsupported-format", message, details ? { details } : {});
}

/** 415: a file that is no table, whatever its name says. */
export const notATable = () =>
  unsupportedFormat("an XLSX workbook, or CSV in UTF-8 or GB18030", { wanted: "table" });

/** 415: a file that is no workbook, or none that can be opened. */
export const notAWorkbook = (expected = "an XLSX workbook (.xlsx)") =>
  unsupportedFormat(expected, { wanted: "workbook" });

/** 422: an area that touches no part of the district; `swapped` where it would with latitude and longitude exchanged. */
export function areaOutsideDistrict(districtId: string, swapped = false): AppError {
  const message = swapped
    ? "The area lies outside the district; its positions seem to be [latitude, longitude], longitude comes first."
    : "The area lies outside the district.";
  return new AppError("area-outside-district", message, {
    path: "area",
    details: { district: districtId, swapped },
  });
}

/** 422: a drawn area too large to be answered in time. */
export function areaTooLarge(areaSqkm: number, maxSqkm: number): AppError {
  const message = `The area is ${areaSqkm.toFixed(0)} km²; at most ${maxSqkm} km² are answered.`;
  return new AppError("area-too-large", message, { path: "area", details: { areaSqkm, maxSqkm } });
}

/** 422: a place from which no walking path can be reached. */
export function notOnNetwork(path: string): AppError {
  return new AppError("not-on-network", "The place cannot be joined to the walking network.", { path });
}

/** 422: two places that no way of at most so many metres joins. */
export function noWay(maxM: number): AppError {
  return new AppError("not-on-network", `No way of at most ${maxM} m along streets joins the two places.`, {
    path: "to",
    details: { maxM },
  });
}

/** 429: more requests from one client than are taken. */
export function rateLimited(retryAfterS: number): AppError {
  return new AppError("rate-limited", `Too many requests; try again in ${retryAfterS} s.`, { retryAfterS });
}

/** 503: the answer would take too long now, or what it rests on is still being prepared: `reason` is then a clause saying so. */
export function busy(retryAfterS = 5, reason = "The server is busy"): AppError {
  return new AppError("busy", `${reason}; try again in ${retryAfterS} s.`, { retryAfterS });
}

interface Asked {
  /** What a body of the route may have. */
  readonly mostBytes?: number;
  /** What was sent in the part of the request that zod did not accept. */
  readonly given?: unknown;
}

/** The one table from anything thrown to a reply. Never tells SQL, a path or a stack; what is not a refusal is 500 `internal`. */
export function toErrorReply(
  error: unknown,
  requestId: string,
  asked: Asked = {},
): { status: number; body: ErrorReply; headers: Record<string, string> } {
  const refusal = asRefusal(error, asked);
  if (!refusal) {
    return {
      status: 500,
      headers: {},
      body: {
        error: {
          code: "internal",
          message: "The server failed to answer; its log names the cause under the request id.",
          details: { requestId },
        },
      },
    };
  }
  const { path, details, retryAfterS } = refusal.extras;
  return {
    status: refusal.status,
    headers: retryAfterS === undefined ? {} : { "retry-after": String(retryAfterS) },
    body: {
      error: {
        code: refusal.code,
        message: refusal.message,
        ...(path === undefined ? {} : { path }),
        ...(details === undefined ? {} : { details }),
      },
    },
  };
}

function asRefusal(error: unknown, { mostBytes = BODY_LIMIT_BYTES, given }: Asked): AppError | undefined {
  if (error instanceof AppError) return error;
  if (hasZodFastifySchemaValidationErrors(error))
    return invalidRequest({ issues: error.validation.map(asIssue) }, given);
  if (!(error instanceof Error)) return undefined;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  if (typeof code === "string") {
    const known = BY_CODE[code];
    if (known) return known(mostBytes);
  }
  // what the framework refused before our code saw it
  if (typeof statusCode === "number" && statusCode >= 400 && statusCode < 500) {
    return new AppError("invalid-parameter", "The request cannot be read.");
  }
  return undefined;
}

const unreadableJson = () => new AppError("invalid-parameter", "The body is not JSON.", { path: "body" });

const BY_CODE: Record<string, (mostBytes: number) => AppError> = {
  FST_ERR_CTP_BODY_TOO_LARGE: payloadTooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => unsupportedFormat("application/json"),
  FST_ERR_CTP_INVALID_JSON_BODY: unreadableJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: unreadableJson,
  // PostgreSQL: a text with the character U+0000, which none can hold
  "22021": () =>
    new AppError("invalid-parameter", "The request holds the character U+0000, which no text here has."),
  // PostgreSQL: statement_timeout, no connection left, shutting down; the socket: gone for a moment
  "57014": () => busy(),
  "53300": () => busy(),
  "57P01": () => busy(),
  "57P03": () => busy(),
  ECONNREFUSED: () => busy(),
  ECONNRESET: () => busy(),
};

/** Largest body of a request, bytes. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

// What zod says of one wrong value; the issues of a union's branches are relative to the union.
interface Issue extends IssueFacts {
  readonly path: readonly PropertyKey[];
  readonly errors?: readonly (readonly Issue[])[];
  readonly keys?: readonly string[];
}

/**
 * 400: the refusal of a request that zod did not accept, with the value where `given` holds one. Only for what a client sent:
 * a row of ours that breaks the contract is a 500.
 */
export function invalidRequest(error: { readonly issues: readonly Issue[] }, given?: unknown): AppError {
  const [first] = error.issues;
  if (!first) return new AppError("invalid-parameter", "The request cannot be read.");
  const told = deepest(first);
  // a key that nobody knows is told at its parent
  const keys = told.keys ? [...told.path, ...told.keys.slice(0, 1)] : told.path;
  const path = keys.map(String).join(".");
  const value = keys.length > 0 ? valueAt(given, keys) : undefined;
  const details = { ...(value !== undefined && { value: shown(value) }), ...boundOfIssue(told) };
  const subject = value === undefined ? path || "The request" : `${path} is ${shown(value)}`;
  return new AppError("invalid-parameter", `${subject}: ${told.message}.`, {
    ...(path && { path }),
    ...(Object.keys(details).length > 0 && { details }),
  });
}

function valueAt(given: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (key === undefined) return given;
  if (typeof given !== "object" || given === null || !Object.hasOwn(given, key)) return undefined;
  return valueAt((given as Record<PropertyKey, unknown>)[key], rest);
}

// Of a union the branch that was understood furthest tells what is wrong.
function deepest(issue: Issue): Issue {
  const inner = (issue.errors ?? [])
    .flat()
    .map((branch) => deepest({ ...branch, path: [...issue.path, ...branch.path] }));
  return inner.reduce((best, next) => (next.path.length > best.path.length ? next : best), issue);
}

interface SchemaIssue {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params: Record<string, unknown>;
}

// The type provider hands zod's issues on in the form of a JSON schema validator.
function asIssue({ keyword, instancePath, message, params }: SchemaIssue): Issue {
  return {
    code: keyword,
    path: instancePath.split("/").filter(Boolean),
    message: message ?? "invalid",
    ...(params as Omit<Issue, "path" | "message" | "code">),
  };
}

// A value as it may be shown in a sentence: short, in one line.
function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line || "empty";
}
