import { type OsmArea, placesOf } from "./areas.ts";
import type { OsmExtract } from "./extract.ts";
import { squareLinks } from "./square-links.ts";
import { readWalkLine, type WalkFacts } from "./walk-line.ts";

/** A line of the walking network before it is cut: places in their order. */
export interface WalkLine extends WalkFacts {
  /** w123, or r123 for the edge of a square that is a relation. */
  readonly id: string;
  readonly sourceId: string;
  readonly places: readonly number[];
}

/**
 * The lines people walk along: open ways, the outlines of squares and other areas to walk on, and straight links across
 * them between the places where other lines meet their edge.
 */
export function readWalkLines(
  extract: OsmExtract,
  areas: readonly OsmArea[],
  wheelchairWidthM: number,
): WalkLine[] {
  const lines: WalkLine[] = [];
  const squares: (WalkLine & { rings: readonly (readonly number[])[] })[] = [];
  for (const way of extract.ways.values()) {
    const facts = way.tags && readWalkLine(way.tags, wheelchairWidthM);
    if (!facts) continue;
    const places = placesOf(extract, way);
    const line = { ...facts, id: `w${way.id}`, sourceId: `way/${way.id}`, places };
    if (way.tags?.area === "yes" && places[0] === places.at(-1)) squares.push({ ...line, rings: [places] });
    else if (places.length >= 2) lines.push(line);
  }
  for (const area of areas) {
    const facts =
      area.id.startsWith("r") && area.tags.highway ? readWalkLine(area.tags, wheelchairWidthM) : null;
    if (facts)
      squares.push({ ...facts, id: area.id, sourceId: area.sourceId, places: [], rings: ringsOf(area) });
  }
  const outlines = squares.flatMap(({ rings, ...square }) =>
    rings.map((places, index) => ({
      ...square,
      id: rings.length > 1 ? `${square.id}.${index}` : square.id,
      places,
    })),
  );
  const met = placesUsed([...lines, ...outlines]);
  const links = squares.flatMap(({ rings, ...square }) =>
    squareLinks(extract.places, rings, (place) => met.get(place)! > 1).map((places, index) => ({
      ...square,
      id: `${square.id}.link${index}`,
      places,
    })),
  );
  return [...lines, ...outlines, ...links];
}

// the outline of an area holds its outer rings one after the other, each closed
function ringsOf({ outline }: OsmArea): number[][] {
  const rings: number[][] = [];
  let ring: number[] = [];
  for (const place of outline) {
    ring.push(place);
    if (ring.length < 2 || place !== ring[0]) continue;
    rings.push(ring);
    ring = [];
  }
  return rings;
}

// how many lines use a place; a ring counts its repeated first place once
function placesUsed(lines: readonly WalkLine[]): Map<number, number> {
  const used = new Map<number, number>();
  for (const { places } of lines) {
    for (const place of new Set(places)) used.set(place, (used.get(place) ?? 0) + 1);
  }
  return used;
}
