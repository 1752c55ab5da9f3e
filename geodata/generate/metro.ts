import { controlRows, placeIn, placeOf } from "./control.ts";
import { curveThrough } from "./curve.ts";
import type { Network } from "./network.ts";
import { distanceM, type Plane, type Point, toPlane } from "./plane.ts";

/** A station with its entrances, each at a node of the walking network. */
export interface MetroStation {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly place: Point;
  readonly lines: readonly string[];
  readonly context: boolean;
  readonly entrances: readonly Point[];
}

/** A metro line through its stations and the places the control facts put between them. */
export interface MetroLine {
  readonly ref: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly colour: string;
  readonly line: readonly Point[];
}

const ENTRANCE_REACH_M = 220;

// The nearest street node in each quarter of the compass.
function entrancesOf(place: Point, network: Network, streetNodes: readonly number[]): Point[] {
  const nearest = new Map<number, { place: Point; away: number }>();
  for (const number of streetNodes) {
    const node = network.nodes[number]!.place;
    const away = distanceM(node, place);
    if (away > ENTRANCE_REACH_M) continue;
    const quarter = (node[0] >= place[0] ? 1 : 0) + (node[1] >= place[1] ? 2 : 0);
    if (away < (nearest.get(quarter)?.away ?? Number.POSITIVE_INFINITY))
      nearest.set(quarter, { place: node, away });
  }
  return [...nearest].sort((a, b) => a[0] - b[0]).map(([, { place: node }]) => node);
}

/** The stations of the control facts, with entrances where streets are near. */
export function placeStations(plane: Plane, network: Network): MetroStation[] {
  const streetNodes = [
    ...new Set(
      network.edges
        .filter(({ kind, context }) => (kind === "road" || kind === "path") && !context)
        .flatMap(({ from, to }) => [from, to]),
    ),
  ];
  return controlRows("metro-station").map((row, at) => {
    const place = toPlane(plane, placeOf(row));
    const context = row.context === "true";
    return {
      id: `station:${at + 1}`,
      nameZh: row.name_zh!,
      nameEn: row.name_en!,
      place,
      lines: row.lines!.split(";"),
      context,
      entrances: context ? [] : entrancesOf(place, network, streetNodes),
    };
  });
}

/** The lines of the control facts: each course names stations and, between them, places by longitude and latitude. */
export function drawLines(plane: Plane, stations: readonly MetroStation[]): MetroLine[] {
  const placeByName = new Map(stations.map(({ nameZh, place }) => [nameZh, place]));
  return controlRows("metro-line").map((row) => ({
    ref: row.ref!,
    nameZh: row.name_zh!,
    nameEn: row.name_en!,
    colour: row.colour!,
    line: curveThrough(
      row.course!.split(";").map((stop) => placeByName.get(stop) ?? toPlane(plane, placeIn(stop))),
    ),
  }));
}
