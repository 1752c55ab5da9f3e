import type { Project } from "./projects.ts";
import { type Random, randomFor } from "./random.ts";
import type { RenewalDistrict } from "./renewal-districts.ts";

interface Source {
  readonly id: string;
  readonly kind: string;
  readonly giver_zh: string;
  readonly giver_en: string;
  readonly amount_yuan: number | null;
  readonly status: "target" | "declared" | "approved" | "received";
  readonly dated: string;
  readonly basis: string;
  readonly jurisdiction: "国家" | "市级" | "区级";
  readonly level: "public";
}
interface Payment {
  readonly funding: string;
  readonly amount_yuan: number;
}

/** The made-up money of the sample, as rows of the tables of the same names by their columns; nobody gives it. */
export interface SampleMoney {
  readonly fundings: readonly Source[];
  readonly packages: readonly {
    readonly id: string;
    readonly name_zh: string;
    readonly name_en: string;
    readonly zone: string;
    readonly level: "public";
  }[];
  readonly members: readonly { readonly package: string; readonly project_id: string }[];
  readonly toProjects: readonly (Payment & { readonly project_id: string })[];
  readonly toPackages: readonly (Payment & { readonly package: string })[];
  readonly shares: readonly (Payment & { readonly package: string; readonly project_id: string })[];
  readonly investments: readonly {
    readonly project_id: string;
    readonly total_yuan: null;
    readonly own_yuan: number;
    readonly dated: string;
    readonly basis: string;
  }[];
  readonly income: readonly {
    readonly project_id: string;
    readonly year: number;
    readonly kind: string;
    readonly amount_yuan: number | null;
    readonly basis: string;
  }[];
}

type Paid = Pick<Project, "id" | "amounts" | "stage" | "level" | "renewalDistrict" | "yearEnd">;
type District = Pick<RenewalDistrict, "id" | "nameZh" | "nameEn">;

const TEN_THOUSAND_YUAN = 10_000;
const ONE_MILLION_YUAN = 1_000_000;
const DATED = "2026-06-30";
const BASIS = "演示数据（非真实）";
const STATUSES = ["received", "approved", "declared"] as const;
const AWARD = "市级奖补";
const PACKAGES = 5;
const MEMBERS = 4;
const WITH_INCOME = 8;
const YEARS = 7;

const tenThousands = (yuan: number) => Math.round(yuan / TEN_THOUSAND_YUAN) * TEN_THOUSAND_YUAN;
const jurisdictionOf = (kind: string) =>
  kind.startsWith("中央") ? "国家" : kind.startsWith("市级") ? "市级" : "区级";

/**
 * Sample money: three sources of each type that public projects name, one for each status, what they give to projects and packages,
 * costs and some yearly balances. Sums hold: no source gives more than it has, no package shares out more than it got.
 */
export function inventMoney(
  districts: readonly District[],
  projects: readonly Paid[],
  seed: number,
): SampleMoney {
  const random = randomFor(seed, "money");
  const known = projects.filter(({ level, stage }) => level === "public" && stage !== "谋划");
  const toProjects = known.filter(() => random.chance(0.8)).flatMap((project) => paymentsOf(project, random));
  const bundled = bundle(districts, known, random);
  const given = [...toProjects, ...bundled.toPackages];
  const investments = known.filter(() => random.chance(0.4)).map((project) => investmentOf(project, random));
  return {
    fundings: [...sourcesOf(given, random), ...openSources()],
    ...bundled,
    toProjects,
    investments,
    income: investments.slice(0, WITH_INCOME).flatMap((each, at) => incomeOf(each, { at, projects, random })),
  };
}

const idOf = (kind: string, status: string) => `funding:${kind}-${status}`;

function paymentsOf({ id, amounts }: Paid, random: Random): SampleMoney["toProjects"] {
  return amounts.map(({ source, amountYuan }) => ({
    funding: idOf(source, random.pick(STATUSES)),
    project_id: id,
    amount_yuan: tenThousands(amountYuan * random.between(0.3, 1)),
  }));
}

function bundle(districts: readonly District[], known: readonly Paid[], random: Random) {
  const packages: SampleMoney["packages"][number][] = [];
  const members: SampleMoney["members"][number][] = [];
  const toPackages: SampleMoney["toPackages"][number][] = [];
  const shares: SampleMoney["shares"][number][] = [];
  for (const { id: zone, nameZh, nameEn } of districts.slice(0, PACKAGES)) {
    const own = known.filter(({ renewalDistrict }) => renewalDistrict === zone).slice(0, MEMBERS);
    if (own.length < 2) continue;
    const id = `funding-package:${zone.replace(/^renewal-district:/, "")}`;
    const name_zh = `示例${nameZh.replace("(示意)", "")}资金打捆`;
    const name_en = `Sample package of ${nameEn.replace(" (schematic)", "")}`;
    packages.push({ id, name_zh, name_en, zone, level: "public" });
    const funding = idOf(AWARD, "received");
    const amount_yuan = random.whole(10, 30) * ONE_MILLION_YUAN;
    toPackages.push({ funding, package: id, amount_yuan });
    for (const { id: project_id } of own) {
      members.push({ package: id, project_id });
      const share = tenThousands((amount_yuan / own.length) * random.between(0.5, 1));
      shares.push({ funding, package: id, project_id, amount_yuan: share });
    }
  }
  return { packages, members, toPackages, shares };
}

function sourcesOf(given: readonly Payment[], random: Random): Source[] {
  const sums = new Map<string, number>();
  for (const { funding, amount_yuan } of given) sums.set(funding, (sums.get(funding) ?? 0) + amount_yuan);
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, sum], at) => {
      const [kind, status] = id.replace(/^funding:/, "").split("-") as [string, Source["status"]];
      const ordinal = String(at + 1).padStart(2, "0");
      return {
        ...{ id, kind, status, dated: DATED, basis: BASIS, level: "public" },
        ...{ giver_zh: `示例出资单位${ordinal}`, giver_en: `Sample giver ${ordinal}` },
        amount_yuan: Math.ceil(sum / ONE_MILLION_YUAN + random.whole(0, 20)) * ONE_MILLION_YUAN,
        jurisdiction: jurisdictionOf(kind),
      };
    });
}

// a target, which is no money, and one of unknown amount, which can give nothing yet
function openSources(): Source[] {
  const shared = { dated: DATED, basis: BASIS, level: "public", jurisdiction: "区级" } as const;
  return [
    {
      ...{
        id: "funding:target",
        kind: "城市更新基金",
        status: "target",
        amount_yuan: 500 * ONE_MILLION_YUAN,
      },
      ...{ giver_zh: "示例基金设想", giver_en: "Sample fund, an idea", ...shared },
    },
    {
      ...{ id: "funding:unknown", kind: "社会资本", status: "declared", amount_yuan: null },
      ...{ giver_zh: "示例意向出资人", giver_en: "Sample investor, amount open", ...shared },
    },
  ];
}

// the total is what its unit returns for the dispatch
function investmentOf({ id, amounts }: Paid, random: Random): SampleMoney["investments"][number] {
  const told = amounts.reduce((sum, { amountYuan }) => sum + amountYuan, 0);
  const own_yuan = tenThousands(told * random.between(0.1, 0.3));
  return { project_id: id, total_yuan: null, own_yuan, dated: DATED, basis: BASIS };
}

interface Earning {
  readonly at: number;
  readonly projects: readonly Paid[];
  readonly random: Random;
}

// every third has a year without a cost told, so that its balance is not known
function incomeOf(
  { project_id, own_yuan }: SampleMoney["investments"][number],
  { at, projects, random }: Earning,
): SampleMoney["income"] {
  const start = projects.find(({ id }) => id === project_id)!.yearEnd + 1;
  const yearly = own_yuan / random.whole(3, 9);
  return Array.from({ length: YEARS }, (_, after) => after).flatMap((after) => {
    const year = start + after;
    const line = (kind: string, share: number) => ({
      ...{ project_id, year, kind, basis: BASIS },
      amount_yuan: tenThousands(yearly * share),
    });
    const cost = line("running-cost", 0.4);
    return [
      line("rent", random.between(0.8, 1)),
      line("parking", 0.4),
      at % 3 === 2 && after === 1 ? { ...cost, amount_yuan: null } : cost,
    ];
  });
}
