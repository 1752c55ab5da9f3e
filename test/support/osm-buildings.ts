import { createOSMStream } from "osm-pbf-parser-node";

export type OsmBuilding = { id: string; use: string; floors: number | null; ring: [number, number][] };

type Element = {
  type?: "node" | "way" | "relation";
  id: number;
  lon: number;
  lat: number;
  refs: number[];
  tags?: Record<string, string>;
};

/** Building outlines that are one closed way of a PBF file, closed rings in lon/lat; floors as tagged. */
export async function readOsmBuildings(path: string): Promise<OsmBuilding[]> {
  const nodes = new Map<number, [number, number]>();
  const ways: Element[] = [];
  for await (const item of createOSMStream(path, { withInfo: false })) {
    const element = item as Element;
    if (element.type === "node") nodes.set(element.id, [element.lon, element.lat]);
    else if (element.type === "way" && element.tags?.building) ways.push(element);
  }
  return ways.flatMap(({ id, refs, tags }) => {
    const ring = refs.map((ref) => nodes.get(ref)).filter((place) => place !== undefined);
    if (ring.length < 4 || ring.length < refs.length || refs[0] !== refs.at(-1)) return [];
    const floors = Number.parseFloat(tags?.["building:levels"] ?? "");
    return [{ id: `w${id}`, use: tags!.building!, floors: Number.isFinite(floors) ? floors : null, ring }];
  });
}
