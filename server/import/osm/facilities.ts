import { pointWkb } from "../../database/wkb-writer.ts";
import type { StoreRow } from "../store-rows.ts";
import { classifyFacility, type FacilityMatch, type Tags } from "../tag-table.ts";
import { writeRows } from "../write-rows.ts";
import { placesOf } from "./areas.ts";
import type { LayerContext } from "./context.ts";
import { isYes, nameEn, nameZh } from "./tag-names.ts";

type FacilityRow = StoreRow<"facility">;
type EntranceRow = StoreRow<"facility_entrance">;

interface Found {
  readonly id: string;
  readonly sourceId: string;
  readonly tags: Tags;
  readonly areaSqm: number | null;
  readonly context: boolean;
  readonly geom: Buffer;
  /** Places of the outline; empty for a point. */
  readonly outline: readonly number[];
}

interface FacilityOptions {
  /** Metro stations entered at their own entrances: not themselves a place to walk to. */
  readonly stationsWithEntrance: ReadonlySet<number>;
}

/** Writes the facilities of district and context by the tag table, polygons with the entrances mapped on them. */
export async function writeFacilities(context: LayerContext, options: FacilityOptions): Promise<void> {
  const { database, dataset, tagTables, report } = context;
  const facilities: FacilityRow[] = [];
  const entrances: EntranceRow[] = [];
  const leftOut = new Map<string, string[]>();
  const gates = gatePlaces(context);
  for (const found of findAll(context, options)) {
    const match = classifyFacility(tagTables.facility, found.tags, found.areaSqm);
    if (match?.kind === "left-out") {
      leftOut.set(match.reason, [...(leftOut.get(match.reason) ?? []), found.sourceId]);
    } else if (match) {
      const rows = facilityRows(found, match);
      facilities.push(...rows);
      entrances.push(...rows.flatMap(({ id }) => entranceRows(context, id!, found, gates)));
    }
  }
  await writeRows(database, dataset, "facility", facilities);
  await writeRows(database, dataset, "facility_entrance", entrances);
  report.cameIn("facility", facilities.length);
  for (const [reason, sourceIds] of [...leftOut].sort()) {
    report.leftOut("facility", reason, sourceIds);
  }
  await reportAbsent(context, new Set(facilities.map(({ category }) => category!)));
}

function* findAll(context: LayerContext, { stationsWithEntrance }: FacilityOptions): Generator<Found> {
  const { extract, areas, area } = context;
  const { places } = extract;
  for (const { id, lon, lat, tags } of extract.nodes) {
    if (!tags || !area.isInContext(lon, lat) || stationsWithEntrance.has(id)) continue;
    yield {
      ...{ id: `n${id}`, sourceId: `node/${id}`, tags, areaSqm: null, outline: [] },
      ...{ context: !area.isInside(lon, lat), geom: pointWkb(lon, lat) },
    };
  }
  const drawn = new Set(areas.map(({ id }) => id));
  for (const { id, sourceId, tags, areaSqm, touches, wkb, outline } of areas) {
    const isNear = outline.some((place) => area.isInContext(places.lonOf(place), places.latOf(place)));
    if (isNear) yield { id, sourceId, tags, areaSqm, context: !touches, geom: wkb, outline };
  }
  // a platform drawn as a line: its middle stands for it
  for (const way of extract.ways.values()) {
    if (!way.tags || drawn.has(`w${way.id}`) || isStreet(way.tags)) continue;
    const line = placesOf(extract, way);
    if (line.length < 2) continue;
    const middle = line[line.length >> 1]!;
    const [lon, lat] = [places.lonOf(middle), places.latOf(middle)];
    if (!area.isInContext(lon, lat)) continue;
    yield {
      ...{ id: `w${way.id}`, sourceId: `way/${way.id}`, tags: way.tags, areaSqm: null, outline: [] },
      ...{ context: !area.isInside(lon, lat), geom: pointWkb(lon, lat) },
    };
  }
}

const isStreet = (tags: Tags) => tags.highway !== undefined && tags.public_transport === undefined;

function facilityRows(found: Found, match: Extract<FacilityMatch, { kind: "facility" }>): FacilityRow[] {
  return match.categories.map((category, index) => ({
    // one element of two categories is two facilities at one place
    id: index === 0 ? found.id : `${found.id}:${category}`,
    source_id: found.sourceId,
    category,
    name_zh: nameZh(found.tags),
    name_en: nameEn(found.tags),
    certainty: match.certainty,
    capacity: /^\d{1,6}$/.test(found.tags.capacity ?? "") ? Number(found.tags.capacity) : null,
    area_sqm: found.areaSqm,
    context: found.context,
    geom: found.geom,
  }));
}

// entrances, gates and doors that are open to people on foot
function gatePlaces({ extract }: LayerContext): Set<number> {
  const isGate = (tags: Tags) =>
    (isYes(tags.entrance) && tags.entrance !== "emergency" && tags.entrance !== "service") ||
    (tags.barrier === "gate" && tags.access !== "private" && tags.access !== "no");
  return new Set(
    extract.nodes.filter(({ tags }) => tags && isGate(tags)).map(({ id }) => extract.places.find(id)),
  );
}

function entranceRows(
  { extract: { places } }: LayerContext,
  facilityId: string,
  { outline }: Found,
  gates: ReadonlySet<number>,
): EntranceRow[] {
  return [...new Set(outline)]
    .filter((place) => gates.has(place))
    .map((place) => ({
      id: `${facilityId}.${places.idOf(place)}`,
      facility_id: facilityId,
      geom: pointWkb(places.lonOf(place), places.latOf(place)),
    }));
}

async function reportAbsent({ database, report }: LayerContext, present: ReadonlySet<string>): Promise<void> {
  const { rows } = await database.query<{ code: string }>(
    "SELECT code FROM facility_category ORDER BY ordinal",
  );
  const absent = rows.map(({ code }) => code).filter((code) => !present.has(code));
  report.add(
    "missing",
    "categories-absent",
    `${absent.length} of ${rows.length} facility categories are absent from the data, which is not the same as none being there: ${absent.join(", ")}`,
    { layer: "facility", sourceIds: absent, share: rows.length === 0 ? 0 : absent.length / rows.length },
  );
}
