import { multiLineWkb, pointWkb } from "../../database/wkb-writer.ts";
import { distanceM } from "../line-length.ts";
import type { StoreRow } from "../store-rows.ts";
import type { Tags } from "../tag-table.ts";
import { writeRows } from "../write-rows.ts";
import { placesOf } from "./areas.ts";
import type { LayerContext } from "./context.ts";
import type { OsmNode } from "./read-pbf.ts";
import { nameEn, nameZh } from "./tag-names.ts";

const METRO = new Set(["subway", "light_rail", "monorail"]);

/** Whether a node is a metro station. */
export function isMetroStation(tags: Tags): boolean {
  const station =
    tags.railway === "station" || tags.railway === "halt" || tags.public_transport === "station";
  if (!station) return false;
  return METRO.has(tags.station ?? "") || [...METRO].some((mode) => tags[mode] === "yes");
}

/**
 * Writes metro lines, stations and entrances, each of the nearest station at most `entranceMaxM` away; answers with the
 * node ids of stations that have an entrance mapped.
 */
export async function writeMetro(context: LayerContext, entranceMaxM: number): Promise<ReadonlySet<number>> {
  const { database, dataset, extract, area, report } = context;
  const near = extract.nodes.filter(({ lon, lat }) => area.isInContext(lon, lat));
  const stations = near.filter(({ tags }) => isMetroStation(tags ?? {}));
  const entrances = near.filter(({ tags }) => tags?.railway === "subway_entrance");
  const stationOf = new Map(
    entrances.map((entrance) => [entrance.id, nearestStation(entrance, stations, entranceMaxM)]),
  );
  await writeRows(
    database,
    dataset,
    "metro_station",
    stations.map((node) => ({ ...pointRow(context, node), lines: linesOf(node.tags ?? {}) })),
  );
  await writeRows(
    database,
    dataset,
    "metro_entrance",
    entrances.map((node): StoreRow<"metro_entrance"> => {
      const station = stationOf.get(node.id);
      return {
        ...pointRow(context, node),
        station: station ? `n${station.id}` : null,
        ref: node.tags?.ref ?? null,
      };
    }),
  );
  const lines = metroLines(context);
  await writeRows(database, dataset, "metro_line", lines);
  report.cameIn("metro-station", stations.length);
  report.cameIn("metro-entrance", entrances.length);
  report.cameIn("metro-line", lines.length);
  return new Set([...stationOf.values()].flatMap((station) => station?.id ?? []));
}

function pointRow({ area }: LayerContext, { id, lon, lat, tags = {} }: OsmNode) {
  return {
    id: `n${id}`,
    source_id: `node/${id}`,
    name_zh: nameZh(tags),
    name_en: nameEn(tags),
    context: !area.isInside(lon, lat),
    geom: pointWkb(lon, lat),
  };
}

function linesOf(tags: Tags): string[] {
  return (tags.line ?? tags.route_ref ?? "").split(/\s*[;,；、]\s*/).filter((line) => line !== "");
}

function nearestStation(entrance: OsmNode, stations: readonly OsmNode[], withinM: number): OsmNode | null {
  let nearest: OsmNode | null = null;
  let nearestM = withinM;
  for (const station of stations) {
    const apartM = distanceM(entrance.lon, entrance.lat, station.lon, station.lat);
    if (apartM > nearestM) continue;
    nearest = station;
    nearestM = apartM;
  }
  return nearest;
}

interface LineDraft {
  readonly id: string;
  readonly sourceId: string;
  readonly tags: Tags;
  readonly ways: readonly number[];
}

// both directions of a line are relations of their own: one row per ref, else per name
function metroLines({ extract }: LayerContext): StoreRow<"metro_line">[] {
  const drafts = new Map<string, LineDraft>();
  const add = (key: string, draft: LineDraft) => {
    const known = drafts.get(key);
    drafts.set(key, known ? { ...known, ways: [...new Set([...known.ways, ...draft.ways])] } : draft);
  };
  for (const { id, tags = {}, members } of extract.relations) {
    if (tags.type !== "route" || !METRO.has(tags.route ?? "")) continue;
    const ways = members.filter(({ type, role }) => type === "way" && !role.startsWith("platform"));
    add(tags.ref ?? tags.name ?? `r${id}`, {
      ...{ id: `r${id}`, sourceId: `relation/${id}`, tags },
      ways: ways.map(({ ref }) => ref),
    });
  }
  if (drafts.size === 0) {
    for (const { id, tags = {} } of extract.ways.values()) {
      if (!METRO.has(tags.railway ?? "") || tags.service !== undefined) continue;
      add(tags.ref ?? tags.name ?? `w${id}`, { id: `w${id}`, sourceId: `way/${id}`, tags, ways: [id] });
    }
  }
  return [...drafts.values()].flatMap((draft) => lineRow(extract, draft) ?? []);
}

function lineRow(extract: LayerContext["extract"], draft: LineDraft): StoreRow<"metro_line"> | null {
  const lines = draft.ways
    .flatMap((id) => extract.ways.get(id) ?? [])
    .map((way) => placesOf(extract, way))
    .filter((places) => places.length >= 2);
  if (lines.length === 0) return null;
  return {
    id: draft.id,
    source_id: draft.sourceId,
    name_zh: nameZh(draft.tags),
    name_en: nameEn(draft.tags),
    ref: draft.tags.ref ?? null,
    colour: draft.tags.colour ?? null,
    geom: multiLineWkb(lines.map((places) => extract.places.coordinates(places))),
  };
}
