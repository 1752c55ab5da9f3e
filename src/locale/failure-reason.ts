import type { TFunction } from "i18next";
import { BOUNDS, WANTED } from "../../server/contract/error-reply.ts";
import type { Failure } from "../backend.ts";
import type { NumberText } from "./number-text.ts";

/** A reason in the reader's language; `own` where the words of the service, which are English, say more. */
export interface FailureReason {
  readonly text: string | null;
  readonly own: string | null;
}

// what a reader can do is known by its kind alone
const HINTS: Readonly<Record<string, string>> = {
  offline: "find.wait.offlineHint",
  busy: "find.wait.busyHint",
  "rate-limited": "find.wait.busyHint",
};
/** The title says it all. */
const TOLD_BY_TITLE = new Set(["unexpected-reply"]);
/** What would be right is known to the service only. */
const OWN_WORDS = new Set(["invalid-parameter", "invalid-geometry", "conflict", "unsupported-format"]);
/** The values each sentence needs; without all of them the plain one is said. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  "invalid-parameter": ["path", "value"],
  forbidden: ["value"],
  "not-found": ["value"],
  "too-many-vertices": ["vertices", "max"],
  "unknown-zone": ["id"],
  "unknown-analysis": ["name"],
  "unknown-layer": ["name"],
  "unknown-district": ["id"],
  "payload-too-large": ["maxKb"],
  "area-too-large": ["areaSqkm", "maxSqkm"],
  "not-on-network": ["maxM"],
  internal: ["requestId"],
};
const WANTED_FILES: Readonly<Record<string, string>> = {
  ...{ table: "Table", workbook: "Workbook", attachment: "Attachment" },
};
/** What stands in the way, by the detail the service tells it with. */
const CONFLICTS = [
  { by: "closed", ending: "Closed" },
  { by: "taken", ending: "Taken" },
  { by: "undispatched", ending: "Undispatched" },
  { by: "version", ending: "Meanwhile" },
  { by: "seen", ending: "Meanwhile" },
] as const;
const BYTES_PER_KB = 1024;

/** Why a question was not answered and what to do about it, in the reader's language, with the field and the value it names. */
export function failureReason(failure: Failure, t: TFunction, numbers: NumberText): FailureReason {
  const { code, message, place } = failure;
  if (TOLD_BY_TITLE.has(code)) return { text: null, own: null };
  const hint = HINTS[code];
  if (hint !== undefined) return { text: t(hint), own: null };
  if (code === "invalid-geometry" && place !== null) {
    const [lon, lat] = place.map((degrees) => degrees.toFixed(6));
    return { text: t("drawing.crossing", { lon, lat }), own: null };
  }
  const given = valuesOf(failure, numbers);
  // what is not told is a field, which has a name
  const values =
    code === "forbidden" && given.value !== undefined
      ? { ...given, value: t(`field.${given.value}`, { defaultValue: given.value }) }
      : given;
  if (code === "invalid-parameter" && values.fault !== undefined)
    return { text: t(`failure.file-${values.fault}`, values), own: null };
  const wanted = code === "invalid-parameter" ? wantedOf(values) : null;
  if (wanted !== null) return { text: t(`failure.${wanted}`, values), own: null };
  const text = t(`failure.${code}${endingOf(failure, values)}`, { ...values, defaultValue: "" });
  // a code this page does not know, or a fault of our own program
  if (text === "") return { text: null, own: message };
  const isKnown = failure.details.wanted !== undefined || CONFLICTS.some(({ by }) => by in failure.details);
  return { text, own: OWN_WORDS.has(code) && !isKnown ? message : null };
}

// the sentence that tells what a value should have been
function wantedOf(values: Values): string | null {
  const bound = BOUNDS.find((name) => values[name] !== undefined);
  if (bound !== undefined) return values.value === undefined ? `${bound}Plain` : bound;
  return WANTED.find((name) => values[name] !== undefined) ?? null;
}

// which sentence of a code the values allow
function endingOf({ code, details }: Failure, values: Values): string {
  const conflict = code === "conflict" ? CONFLICTS.find(({ by }) => by in details) : undefined;
  if (conflict !== undefined) return conflict.ending;
  if (code === "not-found" && details.lacking === "facilities") return "Facilities";
  const needed = VALUES[code];
  if (needed?.every((name) => values[name] !== undefined)) return "";
  if (code === "invalid-parameter" && values.path !== undefined) return "Path";
  const wanted = WANTED_FILES[String(details.wanted)];
  if (wanted !== undefined) return wanted;
  return code === "area-outside-district" && details.swapped === true ? "Swapped" : "Plain";
}

// longer than a year
const LONG_NUMBER = /^-?\d{5,}(\.\d+)?$/;

type Values = Readonly<Record<string, string>>;

function valuesOf({ path, details }: Failure, numbers: NumberText): Values {
  const { maxBytes } = details;
  const given: Record<string, unknown> = { ...details, path };
  if (typeof maxBytes === "number") given.maxKb = Math.floor(maxBytes / BYTES_PER_KB);
  const isBounded = ["atLeast", "moreThan", "atMost"].some((name) => name in details);
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      if (typeof value === "number") return [[name, numbers.number(value, 1)]];
      if (isBounded && typeof value === "string" && LONG_NUMBER.test(value))
        return [[name, numbers.number(Number(value), 2)]];
      return typeof value === "string" && value !== "" ? [[name, value]] : [];
    }),
  );
}
