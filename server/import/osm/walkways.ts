import { multiLineWkb } from "../../database/wkb-writer.ts";
import { lineLengthM } from "../line-length.ts";
import type { StoreRow } from "../store-rows.ts";
import type { Tags } from "../tag-table.ts";
import { writeRows } from "../write-rows.ts";
import { placesOf } from "./areas.ts";
import type { LayerContext } from "./context.ts";
import { nameEn, nameZh } from "./tag-names.ts";
import type { WalkEdgeRow } from "./walking-network.ts";

/** A named walking route and the ways it runs along. */
export interface WalkwayDraft {
  readonly id: string;
  readonly sourceId: string;
  readonly tags: Tags;
  readonly ways: readonly number[];
}

const ROUTES = new Set(["foot", "hiking"]);
/** 步道 in the name of a path is what a named walkway is called. */
const WALKWAY_NAME = /步道/;

/** The named walkways of an extract: foot and hiking routes with a name, and paths whose name says 步道, one per name. */
export function readWalkways({ extract, area }: LayerContext): WalkwayDraft[] {
  const { places } = extract;
  const drafts: WalkwayDraft[] = [];
  for (const { id, tags = {}, members } of extract.relations) {
    if (!ROUTES.has(tags.route ?? "") || nameZh(tags) === null) continue;
    const ways = members.filter(({ type }) => type === "way").map(({ ref }) => ref);
    drafts.push({ id: `r${id}`, sourceId: `relation/${id}`, tags, ways });
  }
  const taken = new Set(drafts.flatMap(({ ways }) => ways));
  const byName = new Map<string, WalkwayDraft>();
  for (const { id, tags } of extract.ways.values()) {
    const name = tags?.highway === undefined ? null : nameZh(tags);
    if (!tags || name === null || taken.has(id) || !WALKWAY_NAME.test(name)) continue;
    const known = byName.get(name);
    // named after its first way, so that it keeps its id
    const draft = { id: `w${id}`, sourceId: `way/${id}`, tags };
    byName.set(name, known ? { ...known, ways: [...known.ways, id] } : { ...draft, ways: [id] });
  }
  const isInside = ({ ways }: WalkwayDraft) =>
    ways
      .flatMap((id) => extract.ways.get(id) ?? [])
      .some((way) =>
        placesOf(extract, way).some((place) => area.isInside(places.lonOf(place), places.latOf(place))),
      );
  return [...drafts, ...byName.values()].filter(isInside);
}

/** Writes walkways with the climb and the steps of their edges; null where an edge does not know. */
export async function writeWalkways(
  context: LayerContext,
  drafts: readonly WalkwayDraft[],
  edges: readonly WalkEdgeRow[],
): Promise<void> {
  const { database, dataset, extract, report } = context;
  const edgesOf = new Map<string, WalkEdgeRow[]>();
  for (const edge of edges) {
    if (edge.walkway) edgesOf.set(edge.walkway, [...(edgesOf.get(edge.walkway) ?? []), edge]);
  }
  const rows = drafts.flatMap((draft): StoreRow<"walkway">[] => {
    const lines = draft.ways
      .flatMap((id) => extract.ways.get(id) ?? [])
      .map((way) => extract.places.coordinates(placesOf(extract, way)))
      .filter((line) => line.length >= 4);
    if (lines.length === 0) return [];
    const own = edgesOf.get(draft.id) ?? [];
    return [
      {
        ...{
          id: draft.id,
          source_id: draft.sourceId,
          name_zh: nameZh(draft.tags),
          name_en: nameEn(draft.tags),
        },
        length_m: lines.reduce((sum, line) => sum + lineLengthM(line), 0),
        climb_m: sumKnown(own.map(({ climb_m }) => (climb_m == null ? null : Math.abs(climb_m)))),
        steps: sumKnown(own.filter(({ kind }) => kind === "stairs").map(({ steps }) => steps ?? null)),
        geom: multiLineWkb(lines),
      },
    ];
  });
  await writeRows(database, dataset, "walkway", rows);
  report.cameIn("walkway", rows.length);
}

function sumKnown(values: readonly (number | null)[]): number | null {
  if (values.length === 0) return null;
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}
