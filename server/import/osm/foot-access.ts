import type { Tags } from "../tag-table.ts";

/** Whether people on foot may pass, and when; hours are opening hours as written, null = always. */
export interface FootAccess {
  readonly open: boolean;
  readonly hours: string | null;
}

// Defaults for people on foot: OSM wiki, "OSM tags for routing/Access restrictions", China (motorways closed, all else
// open); what is not in the list (construction, proposed, raceway, busway …) is no way to walk.
const OPEN_HIGHWAYS = new Set([
  ...["trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "living_street", "service"],
  ...[
    "trunk_link",
    "primary_link",
    "secondary_link",
    "tertiary_link",
    "road",
    "track",
    "pedestrian",
    "footway",
  ],
  ...["path", "steps", "corridor", "cycleway", "bridleway", "elevator", "platform"],
]);
const CLOSED_HIGHWAYS = new Set(["motorway", "motorway_link"]);
/** Roads on which nobody walks where they are tagged as having no sidewalk. */
const FAST_ROADS = new Set(["trunk", "trunk_link"]);
const CLOSED_VALUES = new Set([
  ...["no", "private", "military", "agricultural", "forestry", "delivery", "permit", "use_sidepath"],
  ...["emergency", "employees", "residents"],
]);
const NO_SIDEWALK = new Set(["no", "none"]);
const CLOSED: FootAccess = { open: false, hours: null };

/** What the tags of a way, or of a node on it, say to people on foot. */
export function footAccess(tags: Tags): FootAccess {
  if (isGone(tags)) return CLOSED;
  const said = tags.foot ?? tags.access;
  const conditional =
    readConditional(said) ?? readConditional(tags["foot:conditional"] ?? tags["access:conditional"]);
  if (conditional) return conditional;
  const open = said === undefined ? isOpenByKind(tags) : isOpenAsSaid(said, tags);
  return open ? { open, hours: tags.opening_hours ?? null } : CLOSED;
}

/** Whether a node, by its tags, keeps people from passing: a locked gate, a barrier that is not for them. */
export function blocksFoot(tags: Tags): boolean {
  if (tags.barrier === undefined && tags.highway !== "elevator") return false;
  if (tags.barrier !== undefined && tags.locked === "yes" && tags.foot === undefined) return true;
  return CLOSED_VALUES.has(tags.foot ?? tags.access ?? "yes");
}

const isGone = (tags: Tags) => tags.disused === "yes" || tags.abandoned === "yes";

function isOpenAsSaid(said: string, tags: Tags): boolean {
  if (CLOSED_VALUES.has(said)) return false;
  // access=yes on a motorway is meant for vehicles
  return tags.foot !== undefined || isOpenByKind(tags);
}

function isOpenByKind(tags: Tags): boolean {
  const highway = tags.highway ?? "";
  const sidewalk = tags.sidewalk ?? tags["sidewalk:both"];
  if (CLOSED_HIGHWAYS.has(highway) || tags.motorroad === "yes") {
    return sidewalk !== undefined && !NO_SIDEWALK.has(sidewalk) && sidewalk !== "separate";
  }
  if (FAST_ROADS.has(highway) && sidewalk !== undefined && NO_SIDEWALK.has(sidewalk)) return false;
  return OPEN_HIGHWAYS.has(highway);
}

// "yes @ (Mo-Su 06:30-24:00)" is open then only; "no @ (22:00-06:00)" is closed then
function readConditional(text: string | undefined): FootAccess | null {
  const match = /^(\S+)\s*@\s*\(?([^()]+)\)?$/.exec(text ?? "");
  if (!match) return null;
  const [, value, hours] = match;
  return { open: true, hours: CLOSED_VALUES.has(value!) ? `24/7; ${hours!.trim()} off` : hours!.trim() };
}
