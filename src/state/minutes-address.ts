import { PERSONAS } from "../../server/contract/life-circle-coverage.ts";
import { REACH_DIRECTIONS, STORED_AT } from "../../server/contract/reach.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import {
  CELL_MEASURES,
  MINUTES_SCOPES,
  MINUTES_UNITS,
  type MinutesChoice,
  type MinutesRange,
  type WalkSide,
} from "./colouring-state.ts";
import { MINUTES } from "./minutes-histogram.ts";
import { oneOf } from "./one-of.ts";

const START = INITIAL_STATE.minutes;
const AT = /^(mon|tue|wed|thu|fri|sat|sun)T([01]\d|2[0-3]):[0-5]\d$/;

type Way = Pick<WalkSide, "direction" | "at" | "flat">;

const wayToText = ({ direction, at, flat }: Way) => [direction, at, flat ? "flat" : "real"].join(",");

// the time of the first side stands where that of the whole page does
const firstWay = ({ direction, flat }: MinutesChoice) => [direction, flat ? "flat" : "real"].join(",");

/** How minutes are looked at as parts of the address: `cells`, `range`, `way`, `beside`; null where as at the start. */
export function minutesParts({ minutes }: Pick<AppState, "minutes">): Record<string, string | null> {
  const { unit, measure, scope, range, beside, split } = minutes;
  const cells = [unit, measure, scope].join(",");
  const way = firstWay(minutes);
  return {
    cells: cells === [START.unit, START.measure, START.scope].join(",") ? null : cells,
    range: range && `${range.from}-${range.to ?? ""}`,
    way: way === firstWay(START) ? null : way,
    beside:
      beside && [beside.category, beside.persona, wayToText(beside), Number(split.toFixed(2))].join(","),
  };
}

/** What those parts say; what they leave out, or say in a way that cannot be, is as at the start. */
export function minutesFrom(given: URLSearchParams): MinutesChoice {
  const [unit, measure, scope] = (given.get("cells") ?? "").split(",");
  const [category, persona, direction, at, map, split] = (given.get("beside") ?? "").split(",");
  const walker = oneOf(PERSONAS, persona);
  const [firstDirection, firstMap] = (given.get("way") ?? "").split(",");
  const part = Number(split ?? Number.NaN);
  return {
    unit: oneOf(MINUTES_UNITS, unit) ?? START.unit,
    measure: oneOf(CELL_MEASURES, measure) ?? START.measure,
    scope: oneOf(MINUTES_SCOPES, scope) ?? START.scope,
    range: rangeFrom(given.get("range")),
    direction: directionFrom(firstDirection),
    flat: firstMap === "flat",
    beside: category && walker ? { category, persona: walker, ...wayFrom([direction, at, map]) } : null,
    split: part >= 0 && part <= 1 ? part : START.split,
  };
}

const directionFrom = (text: string | undefined) => oneOf(REACH_DIRECTIONS, text) ?? START.direction;

function wayFrom([direction, at, map]: readonly (string | undefined)[]): Way {
  return {
    direction: directionFrom(direction),
    at: at !== undefined && AT.test(at) ? at : STORED_AT,
    flat: map === "flat",
  };
}

function rangeFrom(text: string | null): MinutesRange | null {
  const match = /^(\d{1,2})-(\d{1,2})?$/.exec(text ?? "");
  if (!match) return null;
  const [from, to] = [Number(match[1]), match[2] === undefined ? null : Number(match[2])];
  return from <= MINUTES && (to === null || (to > from && to <= MINUTES)) ? { from, to } : null;
}
