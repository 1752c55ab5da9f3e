import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Position } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { type Calibration, calibrationOf } from "../../geodata/generate/calibration.ts";
import { type City, makeCity } from "../../geodata/generate/city.ts";
import { sharedSqm } from "../../geodata/generate/clip.ts";
import { fingerprintOf } from "../../geodata/generate/fingerprint.ts";
import { convexOverlap } from "../../geodata/generate/frame.ts";
import { readLandmarks } from "../../geodata/generate/landmarks.ts";
import { distanceM, isInside, type Line, lengthM, signedAreaSqm } from "../../geodata/generate/plane.ts";
import { asRows, SAMPLE_SEED, type SampleDistrict } from "../../geodata/generate/sample-district.ts";
import { spatialHash } from "../../geodata/generate/spatial-hash.ts";
import { crossing } from "../../geodata/generate/street-drawing.ts";

// the bytes of the shipped district: whoever changes the generator or its facts changes this line, knowingly
const SHIPPED_SHA256 = "cec66846ee9a27069cbb48a4363e553d4921ab2e107b196cf974bc2e30fde954";
const OTHER_SEED = 20_251_224;

interface Made {
  readonly city: City;
  readonly sample: SampleDistrict;
  readonly measured: Calibration;
}
let shipped: Made;
let other: Made;

function make(seed: number): Made {
  const city = makeCity(seed);
  const sample = asRows(city);
  return { city, sample, measured: calibrationOf(sample) };
}

beforeAll(() => {
  shipped = make(SAMPLE_SEED);
  other = make(OTHER_SEED);
}, 300_000);

const both = [
  ["the shipped seed", () => shipped],
  ["another seed", () => other],
] as const;
const within = (share: number, target: number) => [target * (1 - share), target * (1 + share)] as const;
const expectWithin = (value: number, [low, high]: readonly [number, number]) => {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
};

describe("the sample district", () => {
  it("is the same to the byte on every machine", () => {
    expect(fingerprintOf(shipped.sample)).toBe(SHIPPED_SHA256);
  });

  it("says of itself that it is generated and its boundaries are schematic", () => {
    expect(shipped.sample.district.sample).toBe(true);
    expect(shipped.sample.source).toContain("演示数据（非真实）");
    const statuses = new Set(shipped.sample.tables.zone.map((zone) => zone.boundary_status));
    expect([...statuses]).toEqual(["schematic"]);
  });

  it("has money of which no source gives and no package shares out more than it has", () => {
    const { fundings, toProjects, toPackages, shares } = shipped.sample.money;
    const sum = (rows: readonly { readonly amount_yuan: number }[]) =>
      rows.reduce((total, { amount_yuan }) => total + amount_yuan, 0);
    expect(toProjects.length).toBeGreaterThan(40);
    for (const { id, amount_yuan, status } of fundings) {
      const given = sum([...toProjects, ...toPackages].filter(({ funding }) => funding === id));
      expect(given).toBeLessThanOrEqual(status === "target" ? 0 : (amount_yuan ?? 0));
    }
    for (const given of toPackages)
      expect(sum(shares.filter((share) => share.package === given.package))).toBeLessThanOrEqual(
        given.amount_yuan,
      );
  });

  it("differs where the seed differs", () => {
    expect(fingerprintOf(other.sample)).not.toBe(SHIPPED_SHA256);
  });
});

describe.each(both)("calibration of %s", (_, made) => {
  it("has 20.08 km² of land, 17.98 of them construction land, within 0.5 %", () => {
    expectWithin(made().measured.landSqm, within(0.005, 20_080_000));
    expectWithin(made().measured.constructionLandSqm, within(0.005, 17_980_000));
  });

  it("has 43.34 million m² above ground within 0.5 %", () => {
    expectWithin(made().measured.gfaAboveSqm, within(0.005, 43_340_000));
  });

  it("has a gross plot ratio of 2.41 ± 0.02 and about 2.16 on land", () => {
    // 43.34 / 17.98 = 2.410 and 43.34 / 20.08 = 2.158
    expectWithin(made().measured.grossPlotRatio, [2.39, 2.43]);
    expectWithin(made().measured.landAreaPlotRatio, [2.14, 2.18]);
  });

  it("has the 588,717 residents of the census exactly, by age as well", () => {
    expect(made().measured.residents).toBe(588_717);
    const ages = made().sample.tables.building.map((row) => row.residents_by_age as number[]);
    expect(ages.flat().reduce((sum, part) => sum + part, 0)).toBe(588_717);
    for (const row of made().sample.tables.building) {
      const parts = (row.residents_by_age as number[]).reduce((sum, part) => sum + part, 0);
      expect(parts).toBe(row.residents);
    }
  });

  it("has 20,000 to 25,000 buildings, every one with floors, year, structure and grade", () => {
    expectWithin(made().measured.buildings, [20_000, 25_000]);
    for (const row of made().sample.tables.building) {
      expect(row.floors_above).toBeGreaterThanOrEqual(1);
      expect(row.floors_source).toBe("measured");
      // the guild halls are of 1759, all else of the last hundred years
      expectWithin(row.year_built as number, [1759, 2025]);
      expect("ABCD").toContain(row.safety_grade);
      expect(row.structure).toBeTruthy();
    }
  });

  it("has grades, ages and heights in the stated shares of buildings", () => {
    const { byGrade, byAgeClass, byHeightClass } = made().measured;
    expectWithin(byGrade.A!, [0.3, 0.5]);
    expectWithin(byGrade.C!, [0.12, 0.24]);
    expectWithin(byGrade.D!, [0.03, 0.09]);
    expectWithin(byAgeClass["before-1980"]!, [0.35, 0.6]);
    expectWithin(byAgeClass["1980s"]!, [0.14, 0.28]);
    expectWithin(byAgeClass["2001-2010"]!, [0.04, 0.16]);
    expectWithin(byHeightClass["1-3"]!, [0.55, 0.75]);
    expectWithin(byHeightClass["7-9"]!, [0.08, 0.2]);
    expectWithin(byHeightClass["27+"]!, [0.015, 0.05]);
  });

  it("deals safety grades exactly as stated in each age class", () => {
    // before 1980: 12 % A, 46 % B, 31 % C, 11 % D, to the building
    const old = made().sample.tables.building.filter((row) => (row.year_built as number) < 1980);
    const share = (grade: string) => old.filter((row) => row.safety_grade === grade).length / old.length;
    expect(share("A")).toBeCloseTo(0.12, 3);
    expect(share("B")).toBeCloseTo(0.46, 3);
    expect(share("C")).toBeCloseTo(0.31, 3);
    expect(share("D")).toBeCloseTo(0.11, 3);
  });

  it("has 19.1 km of riverfront within 1 %, with ways down to the water", () => {
    expectWithin(made().measured.riverfrontM, within(0.01, 19_100));
    const accesses = made().sample.tables.riverfront_segment.map((row) => row.access_points as number);
    expect(accesses.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
    // unevenly: about one in 420 m, between 294 and 588 m apart
    expect(Math.max(...accesses)).toBeGreaterThan(Math.min(...accesses));
    expect(Math.max(...accesses)).toBeLessThanOrEqual(4);
  });

  it("has buildings on the sites of construction blocks only", () => {
    const { buildings, blocks } = made().city;
    for (const { ring, block, site } of buildings) {
      const { landClass, sites, face } = blocks[block]!;
      expect(landClass).not.toBe("E");
      const ground = sites[site]!;
      expect(ring.every((corner) => isInside(corner, ground) && isInside(corner, face.ring))).toBe(true);
    }
  });

  it("has no two buildings on one place, towers through a podium standing in its holes", () => {
    const { buildings } = made().city;
    const hash = spatialHash<number>(60);
    buildings.forEach(({ ring, holes, middle }, number) => {
      const reachM = Math.max(...ring.map((corner) => distanceM(corner, middle)));
      for (const near of hash.near(middle, reachM)) {
        const earlier = buildings[near]!;
        if (!convexOverlap(ring, earlier.ring, 0)) continue;
        const inHoles = (own: readonly Line[], other: Line) =>
          own.reduce((sum, hole) => sum + sharedSqm(hole, other), 0);
        const sharedAllSqm = sharedSqm(ring, earlier.ring);
        const clearSqm = inHoles(holes, earlier.ring) + inHoles(earlier.holes, ring);
        expect(sharedAllSqm - clearSqm).toBeLessThan(0.05);
      }
      const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
      hash.add(number, [Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]);
    });
  });

  it("draws every building by rings that cross neither themselves nor each other, holes inside", () => {
    for (const { ring, holes } of made().city.buildings) {
      const sides = [ring, ...holes].flatMap((line) =>
        line.map((corner, at) => [corner, line[(at + 1) % line.length]!] as const),
      );
      const crossings = sides.flatMap(([a, b], at) =>
        sides.slice(at + 1).filter(([c, d]) => a !== d && b !== c && crossing(a, b, c, d) !== null),
      );
      expect(crossings).toEqual([]);
      expect(holes.flat().every((corner) => isInside(corner, ring))).toBe(true);
    }
  });

  it("raises the known masses: two towers of about 350 m at the tip, the highest at 458 m", () => {
    const masses = made().city.buildings.filter(({ mass }) => mass !== null);
    const heights = (id: string) =>
      masses.filter(({ mass }) => mass!.compound.id === id).map(({ heightM }) => heightM);
    expect(heights("raffles").filter((height) => height > 340)).toHaveLength(2);
    expect(heights("raffles").filter((height) => height > 200).length).toBeGreaterThanOrEqual(6);
    expect(Math.max(...masses.map(({ heightM }) => heightM))).toBe(458);
    expect(
      masses.every(({ archetype, floorsAbove }) => archetype.id !== "cbd-tower" || floorsAbove > 25),
    ).toBe(true);
  });

  it("keeps ridges and old quarters low and the centres high", () => {
    const { buildings, outline } = made().city;
    const landmarks = readLandmarks(outline.plane);
    const highest = (nameZh: string, radiusM: number) => {
      const { place } = landmarks.find((landmark) => landmark.nameZh === nameZh)!;
      const near = buildings.filter(({ middle }) => distanceM(middle, place) < radiusM);
      return Math.max(0, ...near.map(({ floorsAbove }) => floorsAbove));
    };
    // geodata/control/skyline.csv: nine floors at the most on ridges, five in the heritage core of 十八梯 (4 under its 12 m)
    expect(highest("鹅岭公园", 200)).toBeLessThanOrEqual(9);
    expect(highest("枇杷山", 150)).toBeLessThanOrEqual(9);
    expect(highest("十八梯", 120)).toBeLessThanOrEqual(4);
    expect(highest("解放碑", 300)).toBeGreaterThan(50);
    expect(highest("大坪时代天街", 300)).toBeGreaterThan(38);
  });

  it("leaves cliffs empty and builds nothing but houses on steep ground", () => {
    const { buildings, elevation } = made().city;
    for (const { middle, archetype, mass } of buildings) {
      const [gx, gy] = elevation.gradientAt(middle);
      const slope = Math.sqrt(gx * gx + gy * gy);
      if (mass) continue;
      expect(slope).toBeLessThanOrEqual(0.42);
      if (archetype.id.startsWith("tower")) expect(slope).toBeLessThanOrEqual(0.32);
    }
  });

  it("covers the land with subdistricts and communities, no block left out or counted twice", () => {
    const { administration, blocks } = made().city;
    const landSqm = blocks.reduce((sum, { face }) => sum + face.areaSqm, 0);
    for (const kind of ["subdistrict", "community"]) {
      const zones = administration.filter((zone) => zone.kind === kind);
      expect(zones).toHaveLength(kind === "subdistrict" ? 11 : 79);
      expect(zones.flatMap((zone) => zone.blocks).sort((a, b) => a - b)).toEqual([...blocks.keys()]);
      // rings walked along the borders enclose what the blocks cover, to the square metre
      const ringsSqm = zones
        .flatMap((zone) => zone.polygons.flat())
        .reduce((sum, ring) => sum + signedAreaSqm(ring), 0);
      expect(Math.abs(ringsSqm - landSqm)).toBeLessThan(1);
    }
  });

  it("gives every subdistrict about its share of land", () => {
    const { administration, blocks } = made().city;
    const shares: Record<string, number> = { daping: 17, shiyoulu: 15, hualongqiao: 12, nanjimen: 5 };
    for (const [id, percent] of Object.entries(shares)) {
      const zone = administration.find((candidate) => candidate.id === `subdistrict:${id}`)!;
      const sqm = zone.blocks.reduce((sum, block) => sum + blocks[block]!.face.areaSqm, 0);
      expectWithin(sqm, within(0.15, (20_080_000 * percent) / 100));
    }
  });

  it("covers the land with land use, streets being what blocks leave", () => {
    const sqm = made().sample.tables.land_use.reduce((sum, row) => sum + (row.area_sqm as number), 0);
    expect(Math.abs(sqm - made().measured.landSqm)).toBeLessThan(1);
  });

  it("has a walking network in one part over more than 99 % of its length", () => {
    const { nodes, edges } = made().city.network;
    const parent = nodes.map((_, node) => node);
    const root = (node: number): number => {
      let at = node;
      while (parent[at] !== at) at = parent[at]!;
      return at;
    };
    for (const { from, to } of edges) parent[Math.max(root(from), root(to))] = Math.min(root(from), root(to));
    const byPart = new Map<number, number>();
    for (const edge of edges) {
      const part = root(edge.from);
      byPart.set(part, (byPart.get(part) ?? 0) + edge.lengthM);
    }
    const whole = [...byPart.values()].reduce((sum, part) => sum + part, 0);
    expect(Math.max(...byPart.values()) / whole).toBeGreaterThan(0.99);
  });

  it("has every kind of walking edge, each ending at its nodes", () => {
    const { nodes, edges } = made().city.network;
    const kinds = new Set(edges.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      ["bridge", "cableway", "crossing", "escalator", "lift", "path", "road", "stairs", "tunnel"].sort(),
    );
    for (const edge of edges) {
      expect(edge.line[0]).toEqual(nodes[edge.from]!.place);
      expect(edge.line.at(-1)).toEqual(nodes[edge.to]!.place);
    }
  });

  it("climbs stairs by whole steps of 0.155 m and grades main streets", () => {
    for (const { kind, climbM, steps, lengthM: metres, roadClass } of made().city.network.edges) {
      if (kind === "stairs") expect(Math.abs(climbM)).toBeCloseTo(steps! * 0.155, 6);
      if (kind === "road" && roadClass === "primary" && metres > 30)
        expect(Math.abs(climbM) / metres).toBeLessThan(0.1);
    }
  });

  it("has facilities of every category a life circle requires, heating aside", async () => {
    const file = join(import.meta.dirname, "../../geodata/standards/life-circle-requirement.csv");
    const rows = parse(await readFile(file, "utf8"), { columns: true }) as Record<string, string>[];
    const required = new Set(rows.filter((row) => row.required === "required").map((row) => row.category!));
    const present = new Set(made().sample.tables.facility.map((row) => row.category as string));
    expect([...required].filter((category) => !present.has(category))).toEqual([]);
    expect(present.size).toBeGreaterThanOrEqual(15);
    expect(present.has("utl.heat")).toBe(false);
  });

  it("has 67 public projects, and internal ones that are not public", () => {
    const { project } = made().sample.tables;
    const open = project.filter((row) => row.level === "public");
    expect(open).toHaveLength(67);
    expect(open.every((row) => /^示例项目\d{2}$/.test(row.name_zh as string))).toBe(true);
    expect(project.filter((row) => row.level === "internal").length).toBeGreaterThan(0);
  });

  it("has the structure of the plan: 1 core, 2 wings, 3 belts, 5 areas, on land", () => {
    const count = (kind: string) => made().sample.tables.zone.filter((row) => row.kind === kind).length;
    expect(["core", "wing", "belt", "area"].map(count)).toEqual([1, 2, 3, 5]);
  });

  it("writes coordinates in degrees, lon before lat, to 1e-7", () => {
    const { building, walk_edge: edges } = made().sample.tables;
    const places = [
      ...building.flatMap((row) => (row.geom as { coordinates: Position[][][] }).coordinates.flat(2)),
      ...edges.flatMap((row) => (row.geom as { coordinates: Position[] }).coordinates),
    ];
    // hundreds of thousands: an expectation for each would take longer than making them
    const isRight = ([lon = 0, lat = 0]: Position) =>
      lon >= 106.4 && lon <= 106.7 && lat >= 29.5 && lat <= 29.6 && Math.round(lon * 1e7) / 1e7 === lon;
    expect(places.length).toBeGreaterThan(100_000);
    expect(places.filter((place) => !isRight(place))).toEqual([]);
  });
});

describe("the control facts in the sample", () => {
  it("keep every station and landmark on land, context stations aside", () => {
    const { outline, stations } = shipped.city;
    const places = [...stations.filter(({ context }) => !context), ...readLandmarks(outline.plane)];
    expect(places).toHaveLength(20 + 30);
    expect(
      places.filter(({ place }) => !isInside(place, outline.landRing)).map(({ nameZh }) => nameZh),
    ).toEqual([]);
  });

  it("give every station of the district an entrance on the network", () => {
    for (const { context, entrances } of shipped.city.stations) {
      if (!context) expect(entrances.length).toBeGreaterThan(0);
    }
  });

  it("reach the heights they state to a few metres", () => {
    const { elevation, outline } = shipped.city;
    const heightNear = (name: string) =>
      elevation.heightAt(readLandmarks(outline.plane).find(({ nameZh }) => nameZh === name)!.place);
    // stated: 解放碑 245–255, 枇杷山 345, 鹅岭 379 at the most
    expectWithin(heightNear("解放碑"), [238, 258]);
    expectWithin(heightNear("枇杷山"), [325, 350]);
    expectWithin(heightNear("鹅岭公园"), [360, 379]);
  });

  it("build the Dahua walkway of 591 steps beside 14 escalators that only go up", () => {
    const own = shipped.city.network.edges.filter(({ walkway }) => walkway === "dahua");
    const escalators = own.filter(({ kind }) => kind === "escalator");
    expect(own.reduce((sum, { steps }) => sum + (steps ?? 0), 0)).toBe(591);
    expect(escalators).toHaveLength(14);
    expect(escalators.every(({ oneWay, climbM }) => oneWay && climbM > 0)).toBe(true);
  });

  it("make the third walkway 1,748 m long with 79.5 m of climb", () => {
    const third = shipped.city.network.walkways.find(({ id }) => id === "third")!;
    expect(lengthM(third.line)).toBeCloseTo(1_748, 0);
    expect(third.climbM).toBeCloseTo(79.5, 6);
  });

  it("run the crown escalator over 112 m and 52.7 m of rise at 0.75 m/s, one way each", () => {
    const [up, down] = ["connector/huangguan-up", "connector/huangguan-down"].map(
      (id) => shipped.city.network.edges.find((edge) => edge.id === id)!,
    );
    expect(up).toMatchObject({ kind: "escalator", oneWay: true, speedMps: 0.75, climbM: 52.7 });
    expect(up!.lengthM).toBeCloseTo(112, 6);
    expect(down).toMatchObject({ oneWay: true, climbM: -52.7 });
  });
});
