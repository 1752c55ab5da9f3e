import type { Geometry, MultiPolygon } from "geojson";
import { randomFor } from "./random.ts";
import { SAMPLE_SOURCE } from "./sample-identity.ts";

type Purpose = "acquisition" | "lift" | "self-renewal";

interface SamplePlot {
  readonly id: string;
  readonly purpose: Purpose;
  readonly name_zh: string;
  readonly name_en: string;
  readonly project_id: string | null;
  readonly source: string;
  readonly level: "public";
  /** GeoJSON; null = listed, not drawn. */
  readonly area: Geometry | null;
}
interface SampleHouseholds {
  readonly plot: string;
  readonly kind: "dwelling" | "non-dwelling" | "shop";
  readonly households: number;
  readonly area_sqm: number | null;
}
interface SampleCount extends SampleHouseholds {
  readonly stage: string;
  readonly counted_on: string;
}
interface SampleItem {
  readonly id: string;
  readonly list: string;
  readonly title: string;
  readonly lead_department: string;
  readonly deadline: string | null;
  readonly state: string;
  readonly projects: readonly string[];
  readonly source: string;
  readonly level: "public";
}

/** Made-up plots with what is counted of them, and made-up items of the lists, by the columns of their tables. */
export interface SampleSigning {
  readonly plots: readonly SamplePlot[];
  readonly households: readonly SampleHouseholds[];
  readonly counts: readonly SampleCount[];
  readonly targets: readonly {
    readonly plot: string;
    readonly stage: string;
    readonly starts_on: string;
    readonly due_on: string;
    readonly households: number;
  }[];
  readonly items: readonly SampleItem[];
}

/** A public project of the sample: a row of its table. */
export interface SampleProject {
  readonly id: string;
  readonly geom: Geometry;
}

const PLOTS = 3;
/** A hundred days, both ends in it. */
const TERM = { starts_on: "2026-03-01", due_on: "2026-06-08" } as const;
const DAYS = ["2026-03-15", "2026-04-01", "2026-04-15", "2026-05-01", "2026-05-15", "2026-06-01"] as const;

/** Sample plots at the first projects that have an area, a lift and a self-renewal, and a few items of the lists. */
export function inventSigning(projects: readonly SampleProject[], seed: number): SampleSigning {
  const random = randomFor(seed, "signing");
  const at = projects.filter(({ geom }) => geom.type.endsWith("Polygon")).slice(0, PLOTS);
  const plots = at.map(({ id, geom }, index) => ({
    ...plotOf("acquisition", index + 1, [`示例征收地块0${index + 1}`, `Sample plot 0${index + 1}`]),
    ...{ project_id: id, area: geom },
  }));
  const consents = [
    plotOf("lift", 1, ["示例加梯单元01", "Sample lift 01"]),
    plotOf("self-renewal", 1, ["示例自主更新楼栋01", "Sample self-renewal 01"]),
  ];
  const acquired = plots.flatMap(({ id, area }) => [
    { plot: id, kind: "dwelling" as const, households: dwellingsOn(area), area_sqm: null },
    { plot: id, kind: "non-dwelling" as const, households: random.whole(10, 16), area_sqm: null },
    { plot: id, kind: "shop" as const, households: random.whole(10, 24), area_sqm: null },
  ]);
  const owned = consents.map(({ id }, index) => {
    const households = 28 + index * 32;
    return { plot: id, kind: "dwelling" as const, households, area_sqm: households * 86 };
  });
  const pace = new Map(plots.map(({ id }) => [id, random.between(0.6, 1)]));
  return {
    plots: [...plots, ...consents],
    households: [...acquired, ...owned],
    counts: [...acquired.flatMap((held) => signedOf(held, pace.get(held.plot)!)), ...owned.flatMap(agreedOf)],
    targets: plots.map(({ id }) => ({
      ...{ plot: id, stage: "signed", ...TERM },
      households: acquired.filter(({ plot }) => plot === id).reduce((sum, each) => sum + each.households, 0),
    })),
    items: itemsOf(projects),
  };
}

const SQM_PER_DWELLING = 40;
const FEWEST = 60;
const METRES_PER_DEGREE = 111_000;

// old houses of some floors stand close; the shape is small enough to be taken as flat
function dwellingsOn(area: Geometry): number {
  const rings =
    area.type === "Polygon"
      ? [area.coordinates[0]!]
      : (area as MultiPolygon).coordinates.map(([ring]) => ring!);
  const squareDegrees = rings.reduce((sum, ring) => {
    const cross = ring.slice(1).map(([x, y], at) => ring[at]![0]! * y! - x! * ring[at]![1]!);
    return sum + Math.abs(cross.reduce((all, each) => all + each, 0)) / 2;
  }, 0);
  const [, lat] = rings[0]![0]!;
  const sqm = squareDegrees * METRES_PER_DEGREE ** 2 * Math.cos((lat! * Math.PI) / 180);
  return Math.max(FEWEST, Math.round(sqm / SQM_PER_DWELLING));
}

function plotOf(purpose: Purpose, at: number, [name_zh, name_en]: readonly [string, string]): SamplePlot {
  const shared = { source: SAMPLE_SOURCE, level: "public", project_id: null, area: null } as const;
  return { id: `plot:sample-${purpose}-${at}`, purpose, name_zh, name_en, ...shared };
}

// assessed at once, then signed and moved out day by day, so far as the plot has come
function signedOf(held: SampleHouseholds, pace: number): SampleCount[] {
  const share = (part: number) => Math.min(held.households, Math.round(held.households * part));
  const stages = [
    ["assessed", 0],
    ["signed", 0],
    ["vacated", 2],
  ] as const;
  return stages.flatMap(([stage, late]) =>
    DAYS.slice(late).map((counted_on, at) => {
      const part = stage === "assessed" ? 1 : (pace * (at + 1)) / DAYS.length;
      return { ...held, stage, counted_on, households: share(part) };
    }),
  );
}

// 22 of 28 and 48 of 60 take part; 17 of the first agree, which is enough, and 35 of the others, which is not
function agreedOf(held: SampleHouseholds): SampleCount[] {
  const tookPart = Math.floor(held.households * 0.8);
  const agreed = held.households < 50 ? 17 : 35;
  return [["took-part", tookPart] as const, ["agreed", agreed] as const].map(([stage, households]) => ({
    ...held,
    ...{ stage, households, counted_on: "2026-05-15", area_sqm: households * 86 },
  }));
}

function itemsOf(projects: readonly SampleProject[]): SampleItem[] {
  const item = (list: string, at: number, title: string, more: Partial<SampleItem> = {}): SampleItem => ({
    ...{ id: `item:sample-${list}-${at}`, list, title, lead_department: "示例牵头单位" },
    ...{ deadline: "2027-12-31", state: "under-way", projects: [], source: SAMPLE_SOURCE, level: "public" },
    ...more,
  });
  return [
    ...projects.slice(0, 3).map(({ id }, at) => {
      return item("projects", at + 1, `示例重大项目0${at + 1}`, { projects: [id] });
    }),
    item("policies", 1, "示例重大政策01", { state: "done", deadline: "2026-06-30" }),
    item("reforms", 1, "示例重大改革01", { state: "not-begun" }),
    item("platforms", 1, "示例重大平台01", { deadline: null }),
    item("measures-2025", 1, "示例办理措施01", { deadline: "2025-12-31" }),
  ];
}
