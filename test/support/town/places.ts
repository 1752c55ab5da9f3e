import { chanceFrom } from "./chance.ts";
import {
  along,
  districtRing,
  line,
  type Metres,
  multiLine,
  multiPolygon,
  place,
  point,
  river,
  strip,
  TIP_X,
} from "./ground.ts";
import { cellUse, LANES, METRO_NAMES, METRO_NAMES_EN, METRO_X, TERRACES } from "./plan.ts";

type Row = Record<string, unknown>;

/** District, subdistricts, structure and renewal districts; areas are measured by the database. */
export function townZones(): Row[] {
  const zone = (
    id: string,
    kind: string,
    zh: string,
    en: string,
    ring: readonly Metres[],
    status = "schematic",
  ) => ({
    id,
    kind,
    code: null,
    name_zh: zh,
    name_en: en,
    boundary_status: status,
    geom: multiPolygon(ring),
  });
  const west = LANES[0]!;
  return [
    zone("district:990100", "district", "云岭区", "Yunling", districtRing(), "official"),
    zone("subdistrict:xigang", "subdistrict", "西岗街道", "Xigang", strip(west, -560, -1, 1), "official"),
    zone("subdistrict:shuyuan", "subdistrict", "书院街道", "Shuyuan", strip(-560, 440, -1, 1), "official"),
    zone(
      "subdistrict:shizui",
      "subdistrict",
      "石嘴街道",
      "Shizui",
      strip(440, TIP_X - 30, -1, 1),
      "official",
    ),
    zone("core:chengxin", "core", "城心核", "Town Heart Core", strip(-40, 340, -0.34, 0.64)),
    zone("wing:west", "wing", "西岗翼", "West Wing", strip(west, -700, -0.5, 0.5)),
    zone("wing:east", "wing", "石嘴翼", "East Wing", strip(560, 1240, -0.6, 0.6)),
    zone("belt:south", "belt", "南岸滨江带", "South River Belt", strip(west, 1260, -1, -0.64)),
    zone("belt:north", "belt", "北岸滨江带", "North River Belt", strip(west, 1260, 0.64, 1)),
    zone("area:shuyuan", "area", "书院文化片区", "Academy Quarter", strip(-700, -80, 0.1, 0.64)),
    zone("area:kan", "area", "石坎梯道片区", "Stone Step Quarter", strip(-620, 300, -0.64, -0.34)),
    zone(
      "renewal-district:shikan",
      "renewal-district",
      "石坎更新片区",
      "Stone Step Renewal District",
      strip(-480, -20, -0.93, -0.34),
    ),
    zone("estate:yuntai", "estate", "云台小区", "Yuntai Estate", strip(-900, -760, 0.1, 0.6)),
    zone("estate:jiangan", "estate", "江岸小区", "Riverbank Estate", strip(-900, -760, -0.6, -0.1)),
    zone(
      "renewal-district:matou",
      "renewal-district",
      "码头更新片区",
      "Wharf Renewal District",
      strip(600, 1080, 0.34, 0.93),
    ),
  ];
}

/** Two rivers, parks, land uses, walkway and riverfront. */
export function townGround(): Record<string, Row[]> {
  const parks = cells().filter(({ use }) => use === "park");
  const names = ["岭上公园", "石坎游园", "书院花园"];
  return {
    water: [
      {
        id: "north",
        kind: "river",
        name_zh: "清江",
        name_en: "Qing River",
        area_sqm: 0,
        geom: multiPolygon(river(1)),
      },
      {
        id: "south",
        kind: "river",
        name_zh: "沱水",
        name_en: "Tuo Water",
        area_sqm: 0,
        geom: multiPolygon(river(-1)),
      },
    ],
    green: [
      ...parks.map(({ ring }, index) => ({
        id: `g${index}`,
        kind: "park",
        name_zh: names[index] ?? null,
        name_en: null,
        area_sqm: 0,
        geom: multiPolygon(ring),
      })),
      {
        id: "tip",
        kind: "park",
        name_zh: "石嘴公园",
        name_en: "Stone Point Park",
        area_sqm: 0,
        geom: multiPolygon(strip(1300, TIP_X - 20, -0.9, 0.9)),
      },
    ],
    land_use: cells().map(({ use, ring }, index) => ({
      id: `l${index}`,
      class: LAND_CLASS[use],
      construction: true,
      area_sqm: 0,
      geom: multiPolygon(ring),
    })),
    walkway: [
      {
        id: "wk1",
        name_zh: "云岭步道",
        name_en: "Yunling Walkway",
        length_m: 2900,
        climb_m: 96,
        steps: 620,
        geom: multiLine(along(-1620, 1260, 0.17)),
      },
    ],
    riverfront_segment: [
      {
        id: "rf1",
        name_zh: "南滨岸线",
        name_en: "South Bank",
        river: "沱水",
        length_m: 1700,
        access_points: 4,
        geom: line(along(-1000, 700, -0.985)),
      },
    ],
  };
}

const LAND_CLASS: Record<ReturnType<typeof cellUse>, string> = {
  residential: "R2",
  old: "R2",
  commercial: "B1",
  office: "B2",
  school: "A3",
  hospital: "A5",
  park: "G1",
  industrial: "M1",
};

/** Every cell between two lanes and two terraces with its use and outline. */
export function cells() {
  return LANES.slice(0, -1).flatMap((x, lane) =>
    TERRACES.slice(0, -1).map((across, band) => ({
      lane,
      band,
      use: cellUse(lane, band),
      ring: strip(x + 8, LANES[lane + 1]! - 8, across + 0.02, TERRACES[band + 1]! - 0.02),
    })),
  );
}

/** One metro line along the ridge with four stations and their entrances. */
export function townMetro(): Record<string, Row[]> {
  const stations = METRO_X.map((x) => place(x, 0.04));
  return {
    metro_line: [
      {
        id: "m1",
        name_zh: "1号线",
        name_en: "Line 1",
        ref: "1",
        colour: "#c8102e",
        geom: multiLine([[-2400, 60], ...stations, [1500, 340], [2000, 900]]),
      },
    ],
    metro_station: stations.map((at, index) => ({
      id: `s${index}`,
      name_zh: METRO_NAMES[index]!,
      name_en: METRO_NAMES_EN[index]!,
      lines: ["1"],
      geom: point(at),
    })),
    metro_entrance: stations.flatMap(([x, y], index) =>
      [-1, 1].map((side) => ({
        id: `s${index}.${side}`,
        station: `s${index}`,
        ref: side === 1 ? "A" : "B",
        name_zh: null,
        geom: point([x + side * 46, y + side * 8]),
      })),
    ),
  };
}

// how many of each the town has; what is not listed is absent, as in any real data
const FACILITIES: Readonly<Record<string, readonly [count: number, zh: string, en: string]>> = {
  "edu.junior": [2, "中学", "Secondary School"],
  "edu.primary": [4, "小学", "Primary School"],
  "edu.kinder": [6, "幼儿园", "Kindergarten"],
  "sport.large": [1, "体育场", "Sports Ground"],
  "sport.medium": [2, "运动场", "Sports Ground"],
  "sport.outdoor": [4, "健身场地", "Fitness Ground"],
  "health.center": [1, "卫生服务中心", "Health Centre"],
  "health.clinic": [3, "门诊部", "Clinic"],
  "cul.center": [1, "文化活动中心", "Culture Centre"],
  "cul.station": [3, "文化活动站", "Culture Station"],
  "svc.center": [1, "社区服务中心", "Service Centre"],
  "svc.station": [5, "社区服务站", "Service Station"],
  "gov.street": [3, "街道办事处", "Subdistrict Office"],
  "com.mall": [2, "商场", "Mall"],
  "com.market": [4, "菜市场", "Food Market"],
  "com.food": [14, "餐馆", "Restaurant"],
  "com.bank": [5, "银行", "Bank"],
  "com.telecom": [3, "营业厅", "Telecom Shop"],
  "com.post": [2, "邮局", "Post Office"],
  "com.shops": [16, "超市", "Shop"],
  "trn.bus": [22, "公交站", "Bus Stop"],
  "trn.metro": [4, "车站", "Station"],
  "eld.daycare": [2, "日间照料中心", "Day-care Centre"],
  "env.toilet": [9, "公共厕所", "Toilet"],
  "park.public": [3, "公园", "Park"],
};
/** School places of each. */
const CAPACITIES: Readonly<Record<string, number>> = { "edu.primary": 480, "edu.kinder": 90 };
const FAMILY_NAMES = ["云岭", "书院", "石坎", "中脊", "码头", "西岗", "石嘴", "半坡"];

/** Facilities along the terraces; the first school of all is a ground with an entrance. */
export function townFacilities(): Record<string, Row[]> {
  const chance = chanceFrom(7);
  const rows = Object.entries(FACILITIES).flatMap(([category, [count, zh, en]]) =>
    Array.from({ length: count }, (_, index): Row => {
      const across = TERRACES[1 + Math.floor(chance() * 5)]!;
      const at =
        category === "trn.metro"
          ? place(METRO_X[index]!, 0.04)
          : place(-1500 + chance() * 2600, across + 0.03);
      const family = FAMILY_NAMES[Math.floor(chance() * FAMILY_NAMES.length)]!;
      return {
        id: `${category}.${index}`,
        category,
        name_zh: `${family}${zh}`,
        name_en: `${en} ${index + 1}`,
        certainty: category === "svc.station" ? "proxy" : "exact",
        // of the last kindergarten it is not known
        capacity: category === "edu.kinder" && index === count - 1 ? null : (CAPACITIES[category] ?? null),
        geom: point(at),
      };
    }),
  );
  const ground = rows.find(({ id }) => id === "edu.primary.0")!;
  const school = cells().find(({ use }) => use === "school")!;
  ground.geom = multiPolygon(school.ring);
  const entrance = { id: "edu.primary.0.gate", facility_id: ground.id, geom: point(school.ring[2]!) };
  return { facility: rows, facility_entrance: [entrance] };
}

/** Three public projects, and one that only the inside may see. */
export function townProjects(): Row[] {
  const project = (
    id: string,
    zh: string,
    en: string,
    stage: string | null,
    level: string,
    geom: string,
  ) => ({
    id,
    code: id.toUpperCase(),
    name_zh: zh,
    name_en: en,
    categories: stage === null ? [] : ["老旧小区"],
    stage,
    level,
    year_start: 2025,
    year_end: 2026,
    amounts: [{ source: "区财政", amountYuan: 3_000_000 }, { source: "社会资本" }],
    geom,
  });
  return [
    project(
      "p1",
      "石坎老旧小区改造",
      "Stone Step Old Estate Renewal",
      "在建",
      "public",
      multiPolygon(strip(-420, -120, -0.9, -0.66)),
    ),
    project("p2", "书院街立面整治", "Academy Street Fronts", "储备", "public", line(along(-640, -200, 0.34))),
    project("p3", "石坎电梯", "Stone Step Lift", "竣工", "public", point(place(LANES[7]!, -0.5))),
    project("p4", "未公开收储", "Undisclosed Acquisition", null, "internal", point(place(800, 0.5))),
  ];
}
