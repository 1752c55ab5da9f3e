import type { Block } from "./blocks.ts";
import type { Line } from "./plane.ts";
import { type Random, randomFor } from "./random.ts";
import type { RenewalDistrict } from "./renewal-districts.ts";

/** A made-up renewal project. */
export interface Project {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly categories: readonly string[];
  readonly stage: string;
  readonly renewalDistrict: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly yearStart: number;
  readonly yearEnd: number;
  readonly amounts: readonly { readonly source: string; readonly amountYuan: number }[];
  readonly level: "public" | "internal";
  readonly sites: readonly Line[];
}

/** As many major projects as the action plan lists (published_value list-projects). */
export const PUBLIC_PROJECTS = 67;
const INTERNAL_PROJECTS = 9;
const CATEGORIES = [
  "老旧小区",
  "老旧街区",
  "老旧工业区",
  "老旧商业区",
  "历史文化区",
  "公共空间",
  "山城步道",
  "滨江岸线",
];
const STAGES = ["谋划", "储备", "入年度计划", "前期审批", "开工", "在建", "竣工", "招商运营", "效果评估"];
const THIS_YEAR = 2026;
const SOURCES = ["区财政", "市级奖补", "中央财政补助", "地方政府专项债券", "社会资本", "产权人出资"];
const ONE_MILLION_YUAN = 1_000_000;

function categoriesFor(block: Block, random: Random): string[] {
  const own = {
    old: "老旧街区",
    slab: "老旧小区",
    tower: "老旧小区",
    mixed: "老旧小区",
    cbd: "老旧商业区",
    factory: "老旧工业区",
    rail: "老旧工业区",
    civic: "历史文化区",
    campus: "公共空间",
    hill: "公共空间",
  }[block.fabric];
  const other = random.pick(CATEGORIES);
  return random.chance(0.35) && other !== own ? [own, other] : [own];
}

function amountsOf(random: Random): Project["amounts"] {
  const sources = [...new Set([random.pick(SOURCES), random.pick(SOURCES)])];
  return sources.map((source) => ({ source, amountYuan: random.whole(2, 60) * ONE_MILLION_YUAN }));
}

/** Sample projects on blocks of the renewal districts: 67 public ones, and internal ones that must stay unseen. */
export function inventProjects(
  blocks: readonly Block[],
  districts: readonly RenewalDistrict[],
  seed: number,
): Project[] {
  const random = randomFor(seed, "projects");
  const taken = new Set<number>();
  return Array.from({ length: PUBLIC_PROJECTS + INTERNAL_PROJECTS }, (_, at) => {
    const district = districts[at % districts.length]!;
    const free = district.blocks.filter((block) => !taken.has(block) && blocks[block]!.sites.length > 0);
    const number = random.pick(free.length > 0 ? free : district.blocks);
    taken.add(number);
    const block = blocks[number]!;
    const drawnYear = random.whole(2024, 2027);
    const categories = categoriesFor(block, random);
    const stage = random.pick(STAGES);
    return {
      ...namesOf(at),
      categories,
      stage,
      renewalDistrict: district.id,
      summaryZh: `演示数据，非真实项目：位于${district.nameZh}。`,
      summaryEn: `Generated sample, no real project: in ${district.nameEn}.`,
      ...yearsOf(stage, drawnYear, random.whole(1, 3)),
      amounts: amountsOf(random),
      sites: block.sites.length > 0 ? block.sites : [block.face.ring],
    };
  });
}

// What is done was done by the year the sample stands for, and what is only planned begins in it or later.
function yearsOf(stage: string, drawn: number, takes: number): Pick<Project, "yearStart" | "yearEnd"> {
  const isPast = (other: string) => STAGES.indexOf(stage) > STAGES.indexOf(other);
  if (isPast("竣工")) return { yearStart: drawn - 3, yearEnd: Math.min(drawn - 3 + takes, THIS_YEAR) };
  if (isPast("在建")) return { yearStart: drawn - 3, yearEnd: THIS_YEAR };
  if (isPast("前期审批")) return { yearStart: drawn - 2, yearEnd: Math.max(drawn - 2 + takes, THIS_YEAR) };
  const yearStart = isPast("储备") ? THIS_YEAR : Math.max(drawn, THIS_YEAR);
  return { yearStart, yearEnd: yearStart + takes };
}

// The first 67 are public, those after them internal.
function namesOf(at: number): Pick<Project, "id" | "code" | "nameZh" | "nameEn" | "level"> {
  if (at < PUBLIC_PROJECTS) {
    const ordinal = String(at + 1).padStart(2, "0");
    return {
      id: `project:${ordinal}`,
      code: `SL-${ordinal}`,
      nameZh: `示例项目${ordinal}`,
      nameEn: `Sample project ${ordinal}`,
      level: "public",
    };
  }
  const ordinal = String(at - PUBLIC_PROJECTS + 1).padStart(2, "0");
  return {
    id: `project:internal-${ordinal}`,
    code: `NB-${ordinal}`,
    nameZh: `示例内部项目${ordinal}`,
    nameEn: `Sample internal project ${ordinal}`,
    level: "internal",
  };
}
