import { StartupError } from "../../startup-error.ts";
import type { Extent } from "../boundary.ts";
import { NodePlaces } from "./node-places.ts";
import { type OsmItem, type OsmNode, type OsmRelation, type OsmWay, readPbf } from "./read-pbf.ts";

/** The part of a PBF file that concerns one district: what touches an extent, whole. */
export interface OsmExtract {
  readonly places: NodePlaces;
  /** Nodes with tags inside the extent. */
  readonly nodes: readonly OsmNode[];
  /** Tagged ways with at least a node inside the extent, and the members of the relations. */
  readonly ways: ReadonlyMap<number, OsmWay>;
  readonly relations: readonly OsmRelation[];
  /** Date of the data where the file says it, YYYY-MM-DD. */
  readonly asOf: string | null;
  /** Node ids that ways refer to and the file does not hold. */
  readonly missingNodes: number;
}

const ROUTES = new Set(["foot", "hiking", "subway", "light_rail", "monorail"]);
/** Boundaries from the subdistrict down; the outlines of provinces and countries are no concern of a district. */
const OUTERMOST_ADMIN_LEVEL = 8;

/**
 * Reads a PBF file for one extent, in two passes and up to two more where shapes reach beyond the extent: memory grows
 * with what lies inside the extent, not with the file. Throws StartupError naming the file where it is broken, not sorted
 * nodes before ways, or holds nothing inside.
 */
export async function readExtract(file: string, extent: Extent): Promise<OsmExtract> {
  const draft = new Draft(extent);
  for await (const item of readPbf(file)) draft.takeRelation(item);
  for await (const item of readPbf(file)) draft.takeInside(item, file);
  if (draft.places.count === 0) {
    throw new StartupError(
      `${file} holds nothing inside the boundary; take the extract of the same place, and a boundary in longitude, latitude.`,
    );
  }
  draft.places.seal();
  draft.keepTouched();
  await readAbsentWays(file, draft);
  return { ...draft, missingNodes: await readMissingNodes(file, draft) };
}

async function readAbsentWays(file: string, draft: Draft): Promise<void> {
  const absent = draft.absentMembers();
  if (absent.size === 0) return;
  for await (const item of readPbf(file)) {
    if (item.type === "way" && absent.has(item.id)) draft.ways.set(item.id, item);
  }
}

async function readMissingNodes(file: string, draft: Draft): Promise<number> {
  const missing = draft.missingRefs();
  if (missing.size === 0) return 0;
  for await (const item of readPbf(file)) {
    if (item.type === "node" && missing.delete(item.id)) draft.places.add(item.id, item.lon, item.lat);
  }
  draft.places.seal();
  return missing.size;
}

class Draft {
  readonly places = new NodePlaces();
  readonly nodes: OsmNode[] = [];
  readonly ways = new Map<number, OsmWay>();
  relations: OsmRelation[] = [];
  asOf: string | null = null;
  readonly #extent: Extent;
  readonly #members = new Set<number>();

  constructor(extent: Extent) {
    this.#extent = extent;
  }

  takeRelation(item: OsmItem): void {
    if (item.type === undefined) this.asOf = dateOf(item.osmosis_replication_timestamp);
    if (item.type !== "relation" || !isOfUse(item)) return;
    this.relations.push(item);
    for (const { type, ref } of item.members) if (type === "way") this.#members.add(ref);
  }

  takeInside(item: OsmItem, file: string): void {
    if (item.type === "node") {
      if (this.ways.size > 0) {
        throw new StartupError(`${file} is not sorted; sort it with osmium sort, nodes come before ways.`);
      }
      this.#takeNode(item);
    } else if (item.type === "way") {
      if (item.tags === undefined && !this.#members.has(item.id)) return;
      if (item.refs.some((ref) => this.places.find(ref) >= 0)) this.ways.set(item.id, item);
    }
  }

  #takeNode(node: OsmNode): void {
    const [west, south, east, north] = this.#extent;
    if (node.lon < west || node.lon > east || node.lat < south || node.lat > north) return;
    this.places.add(node.id, node.lon, node.lat);
    if (node.tags) this.nodes.push(node);
  }

  keepTouched(): void {
    this.relations = this.relations.filter(({ members }) =>
      members.some(({ type, ref }) => type === "way" && this.ways.has(ref)),
    );
  }

  // a river is closed by banks far outside; a route is cut off where the extent ends
  absentMembers(): Set<number> {
    const areas = this.relations.filter(({ tags }) => tags?.type !== "route");
    const members = areas.flatMap((relation) => relation.members);
    return new Set(
      members.filter(({ type, ref }) => type === "way" && !this.ways.has(ref)).map(({ ref }) => ref),
    );
  }

  missingRefs(): Set<number> {
    const missing = new Set<number>();
    for (const { refs } of this.ways.values()) {
      for (const ref of refs) if (this.places.find(ref) < 0) missing.add(ref);
    }
    return missing;
  }
}

function isOfUse({ tags = {} }: OsmRelation): boolean {
  if (tags.type === "route") return ROUTES.has(tags.route ?? "");
  if (tags.type === "boundary" || tags.boundary === "administrative") {
    return Number(tags.admin_level) >= OUTERMOST_ADMIN_LEVEL;
  }
  return tags.type === "multipolygon";
}

function dateOf(secondsSince1970: number): string | null {
  return secondsSince1970 > 0 ? new Date(secondsSince1970 * 1_000).toISOString().slice(0, 10) : null;
}
