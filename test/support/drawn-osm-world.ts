import { OsmFile } from "./osm-file.ts";

/**
 * A district of 2,000 m × 1,000 m at the equator, everything drawn in metres from its south-west corner.
 * Lower street along y = 100 from x = 0 to 400; a bridge over it along x = 200, from y = 0 to 200, on streets at both ends.
 * Upper street along y = 300. Between the two streets, each between nodes of its own:
 *   x = 0    stairs of 20 steps, tagged incline=up
 *   x = 100  stairs that nobody counted
 *   x = 300  an escalator that runs up only
 *   x = 350  an escalator of which no direction is known
 *   x = 400  a lift: a node that a path from below (level 0) and a path from above (level 3) share
 * A motorway, a private path, a path that is not built yet and a path with a locked gate in its middle.
 */
export function drawOsmWorld(): { file: OsmFile; lift: number } {
  const file = new OsmFile();
  const low = [0, 100, 300, 350, 390].map((x) => file.node(x, 100));
  const high = [0, 100, 300, 350, 390].map((x) => file.node(x, 300));
  const under = file.node(200, 100);
  const way = (places: Parameters<OsmFile["way"]>[0], tags: Record<string, string>) => file.way(places, tags);
  way([low[0]!, low[1]!, under, low[2]!, low[3]!, low[4]!], { highway: "residential", name: "下街" }); // 1
  way([...high], { highway: "residential", "name:zh": "上街" }); // 2
  const south = file.node(200, 0);
  const north = file.node(200, 200);
  way([[150, 0], south], { highway: "residential" }); // 3
  way([south, north], { highway: "residential", bridge: "yes", layer: "1" }); // 4
  way([north, [200, 290], high[1]!], { highway: "footway" }); // 5
  way([low[0]!, high[0]!], { highway: "steps", step_count: "20", incline: "up" }); // 6
  way([low[1]!, high[1]!], { highway: "steps" }); // 7
  way([low[2]!, high[2]!], { highway: "steps", conveying: "forward" }); // 8
  way([low[3]!, high[3]!], { highway: "steps", conveying: "yes" }); // 9
  const lift = file.node(400, 200, {
    highway: "elevator",
    opening_hours: "Mo-Su 06:00-23:00",
    charge: "1 CNY",
  });
  way([low[4]!, lift], { highway: "footway", level: "0" }); // 10
  way([lift, high[4]!], { highway: "footway", level: "3" }); // 11
  way([low[0]!, [-300, 100]], { highway: "motorway" }); // 12
  way([low[0]!, [0, 50]], { highway: "footway", access: "private" }); // 13
  way([low[1]!, [100, 50]], { highway: "construction", construction: "footway" }); // 14
  const gate = file.node(300, 50, { barrier: "gate", locked: "yes" });
  way([low[2]!, gate, [300, 0]], { highway: "footway" }); // 15
  // buildings: an estate, a house inside another, a default floor, a height, a bow-tie
  file.rectangle(500, 100, 20, 10, { building: "apartments", "building:levels": "6", name: "一号楼" }); // 16
  file.rectangle(505, 102, 10, 5, { building: "yes" }); // 17: within 16
  file.rectangle(600, 100, 11, 10, { building: "yes", "building:levels": "1" }); // 18: 110 m²
  file.rectangle(650, 100, 9, 10, { building: "yes", "building:levels": "1" }); // 19: 90 m²
  file.rectangle(700, 100, 20, 10, { building: "office", height: "30 m", start_date: "1998-05" }); // 20
  const bow = file.node(800, 100);
  file.way([bow, [820, 110], [820, 100], [800, 110], bow], { building: "house" }); // 21
  const outer = file.rectangle(900, 100, 30, 30, {}); // 22
  const inner = file.rectangle(910, 110, 10, 10, {}); // 23
  file.relation(
    [
      ["way", outer, "outer"],
      ["way", inner, "inner"],
    ],
    { type: "multipolygon", building: "apartments" },
  );
  file.rectangle(3500, 100, 20, 10, { building: "house" }); // 24: outside, within the context
  // a school with a gate, a river and land use
  const door = file.node(1000, 120, { entrance: "yes" });
  const corner = file.node(1000, 100);
  file.way([corner, [1050, 100], [1050, 150], [1000, 150], door, corner], {
    amenity: "school",
    name: "试验小学",
  }); // 25
  file.rectangle(-500, 600, 3000, 100, { natural: "water", water: "river", name: "试验河" }); // 26
  file.rectangle(1000, 550, 200, 100, { landuse: "residential", name: "试验小区" }); // 27: half of it under water
  file.rectangle(1100, 550, 200, 50, { landuse: "commercial" }); // 28: 100 m × 50 m of it over 27
  file.node(1200, 100, { amenity: "bank" });
  file.node(3000, 100, { amenity: "bank" }); // context
  file.node(9000, 100, { amenity: "bank" }); // beyond
  // landmarks: a museum as a node, a ruin as an area 100 m × 50 m; one without a name and one beyond are none
  file.node(1300, 100, { tourism: "museum", name: "试验馆", "name:en": "Trial Museum" });
  file.rectangle(1400, 100, 100, 50, { historic: "ruins", name: "试验遗址" }); // 29
  file.node(1500, 100, { tourism: "museum" });
  file.node(9000, 100, { historic: "memorial", name: "远处的碑" });
  return { file, lift };
}
