import type { Database } from "../../database/database.ts";
import type { DistrictArea } from "../boundary.ts";
import { type DrawnShape, type MeasuredShape, measureShapes } from "../measure-shapes.ts";
import type { Tags } from "../tag-table.ts";
import type { OsmExtract } from "./extract.ts";
import type { OsmRelation, OsmWay } from "./read-pbf.ts";
import { joinRings } from "./rings.ts";
import { isYes } from "./tag-names.ts";

/** A polygon of the source, made valid. */
export interface OsmArea extends MeasuredShape {
  /** Stable id: w123 or r123. */
  readonly id: string;
  /** way/123 or relation/123. */
  readonly sourceId: string;
  readonly tags: Tags;
  /** Places of its outer rings. */
  readonly outline: readonly number[];
}

/** The polygons of an extract. */
export interface OsmAreas {
  readonly areas: readonly OsmArea[];
  /** Source ids of polygons the file does not hold whole: nodes or ways are missing, or a ring is not closed. */
  readonly incomplete: readonly string[];
  /** Source ids of polygons without any area. */
  readonly empty: readonly string[];
}

interface DraftArea {
  readonly id: string;
  readonly sourceId: string;
  readonly tags: Tags;
  readonly outline: readonly number[];
  readonly shape: DrawnShape;
}

const MIN_REFS = 4;
/** Keys whose closed ways are areas unless area=no; a closed street is a loop unless area=yes. */
const AREA_KEYS = [
  ...["building", "building:part", "natural", "water", "waterway", "landuse", "leisure", "amenity", "shop"],
  ...["office", "healthcare", "social_facility", "tourism", "historic", "place", "power", "man_made"],
  ...["aeroway", "boundary", "public_transport", "railway", "craft"],
];

/**
 * All polygons of an extract (closed ways and multipolygon or boundary relations), repaired and measured; `touches` says
 * whether they touch the district. What cannot be closed is counted, never guessed.
 */
export async function readAreas(
  database: Database,
  extract: OsmExtract,
  area: DistrictArea,
): Promise<OsmAreas> {
  const incomplete: string[] = [];
  const drafts: DraftArea[] = [];
  const take = (sourceId: string, draft: DraftArea | null) => {
    if (draft) drafts.push(draft);
    else incomplete.push(sourceId);
  };
  for (const way of extract.ways.values()) {
    if (isAreaWay(way)) take(`way/${way.id}`, wayArea(extract, way));
    else if (isOpenBuilding(way)) incomplete.push(`way/${way.id}`);
  }
  for (const relation of extract.relations) {
    if (relation.tags?.type !== "route") take(`relation/${relation.id}`, relationArea(extract, relation));
  }
  const measured = await measureShapes(
    database,
    drafts.map(({ shape }) => shape),
    area.wkb,
  );
  const empty = drafts.filter((_, index) => measured[index] === null).map(({ sourceId }) => sourceId);
  const areas = drafts.flatMap(({ shape: _, ...draft }, index) => {
    const shape = measured[index];
    return shape ? [{ ...draft, ...shape }] : [];
  });
  return { areas, incomplete, empty };
}

function isOpenBuilding({ refs, tags = {} }: OsmWay): boolean {
  return refs[0] !== refs.at(-1) && isYes(tags.building);
}

function isAreaWay({ refs, tags = {} }: OsmWay): boolean {
  if (refs.length < MIN_REFS || refs[0] !== refs.at(-1) || tags.area === "no") return false;
  return (
    tags.area === "yes" || (tags.highway === undefined && AREA_KEYS.some((key) => tags[key] !== undefined))
  );
}

/** The places of a way's nodes; those the file does not hold are left out. */
export function placesOf({ places }: OsmExtract, way: OsmWay): number[] {
  return way.refs.map((ref) => places.find(ref)).filter((place) => place >= 0);
}

function wayArea(extract: OsmExtract, way: OsmWay): DraftArea | null {
  const outline = placesOf(extract, way);
  if (outline.length < way.refs.length) return null;
  const shape = { outers: [extract.places.coordinates(outline)], inners: [] };
  return { id: `w${way.id}`, sourceId: `way/${way.id}`, tags: way.tags ?? {}, outline, shape };
}

function relationArea(extract: OsmExtract, relation: OsmRelation): DraftArea | null {
  const ringsOf = (isInner: boolean) => {
    const members = relation.members.filter(
      ({ type, role }) => type === "way" && (role === "inner") === isInner,
    );
    const ways = members.map(({ ref }) => extract.ways.get(ref));
    const lines = ways.map((way) => (way ? placesOf(extract, way) : []));
    const cut = ways.some((way, index) => way === undefined || lines[index]!.length < way.refs.length);
    return { ...joinRings(lines), cut };
  };
  const outer = ringsOf(false);
  const inner = ringsOf(true);
  if (outer.cut || outer.open > 0 || outer.rings.length === 0) return null;
  return {
    id: `r${relation.id}`,
    sourceId: `relation/${relation.id}`,
    tags: relation.tags ?? {},
    outline: outer.rings.flat(),
    shape: {
      outers: outer.rings.map((ring) => extract.places.coordinates(ring)),
      inners: inner.rings.map((ring) => extract.places.coordinates(ring)),
    },
  };
}
