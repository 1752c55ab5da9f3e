import { type Random, randomFor } from "./random.ts";
import { SAMPLE_SOURCE } from "./sample-identity.ts";

/** Rows of estate_record, safety_file, safety_inspection and safety_hazard by their columns, without the district. */
export interface SampleRecords {
  readonly estates: readonly SampleRow[];
  readonly files: readonly SampleRow[];
  readonly inspections: readonly SampleRow[];
  readonly hazards: readonly SampleRow[];
  /** Of idle_asset, with lon and lat in place of its point. */
  readonly assets: readonly SampleRow[];
}
type SampleRow = Readonly<Record<string, string | number | null | readonly object[]>>;

/** What is asked of a row of a building. */
interface Built {
  readonly [column: string]: unknown;
}

const SURVEYED = [2001, 2010] as const;
const WORKS = ["外墙修缮", "屋面防水", "雨污分流", "增设充电桩", "坡道与扶手"];
const FINDINGS = ["管网老化", "缺停车位", "无电梯，老年住户多", "公共空间不足", "外墙空鼓"];
const HAZARDS = ["外墙空鼓", "屋面渗漏", "梁柱裂缝", "阳台栏杆锈蚀"];
const DISPOSITIONS = { C: "repair", D: "demolish" } as const;
const INSPECTED_FROM = 2019;
const OWNED_SQM = 80;

/** Made-up records: surveys of most estates of the years to be surveyed, and inspections of some buildings, of C and D of most. */
export function inventRecords(buildings: readonly Built[], seed: number): SampleRecords {
  const random = randomFor(seed, "records");
  return {
    estates: surveys(buildings, random),
    ...archive(buildings, random),
    assets: idleAssets(buildings, randomFor(seed, "assets")),
  };
}

const dayOf = (random: Random, from: number, to: number) =>
  `${random.whole(from, to)}-${pad(random.whole(1, 12))}-${pad(random.whole(1, 28))}`;
const pad = (whole: number) => String(whole).padStart(2, "0");

function surveys(buildings: readonly Built[], random: Random): SampleRow[] {
  const within = buildings.filter(
    ({ estate, year_built: year }) =>
      estate !== null && (year as number) >= SURVEYED[0] && (year as number) <= SURVEYED[1],
  );
  const estates = [...new Set(within.map(({ estate }) => estate as string))].sort();
  return estates
    .filter(() => random.chance(0.6))
    .map((estate) => ({
      estate_id: estate,
      surveyed_on: dayOf(random, 2026, 2026).replace(/-(0[7-9]|1[0-2])-/, "-06-"),
      surveyed_by: "示例调查单位",
      findings: `演示数据：${random.pick(FINDINGS)}。`,
      works: random.chance(0.3) ? [{ name: random.pick(WORKS), finishedOn: dayOf(random, 2019, 2025) }] : [],
      ...(random.chance(0.2) ? consentOf(random) : {}),
    }));
}

function consentOf(random: Random): SampleRow {
  const owners = random.whole(12, 60);
  const voted = random.whole(Math.floor(owners / 2), owners);
  const agreed = random.whole(Math.floor(voted / 2), voted);
  return {
    consent_scope: "示例：一个单元增设电梯",
    consent_on: dayOf(random, 2025, 2025),
    ...{ owners, owners_voted: voted, owners_agreed: agreed },
    ...{ owned_sqm: owners * OWNED_SQM, voted_sqm: voted * OWNED_SQM, agreed_sqm: agreed * OWNED_SQM },
  };
}

const IDLE = [
  { kind: "idle-house", use: "residential", nameZh: "示例闲置房屋", nameEn: "Sample idle house" },
  {
    kind: "inefficient-building",
    use: "office",
    nameZh: "示例低效楼宇",
    nameEn: "Sample little-used building",
  },
  { kind: "inefficient-land", use: "industrial", nameZh: "示例低效用地", nameEn: "Sample little-used land" },
  { kind: "idle-land", use: "transport", nameZh: "示例闲置土地", nameEn: "Sample idle land" },
] as const;
const INTENDED = ["社区食堂", "人才公寓", "创客空间", "口袋公园", "公共停车场"];
const ASSETS_OF_KIND = 6;

function idleAssets(buildings: readonly Built[], random: Random): SampleRow[] {
  return IDLE.flatMap(({ kind, use, nameZh, nameEn }) => {
    const those = buildings.filter((building) => building.use === use && building.in_sums !== false);
    return Array.from({ length: Math.min(ASSETS_OF_KIND, those.length) }, (_, at) => {
      const building = random.pick(those);
      const [lon, lat] = (building.geom as { coordinates: number[][][][] }).coordinates[0]![0]![0]!;
      const number = pad(at + 1);
      return {
        ...{ id: `asset:sample-${kind}-${number}`, kind, name_zh: `${nameZh}${number}` },
        name_en: `${nameEn} ${number}`,
        vacant_since: random.chance(0.8) ? dayOf(random, 2015, 2025) : null,
        area_sqm: random.chance(0.8) ? Math.round(building.footprint_sqm as number) : null,
        intended_use: random.chance(0.6) ? random.pick(INTENDED) : null,
        ...{ operator: null, source: SAMPLE_SOURCE, lon: lon!, lat: lat! },
      };
    });
  });
}

function archive(buildings: readonly Built[], random: Random): Omit<SampleRecords, "estates" | "assets"> {
  const homes = buildings.filter(({ use, in_sums: isWhole }) => use === "residential" && isWhole !== false);
  const inspected = homes
    .filter(({ year_built: year }) => (year as number) < INSPECTED_FROM)
    .filter((home) => random.chance(isUnsafe(home) ? 0.5 : 0.03));
  const inspections = inspected.map((home) => ({
    ...{ building_id: home.id as string, id: "sample", inspected_on: dayOf(random, INSPECTED_FROM, 2025) },
    ...{ inspector: "示例鉴定机构", grade: home.safety_grade as string, result: "演示数据，非鉴定结果" },
  }));
  const unsafe = inspected.filter(isUnsafe);
  const risky = unsafe.filter(({ safety_grade: grade }) => grade === "D" || random.chance(0.2));
  return {
    inspections,
    hazards: risky.map((home) => hazardOf(home, random)),
    files: unsafe.filter(() => random.chance(0.3)).map((home) => fileOf(home, random)),
  };
}

const isUnsafe = ({ safety_grade: grade }: Built) => grade === "C" || grade === "D";

function hazardOf({ id }: Built, random: Random): SampleRow {
  const isClosed = random.chance(0.4);
  return {
    ...{ building_id: id as string, id: "sample", found_on: dayOf(random, 2024, 2025) },
    description: `演示数据：${random.pick(HAZARDS)}`,
    ...{ closed_on: isClosed ? "2026-06-30" : null, closing: isClosed ? "演示数据：已处置" : null },
  };
}

function fileOf({ id, safety_grade: grade }: Built, random: Random): SampleRow {
  return {
    ...{ building_id: id as string, fund_account: null },
    insured_until: random.chance(0.5) ? dayOf(random, 2026, 2029) : null,
    ...{ disposition: DISPOSITIONS[grade as "C" | "D"], measures: "演示数据" },
  };
}
