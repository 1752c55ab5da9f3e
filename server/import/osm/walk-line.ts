import type { EdgeKind } from "../../walking/network.ts";
import type { Tags } from "../tag-table.ts";
import { type FootAccess, footAccess } from "./foot-access.ts";
import { isYes, nameZh } from "./tag-names.ts";

/** How a line may be walked; each-way is an escalator whose direction is not told: one up and one down. */
export type Passage = "both" | "forward" | "backward" | "each-way";

/** What the tags say of a line people walk along. */
export interface WalkFacts {
  readonly kind: EdgeKind;
  readonly roadClass: string;
  readonly stepFree: boolean;
  readonly passage: Passage;
  readonly steps: number | null;
  /** Rise over length in the direction drawn; "up" or "down" where only the sign is tagged. */
  readonly incline: number | "up" | "down" | null;
  readonly signal: boolean;
  readonly speedMps: number | null;
  readonly headwayS: number | null;
  readonly hours: string | null;
  readonly fare: string | null;
  readonly nameZh: string | null;
  /** The storey or layer it lies on; null where neither is tagged. */
  readonly level: string | null;
  readonly layer: number;
  /** Inside a building, where an elevation model tells nothing. */
  readonly indoor: boolean;
}

const PATHS = new Set(["footway", "path", "pedestrian", "corridor", "cycleway", "bridleway", "platform"]);
const CABLEWAYS = new Set(["cable_car", "gondola", "mixed_lift", "chair_lift"]);
const FOOT_PLATFORMS = new Set(["yes", "designated", "permissive"]);
const TOO_ROUGH = new Set(["very_bad", "horrible", "very_horrible", "impassable"]);

/** Reads a way that people on foot may use; null for any other. Narrower than `wheelchairWidthM` is not step-free. */
export function readWalkLine(tags: Tags, wheelchairWidthM: number): WalkFacts | null {
  const access = accessOf(tags);
  if (!access.open) return null;
  const kind = isCableway(tags) ? "cableway" : kindOf(tags);
  return {
    kind,
    roadClass: tags.highway ?? tags.aerialway ?? tags.railway ?? "platform",
    stepFree: isStepFree(kind, tags) && !(readWidthM(tags.width) < wheelchairWidthM),
    passage: kind === "escalator" ? escalatorPassage(tags) : footPassage(tags),
    steps: readSteps(tags),
    incline: readIncline(tags.incline),
    signal: isSignalled(tags),
    speedMps: kind === "escalator" ? readSpeedMps(tags) : null,
    headwayS: kind === "cableway" ? readDurationS(tags.interval) : null,
    hours: access.hours,
    fare: fareOf(tags),
    nameZh: nameZh(tags),
    level: tags.level ?? tags.layer ?? null,
    layer: readLayer(tags),
    indoor: tags.highway === "corridor" || isYes(tags.indoor),
  };
}

/** What it costs to pass: the charge as written, "yes" where only that it costs is known, null where nothing is. */
export function fareOf(tags: Tags): string | null {
  return tags.charge ?? (tags.fee === "yes" ? "yes" : null);
}

function accessOf(tags: Tags): FootAccess {
  const runs = tags.highway === undefined && (isCableway(tags) || isFootPlatform(tags));
  return runs ? { open: tags.foot !== "no", hours: tags.opening_hours ?? null } : footAccess(tags);
}

const isCableway = (tags: Tags) => CABLEWAYS.has(tags.aerialway ?? "") || tags.railway === "funicular";

function isFootPlatform(tags: Tags): boolean {
  const platform =
    tags.railway === "platform" || tags.public_transport === "platform" || tags.man_made === "pier";
  return platform && tags.highway === undefined && FOOT_PLATFORMS.has(tags.foot ?? "");
}

/** Whether a way of this class is for people on foot first. */
export const isFootway = (roadClass: string) => PATHS.has(roadClass);

function kindOf(tags: Tags): EdgeKind {
  if (isYes(tags.conveying)) return "escalator";
  if (tags.highway === "steps") return "stairs";
  if (tags.highway === "elevator") return "lift";
  if (isYes(tags.bridge)) return "bridge";
  if (isYes(tags.tunnel)) return "tunnel";
  if (isCrossing(tags)) return "crossing";
  return PATHS.has(tags.highway ?? "platform") ? "path" : "road";
}

const isCrossing = (tags: Tags) => [tags.footway, tags.path, tags.cycleway].includes("crossing");

/** Whether a crossing, or a node on one, has lights for people on foot. */
export function isSignalled(tags: Tags): boolean {
  return (
    tags.crossing === "traffic_signals" ||
    tags["crossing:signals"] === "yes" ||
    tags.highway === "traffic_signals"
  );
}

function escalatorPassage(tags: Tags): Passage {
  if (tags.conveying === "forward" || tags.oneway === "yes") return "forward";
  if (tags.conveying === "backward" || tags.oneway === "-1") return "backward";
  // one line for a pair of escalators, or one that is turned round by the hour
  return "each-way";
}

function footPassage(tags: Tags): Passage {
  if (tags["oneway:foot"] === "yes" || tags["foot:backward"] === "no") return "forward";
  if (tags["oneway:foot"] === "-1" || tags["foot:forward"] === "no") return "backward";
  return "both";
}

function isStepFree(kind: EdgeKind, tags: Tags): boolean {
  if (kind === "stairs" || kind === "escalator" || tags.wheelchair === "no") return false;
  if (TOO_ROUGH.has(tags.smoothness ?? "")) return false;
  return tags.sac_scale === undefined && tags.kerb !== "raised";
}

/** Whether a node on a way is a step or a gap that wheels do not pass. */
export function stopsWheels(tags: Tags): boolean {
  return (
    tags.kerb === "raised" ||
    tags.wheelchair === "no" ||
    ["stile", "turnstile", "kissing_gate", "full-height_turnstile", "step"].includes(tags.barrier ?? "")
  );
}

/** A width tag: "0.8", "0.8 m", "80 cm", "3'"; NaN where it cannot be read. */
export function readWidthM(text: string | undefined): number {
  const match = /^(\d+(?:\.\d+)?)\s*(m|cm|')?/.exec(text ?? "");
  return match ? Number(match[1]) * (METRES[match[2] ?? "m"] ?? 1) : Number.NaN;
}

const METRES: Readonly<Record<string, number>> = { m: 1, cm: 0.01, "'": 0.3048 };

function readSteps(tags: Tags): number | null {
  return /^\d{1,4}$/.test(tags.step_count ?? "") && Number(tags.step_count) > 0
    ? Number(tags.step_count)
    : null;
}

/** An incline tag: "12%" is 0.12, "30°" its tangent, "up" and "down" a sign only; null where it cannot be read. */
export function readIncline(text: string | undefined): number | "up" | "down" | null {
  if (text === "up" || text === "down") return text;
  const match = /^([+-]?\d+(?:\.\d+)?)\s*(%|°)$/.exec(text ?? "");
  if (!match) return null;
  const value = Number(match[1]);
  return match[2] === "%" ? value / 100 : Math.tan((value * Math.PI) / 180);
}

function readSpeedMps(tags: Tags): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*m\/s$/.exec(tags["conveying:speed"] ?? tags.speed ?? "");
  return match ? Number(match[1]) : null;
}

function readDurationS(text: string | undefined): number | null {
  const match = /^(?:(\d{1,2}):)?(\d{1,3})(?::(\d{2}))?$/.exec(text ?? "");
  if (!match) return null;
  // "5" is minutes, "0:10" hours and minutes, "0:10:30" with seconds
  const [, hours = "0", minutes, seconds = "0"] = match;
  return 3_600 * Number(hours) + 60 * Number(minutes) + Number(seconds);
}

function readLayer(tags: Tags): number {
  return /^-?\d{1,2}$/.test(tags.layer ?? "") ? Number(tags.layer) : 0;
}
