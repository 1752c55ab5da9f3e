import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import type { AdviserList } from "../../../server/contract/advisers.ts";
import type { FindingList, FindingPage } from "../../../server/contract/findings.ts";
import type { LifeCircleCoverageResult } from "../../../server/contract/life-circle-coverage.ts";
import { FIVE_STEPS, type ProjectProgramme } from "../../../server/contract/programme.ts";
import { ProgrammePage } from "../../../server/contract/programme-page.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { hasNoDistrict, importSample } from "../../../server/import/import-sample.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { testDatabase } from "../../support/database.ts";
import { recountPage } from "../programme-page/recount.ts";

const DISTRICT = "500103";
const quiet = { line: () => undefined, step: <T>(_name: string, work: () => Promise<T>) => work() };
let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await importSample(database, { actorId: "local" }, quiet);
}, 300_000);

afterAll(() => database.close());

async function one<Row>(sql: string): Promise<Row> {
  const { rows } = await database.query<Row>(sql, [DISTRICT]);
  return rows[0]!;
}

describe("the sample district in the record", () => {
  it("is live and marked as generated", async () => {
    const row = await one<{ sample: boolean; source: string; status: string; asOf: string | null }>(
      `SELECT sample, source, status, as_of AS "asOf" FROM district JOIN dataset ON dataset.district_id = district.id
       WHERE district.id = $1`,
    );
    expect(row).toMatchObject({ sample: true, status: "live", asOf: null });
    expect(row.source).toContain("generated sample, not measured data");
    expect(await hasNoDistrict(database)).toBe(false);
  });

  it("keeps its calibration when PostGIS measures it", async () => {
    const land = await one<{ land: number; construction: number }>(
      `SELECT sum(area_sqm(geom)) FILTER (WHERE kind = 'land') AS land,
         sum(area_sqm(geom)) FILTER (WHERE kind = 'construction') AS construction
       FROM land_piece WHERE district_id = $1`,
    );
    expect(Math.abs(land.land / 20_080_000 - 1)).toBeLessThan(0.005);
    expect(Math.abs(land.construction / 17_980_000 - 1)).toBeLessThan(0.005);
    const built = await one<{ gfa: number; residents: number; measured: number; footprint: number }>(
      `SELECT sum(gfa_above_sqm) AS gfa, sum(residents)::int AS residents, sum(footprint_sqm) AS footprint,
         sum(area_sqm(geom)) AS measured FROM building WHERE district_id = $1`,
    );
    expect(built.residents).toBe(588_717);
    expect(Math.abs(built.gfa / 43_340_000 - 1)).toBeLessThan(0.005);
    // 43.34 million m² over 17.98 km²
    expect(Math.abs(built.gfa / land.construction - 2.41)).toBeLessThan(0.02);
    // the footprints given are those PostGIS measures, to a ten-thousandth
    expect(Math.abs(built.footprint / built.measured - 1)).toBeLessThan(1e-4);
  });

  it.each([
    "zone",
    "land_use",
    "parcel",
    "water",
    "green",
    "control_zone",
    "building",
    "facility",
    "project",
    "walk_edge",
  ])("holds only valid shapes in %s", async (table) => {
    const { invalid } = await one<{ invalid: number }>(
      `SELECT count(*) FILTER (WHERE NOT ST_IsValid(geom))::int AS invalid FROM ${table} WHERE district_id = $1`,
    );
    expect(invalid).toBe(0);
  });

  it("partitions the land by subdistricts and by communities: gaps and overlaps below 1 m²", async () => {
    const { rows } = await database.query<{ kind: string; parts: number; whole: number; land: number }>(
      `WITH land AS (SELECT sum(area_sqm(geom)) AS sqm FROM land_piece WHERE district_id = $1 AND kind = 'land')
       SELECT kind, sum(area_sqm(geom)) AS parts, area_sqm(ST_Union(geom)) AS whole, (SELECT sqm FROM land) AS land
       FROM zone WHERE district_id = $1 AND kind IN ('subdistrict', 'community') GROUP BY kind ORDER BY kind`,
      [DISTRICT],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["community", "subdistrict"]);
    for (const { parts, whole, land } of rows) {
      expect(Math.abs(parts - whole)).toBeLessThan(1); // overlaps
      expect(Math.abs(land - whole)).toBeLessThan(1); // gaps
    }
  });

  it("has its plans beside it, and every pointer leads from a project to the special plan", async () => {
    const { rows } = await database.query<{ kind: string; heads: string }>(
      `SELECT DISTINCT own.kind, special.kind AS heads
       FROM project_state state
       JOIN project ON project.district_id = $1 AND project.id = state.project_id
       LEFT JOIN plan_document own ON own.district_id = $1 AND own.id = state.plan_document
       LEFT JOIN plan_document scheme ON scheme.district_id = $1 AND scheme.id = own.parent
       LEFT JOIN plan_document special ON special.district_id = $1 AND special.id = scheme.parent
       WHERE state.district_id = $1`,
      [DISTRICT],
    );
    expect(rows).toEqual([{ kind: "implementation-plan", heads: "special-plan" }]);
  });

  it("has households behind its plots of consent that count as the plots say, and units that are let, all invented", async () => {
    const { rows } = await database.query<{
      plot: string;
      held: number;
      told: number;
      agreed: number;
      counted: number;
    }>(
      `SELECT plot, count(*)::int AS held, (SELECT sum(households)::int FROM plot_households told WHERE told.plot = household.plot) AS told,
         count(*) FILTER (WHERE stages ? 'agreed')::int AS agreed,
         (SELECT max(households) FROM signing_count c WHERE c.plot = household.plot AND stage = 'agreed') AS counted
       FROM household GROUP BY plot ORDER BY plot`,
    );
    expect(rows.map(({ held, told, agreed, counted }) => [held - told, agreed - counted])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const { rows: units } = await database.query<{ units: number; real: number }>(
      "SELECT count(*)::int AS units, count(*) FILTER (WHERE NOT invented)::int AS real FROM operation_unit",
    );
    expect(units[0]!.units).toBeGreaterThan(20);
    expect(units[0]!.real).toBe(0);
  });

  it("has six advisers of its communities, made up, one of whom signed the last but one of five steps held in order", async () => {
    const app = appForTests(database);
    const { items } = (await app.inject(`/api/advisers?district=${DISTRICT}`)).json() as AdviserList;
    expect(items.map(({ name }) => name.replace(/\d+$/, "")).sort()).toEqual(
      ["建筑师", "工程师", "规划师"].flatMap((each) => [`示例${each}`, `示例${each}`]).sort(),
    );
    for (const { zones, visits, since, until, source } of items) {
      expect(source).toContain("非真实");
      expect(zones).toHaveLength(3);
      expect(visits.length).toBeGreaterThanOrEqual(2);
      for (const { visitedOn, zone, subject } of visits) {
        expect(subject).toMatch(/^示例：/);
        expect(zones).toContainEqual(zone);
        expect(visitedOn >= since && visitedOn <= (until ?? "2026-11-30")).toBe(true);
      }
    }
    const signed = items.flatMap((each) => each.signed);
    expect(signed.length).toBeGreaterThan(0);
    const programme = (
      await app.inject(`/api/projects/${signed[0]!.id}/programme?district=${DISTRICT}`)
    ).json() as ProjectProgramme;
    const held = FIVE_STEPS.map((step) => programme.evidence.find(({ kind }) => kind === step)!.heldOn);
    expect(held).toEqual([...held].sort());
    expect(programme.evidence.every(({ passed, note }) => passed && note!.includes("非真实"))).toBe(true);
    await app.close();
  });

  it("has twelve findings as far along their chain as each has come, each step after the one before", async () => {
    const app = appForTests(database);
    const { items } = (await app.inject(`/api/findings?district=${DISTRICT}`)).json() as FindingList;
    const count = (field: "state" | "source", value: string) =>
      items.filter((finding) => finding[field] === value).length;
    const states = ["open", "proposed", "in-project", "improved", "not-improved"];
    expect(states.map((each) => count("state", each))).toEqual([4, 2, 3, 2, 1]);
    expect(["letter", "survey", "health-check"].map((each) => count("source", each))).toEqual([5, 4, 3]);
    for (const { id, title, note, place } of items) {
      expect(`${title} ${note}`).toContain("示例");
      expect(place).not.toBeNull();
      const page = (
        await app.inject(`/api/findings/${encodeURIComponent(id)}?district=${DISTRICT}`)
      ).json() as FindingPage;
      const days = [
        page.finding.asOf,
        ...page.proposals.map((each) => each.proposedOn),
        ...page.rechecks.map((each) => each.checkedOn),
      ];
      expect(days).toEqual([...days].sort());
      // what a department told twice is told by the trend too
      expect(page.trend.length).toBe(page.finding.indicator === null ? 0 : 1 + page.rechecks.length);
      expect(page.changes.map(({ entity }) => entity).at(-1)).toBe("finding");
    }
    const { outside } = await one<{ outside: number }>(
      `SELECT count(*)::int AS outside FROM finding WHERE district_id = $1 AND NOT EXISTS (
         SELECT FROM zone WHERE zone.district_id = $1 AND (zone.id = finding.zone
           OR kind = 'district' AND ST_Intersects(zone.geom, finding.geom)))`,
    );
    expect(outside).toBe(0);
    await app.close();
  });

  it("has every building on construction land and none on another", async () => {
    const { outside } = await one<{ outside: number }>(
      `SELECT count(*)::int AS outside FROM store.building WHERE district_id = $1 AND NOT EXISTS (
         SELECT FROM store.land_use WHERE land_use.geom && building.geom AND land_use.district_id = $1 AND construction
           AND ST_Covers(land_use.geom, building.geom))`,
    );
    expect(outside).toBe(0);
    const { shared } = await one<{ shared: number }>(
      `SELECT coalesce(sum(area_sqm(clip_shape(a.geom, b.geom))), 0) AS shared
       FROM store.building a JOIN store.building b ON a.ordinal < b.ordinal AND a.geom && b.geom AND ST_Overlaps(a.geom, b.geom)
       WHERE a.district_id = $1 AND b.district_id = $1`,
    );
    expect(shared).toBeLessThan(1);
  });

  it("has its reach computed: a wheelchair gets to a market less often than the elderly, they less often than adults", async () => {
    const { rows } = await database.query<{ persona: string; share: number }>(
      `SELECT persona, sum(residents) FILTER (WHERE seconds <= 900)::float8 / sum(residents) AS share
       FROM reach CROSS JOIN unnest(to_s) WITH ORDINALITY AS walk (seconds, position)
       JOIN building ON building.district_id = $1 AND building.ordinal = position - 1
       WHERE reach.district_id = $1 AND category = 'com.market' GROUP BY persona`,
      [DISTRICT],
    );
    const share = new Map(rows.map((row) => [row.persona, row.share]));
    expect(share.get("wheelchair")!).toBeGreaterThan(0);
    expect(share.get("wheelchair")!).toBeLessThan(share.get("elderly")!);
    expect(share.get("elderly")!).toBeLessThan(share.get("adult")!);
    expect(share.get("adult")!).toBeLessThan(1);
  });

  it("has no building that is nearer to anything for a wheelchair than for others", async () => {
    const { rows } = await database.query<{ persona: string; compared: number; nearer: number }>(
      `SELECT other.persona, count(*)::int AS compared, count(*) FILTER (WHERE coalesce(other_to > own_to, true)
           OR own_from IS NOT NULL AND coalesce(other_from > own_from, true)
           OR own_metres IS NOT NULL AND coalesce(other_metres > own_metres, true))::int AS nearer
       FROM reach own JOIN reach other USING (district_id, dataset_id, category)
       CROSS JOIN LATERAL unnest(own.to_s, own.from_s, own.metres, other.to_s, other.from_s, other.metres)
         walk (own_to, own_from, own_metres, other_to, other_from, other_metres)
       WHERE district_id = $1 AND own.persona = 'wheelchair' AND other.persona <> 'wheelchair' AND own_to IS NOT NULL
       GROUP BY other.persona`,
      [DISTRICT],
    );
    expect(rows).toHaveLength(4);
    for (const { compared, nearer } of rows) {
      expect(compared).toBeGreaterThan(1000);
      expect(nearer).toBe(0);
    }
  });

  it("has all that is required within fifteen minutes for some, fewer of the elderly, fewest in a wheelchair", async () => {
    const app = appForTests(database);
    const shares: number[] = [];
    for (const persona of ["adult", "elderly", "wheelchair"]) {
      const reply = await app.inject({
        method: "POST",
        url: `/api/analyses/life-circle-coverage?district=${DISTRICT}`,
        payload: { area: { zone: `district:${DISTRICT}` }, persona },
      });
      const { tiers } = (reply.json() as { result: LifeCircleCoverageResult }).result;
      shares.push(tiers.find(({ tier }) => tier === 15)!.allPresent.residents!.byTime!);
    }
    await app.close();
    const [adult, elderly, wheelchair] = shares as [number, number, number];
    expect(adult).toBeLessThan(1);
    expect(elderly).toBeLessThan(adult);
    expect(wheelchair).toBeLessThan(elderly);
    expect(wheelchair).toBeGreaterThan(0);
  });

  // of twenty thousand buildings and their archive: on one database is enough
  it.skipIf(process.env.TEST_DATABASE_URL)(
    "stands on the page of the programme with figures which the rows of their lists give one by one",
    async () => {
      const config = readConfig({ LOG_LEVEL: "silent", INTERNAL: "1" });
      const app = createApp({ database, config, maxRequests: 10_000 });
      const ask = async (url: string, query: Readonly<Record<string, string>>) => {
        const reply = await app.inject({ url, query: { district: DISTRICT, ...query } });
        expect(reply.statusCode, url).toBe(200);
        return reply.json();
      };
      const page = ProgrammePage.parse(await ask("/api/programme-page", {}));
      const { told, counted } = await recountPage(ask, page);
      expect(Object.keys(told).length).toBeGreaterThan(110);
      expect(told).toEqual(counted);
      await app.close();
    },
  );

  it("is refused a second time, with a sentence, and nothing is lost", async () => {
    await expect(importSample(database, { actorId: "local" }, quiet)).rejects.toThrow(/already there/);
    const { live } = await one<{ live: number }>(
      "SELECT count(*)::int AS live FROM dataset WHERE district_id = $1 AND status = 'live'",
    );
    expect(live).toBe(1);
  });
});
