import type { DataQuality, Method } from "../contract/analysis.ts";
import type { ConditionalEdge } from "../contract/walk-conditions.ts";
import type { WalkLeg, WalkRoute, WalkRouteParams, WalkRouteResult } from "../contract/walk-route.ts";
import { loadSql } from "../database/sql.ts";
import { notOnNetwork } from "../errors.ts";
import { isOpen, isPaid, parseLocalTime } from "../walking/opening-hours.ts";
import type { Route, RouteStretch } from "../walking/walk-route.ts";
import { applying, quality, qualityOfArea } from "./data-quality.ts";
import { CONDITIONS_METHOD, ownMethod, SPEED_METHOD, UNCERTAINTY_METHOD } from "./method.ts";
import type { Answered, Reading } from "./reading.ts";
import { type ConditionFacts, eachLineOnce, walkConditions } from "./walk-conditions.ts";

const sql = loadSql("./walk-route.sql", import.meta.url);
const SEARCH_S = 3600;

interface EdgeFacts {
  readonly ordinal: number;
  readonly kind: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly lengthM: number;
  readonly climbM: number | null;
  readonly steps: number | null;
  readonly openHours: string | null;
  readonly fare: string | null;
}

/**
 * The quickest walk between two places at a time of the week, leg by leg, with what it would be without the escalators,
 * lifts and cableways it takes, and if nothing were closed. Throws not-on-network naming the place.
 */
export async function walkRoute(
  reading: Reading,
  params: WalkRouteParams,
): Promise<Answered<WalkRouteResult>> {
  const { persona, origin, destination } = params;
  const at = walkConditions(params);
  const place = ([lon, lat]: readonly number[]) => [lon!, lat!] as const;
  const ends = { origin: place(origin), destination: place(destination) };
  const answer = await reading.route({ ...ends, persona, at, maxS: SEARCH_S });
  if (!answer.found) throw notOnNetwork(answer.why);
  const { route, onFoot, whenOpen } = answer;
  const facts = await readEdges(reading, [route, onFoot?.route, whenOpen?.route]);
  const conditions = await reading.conditions();
  const describe = (each: Route | null) => each && describeRoute(each, facts, ends);
  const result: WalkRouteResult = {
    route: describe(route),
    onFoot: onFoot && { route: describe(onFoot.route) },
    whenOpen: whenOpen && { route: describe(whenOpen.route) },
    missed: missedOf(whenOpen?.route ?? null, conditions, params),
  };
  const status = await reading.personaStatus(persona);
  return {
    result,
    method: METHODS,
    dataQuality: [
      ...qualityOfArea(reading.area, await reading.facts()),
      ...qualityOfRoute(result),
      ...applying(status !== "verified" && quality("unverified-clause", { field: "persona" })),
    ],
  };
}

async function readEdges({ database, area }: Reading, routes: readonly (Route | null | undefined)[]) {
  const ordinals = routes.flatMap((route) => route?.stretches.map(({ edge }) => edge) ?? []);
  const { rows } = await database.query<EdgeFacts>(sql, [area.districtId, area.datasetId, ordinals]);
  return new Map(rows.map((row) => [row.ordinal, row]));
}

type Ends = Readonly<Record<"origin" | "destination", readonly [number, number]>>;

function describeRoute(route: Route, facts: ReadonlyMap<number, EdgeFacts>, ends: Ends): WalkRoute {
  const parts = route.stretches.map((stretch) => legOf(stretch, facts.get(stretch.edge)!));
  const legs = withAccess(joinLegs(parts), route, ends);
  const sum = (of: (leg: WalkLeg) => number) => legs.reduce((total, leg) => total + of(leg), 0);
  // rises are summed edge by edge: a leg over a hump climbs and falls
  const rises = parts.map(({ climbM }) => climbM ?? 0);
  return {
    seconds: route.seconds,
    plusMinusSeconds: route.plusMinusS,
    lengthM: sum(({ kind, lengthM }) => (kind === "lift" || kind === "cableway" ? 0 : lengthM)),
    ascentM: rises.reduce((total, rise) => total + Math.max(0, rise), 0),
    descentM: rises.reduce((total, rise) => total + Math.max(0, -rise), 0),
    steps: sum(({ steps }) => steps ?? 0),
    unknownRises: legs.filter(({ kind, climbM }) => kind !== "access" && climbM === null).length,
    legs,
  };
}

function legOf({ forward, share, seconds, coordinates }: RouteStretch, edge: EdgeFacts): WalkLeg {
  const { kind, nameZh, nameEn, openHours, fare } = edge;
  return {
    ...{ kind, nameZh, nameEn, openHours, fare, seconds },
    lengthM: edge.lengthM * share,
    climbM: edge.climbM === null ? null : edge.climbM * share * (forward ? 1 : -1),
    steps: edge.steps === null ? null : Math.round(edge.steps * share),
    hoursReadable: openHours === null ? null : isOpen(openHours, { weekday: 0, minute: 0 }) !== null,
    coordinates: coordinates.map((each) => [...each]),
  };
}

const ON_THE_LEVEL = new Set(["road", "path", "crossing"]);

// a street goes on over its crossings and where its name is not written
function isSameLeg(a: WalkLeg, b: WalkLeg): boolean {
  const level = ON_THE_LEVEL.has(a.kind) && ON_THE_LEVEL.has(b.kind);
  const named = a.nameZh === b.nameZh || (level && (a.nameZh === null || b.nameZh === null));
  const alike = a.openHours === b.openHours && a.fare === b.fare;
  return (a.kind === b.kind || level) && named && alike;
}

function joinLegs(parts: readonly WalkLeg[]): WalkLeg[] {
  const legs: WalkLeg[] = [];
  for (const part of parts) {
    const last = legs.at(-1);
    if (last && isSameLeg(last, part)) legs[legs.length - 1] = joined(last, part);
    else legs.push(part);
  }
  return legs;
}

const plus = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);

function joined(a: WalkLeg, b: WalkLeg): WalkLeg {
  const longer = a.lengthM >= b.lengthM ? a : b;
  return {
    ...a,
    kind: longer.kind,
    nameZh: a.nameZh ?? b.nameZh,
    nameEn: a.nameZh === null ? b.nameEn : a.nameEn,
    seconds: a.seconds + b.seconds,
    lengthM: a.lengthM + b.lengthM,
    climbM: plus(a.climbM, b.climbM),
    steps: a.kind === "stairs" ? plus(a.steps, b.steps) : null,
    coordinates: [...a.coordinates, ...b.coordinates.slice(1)],
  };
}

/** Shorter than this a straight walk onto the network is not worth a line, metres. */
const SHOWN_ACCESS_M = 1;

function withAccess(legs: readonly WalkLeg[], route: Route, { origin, destination }: Ends): WalkLeg[] {
  const access = (end: 0 | 1, coordinates: (readonly number[])[]): WalkLeg => ({
    kind: "access",
    ...{ nameZh: null, nameEn: null, openHours: null, hoursReadable: null, fare: null, steps: null },
    seconds: route.connectorsS[end],
    lengthM: route.connectorsM[end],
    // no height is read off the network: the straight line is walked flat, which is not known to be so
    climbM: null,
    coordinates: coordinates.map((each) => [...each]),
  });
  const [first, last] = [legs[0]?.coordinates[0], legs.at(-1)?.coordinates.at(-1)];
  return [
    ...(route.connectorsM[0] > SHOWN_ACCESS_M ? [access(0, [origin, first ?? destination])] : []),
    ...legs,
    ...(route.connectorsM[1] > SHOWN_ACCESS_M ? [access(1, [last ?? origin, destination])] : []),
  ];
}

function missedOf(
  route: Route | null,
  { edges }: ConditionFacts,
  { at, fares }: WalkRouteParams,
): ConditionalEdge[] {
  const walked = new Set(route?.stretches.map(({ edge }) => edge));
  const time = parseLocalTime(at);
  const isLeftAside = ({ openHours, fare }: ConditionalEdge) =>
    (openHours !== null && isOpen(openHours, time) === false) ||
    (fares === "avoid" && fare !== null && isPaid(fare));
  return eachLineOnce(edges.filter((edge) => walked.has(edge.ordinal) && isLeftAside(edge)));
}

const CARRIERS = ["escalator", "lift", "cableway"];

function qualityOfRoute({ route }: WalkRouteResult): DataQuality[] {
  const legs = route?.legs ?? [];
  const silent = legs.filter(({ kind, openHours }) => CARRIERS.includes(kind) && openHours === null);
  const unreadable = legs.filter(({ hoursReadable }) => hoursReadable === false);
  return applying(
    route === null && quality("no-way", { field: "route" }),
    (route?.unknownRises ?? 0) > 0 && quality("edges-without-rise", { count: route!.unknownRises }),
    unreadable.length > 0 && quality("hours-unreadable", { count: unreadable.length }),
    silent.length > 0 && quality("hours-absent", { count: silent.length }),
  );
}

const METHODS: Method[] = [
  ownMethod(
    "route",
    "The quickest walk over the network for the persona at the local time, straight connectors of at most 150 m at both ends walked flat, whose climb is not known; looked for within an hour.",
  ),
  ownMethod(
    "onFoot",
    "The same walk if the escalators, lifts and cableways of the route did not run. whenOpen is the walk if nothing were closed or left aside for its fare.",
  ),
  CONDITIONS_METHOD,
  UNCERTAINTY_METHOD,
  SPEED_METHOD,
];
