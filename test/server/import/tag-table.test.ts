import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  classifyBuildingUse,
  classifyFacility,
  classifyLandUse,
  readTagTables,
  type Tags,
  type TagTables,
} from "../../../server/import/tag-table.ts";
import { zhCn } from "../../../src/locale/zh-cn.ts";

const DIRECTORY = join(import.meta.dirname, "../../../geodata/standards");
let tables: TagTables;

beforeAll(async () => {
  tables = await readTagTables(DIRECTORY);
});

const exact = (...categories: string[]) => ({ kind: "facility", categories, certainty: "exact" });
const proxy = (...categories: string[]) => ({ kind: "facility", categories, certainty: "proxy" });
const leftOut = (reason: string) => ({ kind: "left-out", reason });

function facility(tags: Tags, areaSqm: number | null = null) {
  return classifyFacility(tables.facility, tags, areaSqm);
}

it("has a Chinese text for every reason to leave a place out", () => {
  const reasons = tables.facility.flatMap(({ reason }) => (reason ? [reason] : []));
  expect(reasons).toContain("school-stage-unknown");
  expect(Object.keys(zhCn.report.code)).toEqual(expect.arrayContaining(reasons));
});

describe("a school", () => {
  it.each([
    [{ name: "人民路小学" }, exact("edu.primary")],
    [{ name: "第一中学附属小学" }, exact("edu.primary")],
    [{ name: "第五初级中学" }, exact("edu.junior")],
    [{ name: "九年一贯制实验学校" }, exact("edu.primary", "edu.junior")],
    [{ name: "实验中小学" }, exact("edu.primary", "edu.junior")],
    [{ name: "第二十九中学" }, proxy("edu.junior")],
    [{ name: "第六高级中学" }, leftOut("school-other-stage")],
    [{ name: "轻工职业学校" }, leftOut("school-other-stage")],
    [{ name: "外国语学校" }, leftOut("school-stage-unknown")],
    [{}, leftOut("school-stage-unknown")],
    [{ name: "Riverside Primary School" }, exact("edu.primary")],
    [{ name: "EB1 da Sé" }, exact("edu.primary")],
    [{ name: "外国语学校", "name:en": "Foreign Language Primary School" }, exact("edu.primary")],
  ])("%o is judged by its name", (tags, expected) => {
    expect(facility({ amenity: "school", ...(tags as Tags) })).toEqual(expected);
  });

  it.each([
    ["1", exact("edu.primary")],
    ["0;1", exact("edu.primary")],
    ["2", exact("edu.junior")],
    ["2;3", exact("edu.junior")],
    ["2-3", exact("edu.junior")],
    ["1;2", exact("edu.primary", "edu.junior")],
    ["0-2", exact("edu.primary", "edu.junior")],
    ["1-3", exact("edu.primary", "edu.junior")],
    ["3", leftOut("school-other-stage")],
  ])("isced:level=%s goes before the name", (level, expected) => {
    expect(facility({ amenity: "school", "isced:level": level, name: "外国语学校" })).toEqual(expected);
  });

  it("is not read from the building: a school's gym is no school", () => {
    expect(facility({ building: "school", name: "人民路小学" })).toBeNull();
  });
});

describe("health and care", () => {
  it("keeps a general hospital out and takes the community health centre by its name", () => {
    expect(facility({ amenity: "hospital", name: "第三人民医院" })).toEqual(
      leftOut("hospital-not-community"),
    );
    expect(facility({ amenity: "hospital", name: "七星岗社区卫生服务中心" })).toEqual(exact("health.center"));
    expect(facility({ amenity: "clinic", name: "大井巷社区卫生服务站" })).toEqual(exact("health.station"));
  });

  it("tells an outpatient clinic from a practice", () => {
    expect(facility({ amenity: "clinic", name: "康华门诊部" })).toEqual(exact("health.clinic"));
    expect(facility({ amenity: "clinic", name: "李氏口腔诊所" })).toEqual(leftOut("practice-not-clinic"));
    expect(facility({ amenity: "clinic" })).toEqual(proxy("health.clinic"));
    expect(facility({ amenity: "doctors" })).toEqual(leftOut("practice-not-clinic"));
  });

  it("takes day care for the elderly only where it is for seniors", () => {
    const dayCare = { amenity: "social_facility", social_facility: "day_care" };
    expect(facility({ ...dayCare, "social_facility:for": "senior" })).toEqual(exact("eld.daycare"));
    expect(facility({ ...dayCare, "social_facility:for": "disabled;senior" })).toEqual(exact("eld.daycare"));
    expect(facility({ ...dayCare, "social_facility:for": "child" })).toEqual(
      leftOut("social-facility-kind-unknown"),
    );
    expect(facility({ ...dayCare, name: "大溪沟日间照料中心" })).toEqual(exact("eld.daycare"));
  });

  it("does not pretend to tell a home from a nursing home without a name", () => {
    const nursing = { amenity: "social_facility", social_facility: "nursing_home" };
    expect(facility(nursing)).toEqual(proxy("eld.nursing"));
    expect(facility({ ...nursing, name: "幸福养老院" })).toEqual(exact("eld.home"));
  });
});

describe("services and commerce", () => {
  it.each<[Tags, object | null]>([
    [{ office: "government", name: "菜园坝街道办事处" }, exact("gov.street")],
    [{ office: "government", name: "某街道平安社区居民委员会" }, exact("svc.station")],
    [{ amenity: "townhall", name: "某街道平安社区党群服务中心" }, exact("svc.station")],
    [{ office: "government", name: "某街道社区服务中心" }, proxy("svc.center")],
    [{ office: "government", name: "税务局" }, null],
    [{ amenity: "police", name: "上清寺派出所" }, exact("gov.police")],
    [{ amenity: "police", name: "交巡警平台" }, leftOut("police-not-station")],
    [{ amenity: "police" }, proxy("gov.police")],
    [{ amenity: "bank" }, exact("com.bank")],
    [{ amenity: "atm" }, null],
    [{ amenity: "restaurant" }, exact("com.food")],
    [{ amenity: "restaurant", name: "社区食堂" }, exact("svc.canteen")],
    [{ amenity: "post_office", name: "中国邮政" }, exact("com.post")],
    [{ amenity: "post_office", name: "菜鸟驿站" }, exact("blk.parcel")],
    [{ amenity: "marketplace", name: "大溪沟农贸市场" }, exact("com.market")],
    [{ amenity: "marketplace" }, proxy("com.market")],
    [{ shop: "supermarket" }, exact("com.shops")],
    [{ shop: "convenience" }, exact("blk.store")],
    [{ amenity: "pharmacy" }, leftOut("shop-kind-without-radius")],
    [{ shop: "mobile_phone", name: "中国移动营业厅" }, exact("com.telecom")],
    [{ shop: "mobile_phone" }, leftOut("phone-shop-not-operator")],
    [{ shop: "mall" }, exact("com.mall")],
    [{ shop: "mall", disused: "yes" }, leftOut("disused")],
    [{ highway: "bus_stop", name: "人民路小学" }, exact("trn.bus")],
    [{ public_transport: "platform" }, null],
    [{ public_transport: "platform", bus: "yes" }, exact("trn.bus")],
    [{ railway: "subway_entrance" }, exact("trn.metro")],
    [{ railway: "station", station: "monorail" }, proxy("trn.metro")],
    [{ railway: "station" }, null],
    [{ amenity: "parking", access: "private" }, leftOut("not-public")],
    [{ amenity: "parking" }, exact("trn.car")],
    [{ amenity: "toilets", access: "customers" }, exact("env.toilet")],
    [{ building: "yes", name: "渝邻汇" }, null],
    [{ amenity: "community_centre", name: "渝邻汇" }, exact("svc.hub")],
    [{ amenity: "bench" }, null],
    [{}, null],
  ])("%o", (tags, expected) => {
    expect(facility(tags)).toEqual(expected);
  });

  it("takes one item of a list of values, but no part of a word", () => {
    expect(facility({ shop: "supermarket;bakery" })).toEqual(exact("com.shops"));
    expect(facility({ shop: "supermarkets" })).toBeNull();
  });
});

describe("sports grounds", () => {
  it("goes by land size, both sides of each minimum, and an unmeasured pitch stays out", () => {
    const pitch = { leisure: "pitch", sport: "soccer" };
    expect(facility(pitch, 769.9)).toEqual(leftOut("pitch-too-small"));
    expect(facility(pitch, 770)).toEqual(proxy("sport.small"));
    expect(facility(pitch, 1309.9)).toEqual(proxy("sport.small"));
    expect(facility(pitch, 1310)).toEqual(proxy("sport.medium"));
    expect(facility(pitch, 3149.9)).toEqual(proxy("sport.medium"));
    expect(facility(pitch, 3150)).toEqual(proxy("sport.large"));
    expect(facility(pitch)).toEqual(leftOut("pitch-too-small"));
    expect(facility({ ...pitch, access: "private" }, 4000)).toEqual(leftOut("not-public"));
  });
});

describe("land and buildings", () => {
  it("gives land its class and says whether it is construction land", () => {
    expect(classifyLandUse(tables.landUse, { landuse: "residential" })).toEqual({
      class: "R",
      construction: true,
      certainty: "exact",
    });
    expect(classifyLandUse(tables.landUse, { landuse: "farmland" })).toMatchObject({
      class: "E",
      construction: false,
    });
    expect(classifyLandUse(tables.landUse, { leisure: "park" })).toMatchObject({
      class: "G",
      construction: true,
    });
    expect(classifyLandUse(tables.landUse, { landuse: "grass" })).toBeNull();
    expect(classifyLandUse(tables.landUse, { highway: "residential" })).toBeNull();
  });

  it("reads a building's use from its tags and says unknown where they do not tell", () => {
    const use = (tags: Tags) => classifyBuildingUse(tables.buildingUse, tags);
    expect(use({ building: "apartments" })).toBe("residential");
    expect(use({ building: "yes" })).toBe("unknown");
    expect(use({ building: "yes", "building:use": "office" })).toBe("office");
    expect(use({ building: "yes", amenity: "school" })).toBe("education");
    expect(use({ building: "yes", amenity: "restaurant" })).toBe("unknown");
    expect(use({ building: "some_new_value" })).toBe("unknown");
  });
});

describe("a wrong table", () => {
  const FILES = ["facility-category.csv", "osm-facility-tag.csv", "osm-land-use.csv", "osm-building-use.csv"];

  it.each([
    [
      "osm-facility-tag.csv",
      "amenity,bank,,,,,com.bnk,exact,,",
      /^osm-facility-tag\.csv:\d+: category com\.bnk is not in/,
    ],
    [
      "osm-facility-tag.csv",
      "amenity,bank,,,(,,com.bank,exact,,",
      /^osm-facility-tag\.csv:\d+: name_pattern: /,
    ],
    [
      "osm-facility-tag.csv",
      "amenity,bank,,,,,,,,",
      /^osm-facility-tag\.csv:\d+: either a category or the reason/,
    ],
    ["osm-land-use.csv", "landuse,moon,X,true,exact,", /^osm-land-use\.csv:\d+: class: must be a class of/],
    ["osm-land-use.csv", "landuse,moon,E,true,exact,", /^osm-land-use\.csv:\d+: every class but E/],
    ["osm-building-use.csv", "building,moon", /^osm-building-use\.csv: /],
  ])("stops with file and line: %s %s", async (file, line, sentence) => {
    const directory = await mkdtemp(join(tmpdir(), "tag-table-"));
    try {
      for (const name of FILES) {
        const text = await readFile(join(DIRECTORY, name), "utf8");
        await writeFile(join(directory, name), name === file ? `${text}${line}\n` : text);
      }
      await expect(readTagTables(directory)).rejects.toThrow(sentence);
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
