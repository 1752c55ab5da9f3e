import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkStandardsReferences } from "../../server/database/standards-references.ts";
import {
  fileOf,
  parseStandardsRows,
  STANDARDS_NAMES,
  type StandardsRows,
} from "../../server/database/standards-rows.ts";

const DIRECTORY = join(import.meta.dirname, "../../geodata/standards");
const GB = "gb-50180-2018";
let rows: StandardsRows;
let texts: Record<keyof StandardsRows, string>;

beforeAll(async () => {
  const read = STANDARDS_NAMES.map(
    async (name) => [name, await readFile(join(DIRECTORY, fileOf(name)), "utf8")] as const,
  );
  texts = Object.fromEntries(await Promise.all(read)) as typeof texts;
  rows = parseStandardsRows(texts);
});

const requirements = (ruleSet: string) =>
  rows.requirement.map(({ row }) => row).filter((row) => row.rule_set === ruleSet);

const codesAt = (tier: number, required: string) =>
  requirements(GB)
    .filter((row) => row.tier === tier && row.required === required)
    .map((row) => row.category)
    .sort();

const distancesOf = (category: string) =>
  requirements(GB)
    .filter((row) => row.category === category)
    .map((row) => [row.tier, row.distance_m]);

describe("the standards as shipped", () => {
  it("refer only to what exists, without doubles, ordinals dense", () => {
    expect(() => checkStandardsReferences(rows)).not.toThrow();
  });

  // stored reach arrays are read by ordinal: rows may only be appended
  it("keep the ordinal of every category for ever", () => {
    const order = rows.facilityCategory.map(({ row }) => row).sort((a, b) => a.ordinal - b.ordinal);
    expect(
      order
        .map((row) => row.code)
        .slice(0, 58)
        .join(" "),
    ).toBe(
      "edu.junior edu.primary sport.hall sport.large sport.medium health.center health.clinic eld.home " +
        "eld.nursing cul.center svc.center gov.street gov.justice gov.police com.mall com.market com.gym " +
        "com.food com.bank com.telecom com.post utl.switch utl.gas utl.heat utl.cell utl.tv utl.waste " +
        "utl.fire trn.metro trn.bus trn.busterm trn.bike trn.car svc.station svc.canteen cul.station " +
        "sport.small sport.outdoor edu.kinder edu.nursery eld.daycare health.station com.shops env.recycle " +
        "env.waste env.toilet blk.property blk.play blk.fitness blk.store blk.parcel blk.waste eld.station " +
        "trn.charge park.public park.pocket svc.hub svc.rider",
    );
  });

  it("list the required and the as-needed facilities of GB 50180-2018, tier by tier", () => {
    const list = (text: string) => text.split(" ").sort();
    expect(codesAt(15, "required")).toEqual(
      list(
        "edu.junior sport.large health.center health.clinic eld.home eld.nursing cul.center svc.center gov.street " +
          "gov.justice com.mall com.food com.bank com.telecom com.post utl.switch trn.bus",
      ),
    );
    expect(codesAt(15, "as-needed")).toEqual(
      list(
        "sport.hall gov.police com.gym utl.gas utl.heat utl.cell utl.tv utl.waste utl.fire trn.metro trn.busterm trn.bike trn.car",
      ),
    );
    expect(codesAt(10, "required")).toEqual(
      list("edu.primary sport.medium com.mall com.market com.food com.bank com.telecom trn.bus"),
    );
    expect(codesAt(10, "as-needed")).toEqual(
      list(
        "edu.junior com.gym utl.switch utl.gas utl.heat utl.cell utl.tv utl.waste trn.metro trn.busterm trn.bike trn.car",
      ),
    );
    expect(codesAt(5, "required")).toEqual(
      list(
        "svc.station cul.station sport.small sport.outdoor edu.kinder eld.daycare com.shops env.recycle env.waste env.toilet",
      ),
    );
    expect(codesAt(5, "as-needed")).toEqual(
      list("svc.canteen edu.nursery health.station trn.bus trn.bike trn.car"),
    );
    expect(codesAt(0, "required")).toHaveLength(8);
  });

  it("give each tier its minutes and its own distance", () => {
    const tiers = rows.tier.map(({ row }) => row).filter((row) => row.rule_set === GB);
    expect(tiers.map((row) => [row.tier, row.minutes, row.default_distance_m])).toEqual([
      [5, 5, 300],
      [10, 10, 500],
      [15, 15, 1000],
    ]);
  });

  it("never call a clause verified that was recalled", () => {
    const verified = [...rows.requirement, ...rows.tier, ...rows.ruleSet, ...rows.persona].filter(
      ({ row }) => row.status === "verified",
    );
    expect(verified).toEqual([]);
  });

  it("keep the slot of the local standard open, without rows", () => {
    const local = rows.ruleSet.map(({ row }) => row).find((row) => row.id === "db50-t-543-2024");
    expect(local).toMatchObject({ issued: "2024-08-24", effective: "2024-10-27", status: "unverified" });
    expect(requirements("db50-t-543-2024")).toEqual([]);
  });

  it("list what is local practice without ever counting it", () => {
    const local = requirements("yuzhong-modern-community");
    expect(local.map((row) => [row.category, row.required])).toEqual([
      ["trn.charge", "as-needed"],
      ["svc.hub", "as-needed"],
      ["svc.rider", "as-needed"],
    ]);
  });

  it("test by presence or capacity what nobody walks to", () => {
    const walked = requirements(GB)
      .filter((row) => row.test === "walk")
      .map((row) => row.category);
    expect(
      walked.filter((code) => /^(utl\.|env\.(waste|recycle)|trn\.(busterm|bike|car)|blk\.)/.test(code)),
    ).toEqual([]);
  });
});

describe("errors of public 15-minute tools are not repeated", () => {
  it("puts the bus stop at 500 m, not 300", () => {
    expect(distancesOf("trn.bus")).toEqual([
      [15, 500],
      [10, 500],
      [5, null],
    ]);
  });

  it("puts day care for the elderly at 300 m in the 5-minute tier only", () => {
    expect(distancesOf("eld.daycare")).toEqual([[5, 300]]);
  });

  it("judges the kindergarten in the 5-minute tier only", () => {
    expect(distancesOf("edu.kinder")).toEqual([[5, 300]]);
  });

  it("takes no walking speed from the complete-community standard, which has none", () => {
    const sources = [...rows.persona, ...rows.walkingParameter].map(({ row }) => row.source).join("\n");
    expect(sources).not.toMatch(/完整居住社区|complete.community/i);
    expect(sources).not.toBe("");
  });

  it("does not date TD/T 1062 to 2022-01-01", () => {
    expect(Object.values(texts).join("\n")).not.toContain("2022-01-01");
  });

  it("keeps the facilities of different tiers apart: 中心 and 站 are two codes with one tier each", () => {
    for (const [upper, lower] of [
      ["svc.center", "svc.station"],
      ["cul.center", "cul.station"],
      ["health.center", "health.station"],
      ["sport.large", "sport.small"],
    ] as const) {
      expect(distancesOf(upper).map(([tier]) => tier)).toEqual([15]);
      expect(distancesOf(lower).map(([tier]) => tier)).toEqual([5]);
    }
  });
});

describe("the walking model as shipped", () => {
  it("forbids stairs and anything over 1:12 to the wheelchair, the slope of exactly 1:12 allowed", () => {
    const wheelchair = rows.persona.map(({ row }) => row).find((row) => row.id === "wheelchair");
    expect(wheelchair).toMatchObject({
      step_free: true,
      stairs_up_horizontal_mps: null,
      escalator: false,
      lift: true,
      max_grade: 1 / 12,
    });
  });

  it("gives the five personas their speeds", () => {
    expect(
      rows.persona.map(({ row }) => [
        row.id,
        row.flat_mps,
        row.stairs_up_horizontal_mps,
        row.stairs_down_horizontal_mps,
        row.stairs_up_vertical_mps,
        row.stairs_down_vertical_mps,
        row.group_ages,
      ]),
    ).toEqual([
      ["adult", 1.33, 0.45, 0.6, 0.22, 0.3, "all"],
      ["elderly", 0.9, 0.28, 0.33, 0.14, 0.16, "65-79;80+"],
      ["child", 1, 0.4, 0.5, 0.2, 0.25, "6-11;12-14"],
      ["stroller", 1, 0.2, 0.2, 0.1, 0.1, "0-2"],
      ["wheelchair", 0.8, null, null, null, null, ""],
    ]);
  });

  it("gives the parameters the values of the definitions", () => {
    expect(
      Object.fromEntries(rows.walkingParameter.map(({ row }) => [row.name, `${row.value} ${row.unit}`])),
    ).toMatchObject({
      "tobler-exponent": "3.5 1",
      "tobler-offset": "0.05 1",
      "slope-clip": "0.35 1",
      "stair-riser": "0.155 m",
      "fatigue-free-rise": "20 m",
      "fatigue-rise-step": "20 m",
      "fatigue-per-step": "0.1 1",
      "fatigue-max": "1.5 1",
      "stair-landing": "5 m",
      "level-between-stairs": "30 m",
      "stairs-direction": "3 m",
      "lift-rise-min": "1 m",
      "deck-grade-max": "0.12 1",
      "entrance-station-max": "500 m",
      "place-name-reach": "250 m",
      "wheelchair-width": "0.9 m",
      "escalator-wait": "5 s",
      "escalator-speed": "0.5 m/s",
      "lift-wait": "45 s",
      "lift-speed": "1.25 m/s",
      "cableway-speed": "6 m/s",
      "signal-delay": "20 s",
      "connector-max": "150 m",
      "connector-grade-max": "0.0833 1",
      "component-min-nodes": "200 1",
      "facility-outline": "20 m",
      "void-fill-max": "90 m",
      "reach-max": "3600 s",
      "edge-of-data": "1000 m",
    });
  });
});

describe("the figures of the programme", () => {
  const printed = (...codes: string[]) =>
    codes.map((code) => rows.programmeFigure.map(({ row }) => row).find((row) => row.code === code)!.value);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  it("have the four lists of 67, 12, 13 and 7, and measures of 25 that are 17 + 7 + 1", () => {
    const lists = ["projects", "policies", "reforms", "platforms"].map((list) => `yuzhong-list-${list}`);
    expect(printed(...lists)).toEqual([67, 12, 13, 7]);
    const parts = printed("cq-measures-done", "cq-measures-2025", "cq-measures-2027");
    expect(parts).toEqual([17, 7, 1]);
    expect(printed("cq-measures")).toEqual([sum(parts)]);
  });

  it("show the fund as a target, and flag the 939 households of the plots against the 947 stated", () => {
    expect(printed("cq-fund-total")).toEqual([sum(printed("cq-fund-mother", "cq-fund-daughter"))]);
    const flagged = new Set(rows.programmeFigure.flatMap(({ row }) => (row.flagged ? [row.code] : [])));
    for (const fund of ["total", "mother", "daughter"]) expect(flagged).toContain(`cq-fund-${fund}`);
    const gusong = printed("taicang-gusong-dwelling", "taicang-gusong-other", "taicang-gusong-shops");
    const school = printed("taicang-school-dwelling", "taicang-school-other");
    expect(sum([...gusong, ...school, ...printed("taicang-shengli")])).toBe(939);
    expect(printed("taicang-households")).toEqual([947]);
    expect(flagged).toContain("taicang-households");
  });
});

describe("published figures", () => {
  it("agree with each other: 43.34 million m² on 17.98 km² is a gross plot ratio of 2.4", () => {
    const value = (quantity: string) =>
      rows.publishedValue.map(({ row }) => row).find((row) => row.quantity === quantity)?.value ?? Number.NaN;
    // 43.34 / 17.98 = 2.410
    expect(value("gfa-above") / (value("construction-land-area") * 1e6)).toBeCloseTo(2.41, 2);
    expect(value("gross-plot-ratio")).toBe(2.4);
    // the printed 30,000 per km2 lies between residents on land (29,318) and on construction land (32,743)
    expect(value("residents") / value("land-area")).toBeLessThan(value("population-density"));
    expect(value("residents") / value("construction-land-area")).toBeGreaterThan(value("population-density"));
  });
});
