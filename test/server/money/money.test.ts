import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localActor } from "../../../server/authorize.ts";
import {
  Funding,
  FundingList,
  FundingPackage,
  FundingPackageList,
} from "../../../server/contract/funding.ts";
import { ProjectMoney, ProjectMoneyList } from "../../../server/contract/project-money.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { AppError } from "../../../server/errors.ts";
import { allocate } from "../../../server/money/allocate.ts";
import { shareOut } from "../../../server/money/share-out.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { CENTRE, removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "money";
const ZONE = "renewal-district:old";
const [LON, LAT] = CENTRE;
const PROJECTS = ["a", "b", "c"];
let database: Database;
let app: FastifyInstance;
let internal: FastifyInstance;

async function seedMoney(): Promise<void> {
  const { id, datasetId } = await seedDistrict(database, DISTRICT);
  const at = `ST_SetSRID(ST_MakePoint(${LON}, ${LAT}), 4326)`;
  await database.query(
    `INSERT INTO store.zone (district_id, dataset_id, id, kind, name_zh, boundary_status, area_sqm, land_area_sqm, level, geom)
     SELECT district_id, dataset_id, $2, 'renewal-district', '老片区', 'schematic', 1, 1, 'public', geom
     FROM store.zone WHERE district_id = $1 AND id = 'core:old-town'`,
    [id, ZONE],
  );
  await database.query(
    `INSERT INTO store.project (district_id, dataset_id, id, name_zh, categories, stage, renewal_district, amounts, level, geom)
     SELECT $1, $2, named.id, named.id || '项目', '{老旧小区}', '谋划', $3, '[{"source": "社会资本"}]', named.level, ${at}
     FROM (VALUES ('a', 'public'), ('b', 'public'), ('c', 'public'), ('n', 'internal')) AS named (id, level)`,
    [id, datasetId, ZONE],
  );
}

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await seedMoney();
  app = appForTests(database);
  internal = appForTests(database, { INTERNAL: "1" });
});
afterAll(async () => {
  await app.close();
  await internal.close();
  await removeDistrict(database, DISTRICT);
  await database.close();
});

type Method = "GET" | "POST" | "PUT" | "PATCH";
const send = (method: Method, path: string, payload?: object, to = app) =>
  to.inject({
    method,
    url: `/api/${path}${path.includes("?") ? "&" : "?"}district=${DISTRICT}`,
    ...(payload && { payload }),
  });
const errorOf = async (method: Method, path: string, payload?: object) => {
  const reply = await send(method, path, payload);
  return { status: reply.statusCode, ...reply.json().error };
};
const SOURCE = {
  ...{ kind: "区财政", giverZh: "示例出资人", amountYuan: 1000, status: "approved" },
  ...{ dated: "2026-01-01", basis: "演示〔2026〕1号", jurisdiction: "区级" },
};
const add = async (more: object, to = app) =>
  Funding.parse((await send("POST", "fundings", { ...SOURCE, ...more }, to)).json()).id;
const moneyOf = async (id: string) => ProjectMoney.parse((await send("GET", `projects/${id}/money`)).json());
const list = async (query = "") =>
  ProjectMoneyList.parse((await send("GET", `project-money${query}`)).json());

describe("the money of a project", () => {
  it("is unknown where nothing is told, and nothing of it is zero by silence", async () => {
    expect(await moneyOf("a")).toMatchObject({
      ...{ payments: [], allocatedYuan: 0, leverage: null, investment: null, gapYuan: null },
      balance: { reason: "own-investment-unknown", years: null },
    });
    const { sums, targets, items } = await list();
    expect(sums).toMatchObject({ allocatedYuan: 0, leverage: null, gapYuan: null, totalUnknown: 5 });
    expect(items.map(({ totalYuan, gapYuan }) => [totalYuan, gapYuan])).toContainEqual([null, null]);
    // the fund of 2022 = 100 + 900, a target and in no sum
    const fund = targets.filter(({ code }) => code.startsWith("cq-fund")).map(({ value }) => value);
    expect(fund).toEqual([1000, 100, 900]);
    expect(targets.find(({ code }) => code === "cq-fund-total")!.noteZh).toContain("探索");
  });

  it("comes from sources and packages, never more than there is, and adds up", async () => {
    const [city, owners] = [await add({}), await add({ kind: "社会资本", amountYuan: 3000 })];
    const give = (id: string, body: object) => send("PUT", `fundings/${id}/allocations`, body);
    expect(Funding.parse((await give(city, { project: "a", amountYuan: 400 })).json())).toMatchObject({
      allocatedYuan: 400,
      leftYuan: 600,
    });
    expect(
      await errorOf("PUT", `fundings/${city}/allocations`, { project: "b", amountYuan: 601 }),
    ).toMatchObject({
      ...{ status: 409, code: "conflict", path: "amountYuan", details: { value: 601, leftYuan: 600 } },
    });
    const bundle = FundingPackage.parse(
      (await send("POST", "funding-packages", { nameZh: "打捆一", zone: ZONE, projects: ["a", "b"] })).json(),
    );
    expect((await give(city, { package: bundle.id, amountYuan: 600 })).statusCode).toBe(200);
    expect((await give(owners, { package: bundle.id, amountYuan: 2000 })).statusCode).toBe(200);
    const share = { package: bundle.id, project: "b", amountYuan: 601 };
    expect(await errorOf("PUT", `fundings/${city}/shares`, share)).toMatchObject({
      ...{ status: 409, path: "amountYuan", details: { value: 601, leftYuan: 600 } },
    });
    expect(await errorOf("PUT", `fundings/${city}/shares`, { ...share, project: "c" })).toMatchObject({
      ...{ status: 400, path: "project" },
    });
    await send("PUT", `fundings/${city}/shares`, { ...share, amountYuan: 500 });
    await send("PUT", `fundings/${owners}/shares`, { ...share, amountYuan: 1500 });
    // 1,500 of the owners beside 500 of the district: each yuan of it brings three
    expect(await moneyOf("b")).toMatchObject({ allocatedYuan: 2000, approvedYuan: 2000, leverage: 3 });
    // what is shared out is not taken back from the package, and who has a share stays in it
    expect(
      await errorOf("PUT", `fundings/${city}/allocations`, { package: bundle.id, amountYuan: 499 }),
    ).toMatchObject({ status: 409, details: { value: 499, sharedYuan: 500 } });
    expect(await errorOf("PUT", `funding-packages/${bundle.id}/projects`, { projects: ["a"] })).toMatchObject(
      { ...{ status: 409, path: "projects", details: { value: ["b"] } } },
    );
    expect(await errorOf("PATCH", `fundings/${city}`, { amountYuan: 999, reason: "核减额度" })).toMatchObject(
      {
        ...{ status: 409, path: "amountYuan", details: { value: 999, allocatedYuan: 1000 } },
      },
    );
    const narrowed = await list(`?${new URLSearchParams({ kind: "区财政", status: "approved" })}`);
    expect(narrowed.items.map(({ id, approvedYuan }) => [id, approvedYuan])).toEqual([
      ["b", 500],
      ["a", 400],
    ]);
    // a figure and the list behind it are one
    const own = narrowed.byKind.find(({ kind }) => kind === "区财政");
    expect(own).toMatchObject({ approvedYuan: 900, projects: 2, fiscal: true });
    // who pays is told to the guards by the ledger, where it has something
    const programme = (await send("GET", "projects/b/programme")).json();
    const guard = programme.moves[0].guards.find(
      ({ guard }: { guard: string }) => guard === "funding-source",
    );
    expect(guard.status).toBe("passed");
    expect(programme.changes.map(({ entity }: { entity: string }) => entity)).toContain("project-money");
  });

  it("is not paid by a target, nor by a source of unknown amount, nor across levels", async () => {
    const [target, vague] = [await add({ status: "target" }), await add({ amountYuan: null })];
    const pay = { project: "a", amountYuan: 1 };
    // the same money is not taken down twice
    expect(await errorOf("POST", "fundings", { ...SOURCE, status: "target" })).toMatchObject({
      ...{ status: 409, path: "giverZh", details: { same: SOURCE.giverZh } },
    });
    expect(await errorOf("PUT", `fundings/${target}/allocations`, pay)).toMatchObject({
      ...{ status: 409, path: "status", details: { value: "target" } },
    });
    expect(await errorOf("PUT", `fundings/${vague}/allocations`, pay)).toMatchObject({
      ...{ status: 409, path: "amountYuan", details: { leftYuan: null } },
    });
    const { sums } = FundingList.parse((await send("GET", "fundings")).json());
    expect(sums).toMatchObject({ targetYuan: 1000, approvedYuan: 4000, amountUnknown: 1 });
    const hidden = await add({ level: "internal" }, internal);
    expect((await send("POST", "fundings", { ...SOURCE, level: "internal" })).statusCode).toBe(403);
    expect((await send("GET", `fundings/${hidden}`)).statusCode).toBe(404);
    expect((await send("GET", "projects/n/money")).statusCode).toBe(404);
    const across = await send("PUT", `fundings/${hidden}/allocations`, pay, internal);
    expect(across.json().error).toMatchObject({ code: "invalid-parameter", path: "project" });
    await send("PUT", `fundings/${hidden}/allocations`, { project: "n", amountYuan: 7 }, internal);
    expect((await list()).sums.allocatedYuan).toBe(400 + 2000);
    expect(await errorOf("POST", "fundings", { ...SOURCE, amountYuan: 0.5 })).toMatchObject({ status: 400 });
    expect(await errorOf("POST", "fundings", { ...SOURCE, kind: "彩票" })).toMatchObject({
      ...{ status: 400, path: "kind" },
    });
    const guarded = appForTests(database, { READ_ONLY: "1" });
    expect((await send("POST", "fundings", SOURCE, guarded)).statusCode).toBe(403);
    await guarded.close();
  });

  it("shows gap and years to balance once they can be known, and says what is missing before", async () => {
    const invest = { totalYuan: 1000, ownYuan: 500, dated: "2026-01-01", basis: "可研" };
    expect(await errorOf("PUT", "projects/a/investment", { ...invest, ownYuan: 1001 })).toMatchObject({
      ...{ status: 400, path: "ownYuan" },
    });
    const first = ProjectMoney.parse((await send("PUT", "projects/a/investment", invest)).json());
    expect(first).toMatchObject({ gapYuan: 600, balance: { reason: "no-lines" } });
    const line = (year: number, kind: string, amountYuan: number | null) =>
      send("PUT", `projects/a/income/${year}/${kind}`, { amountYuan, basis: "测算" });
    await line(2027, "rent", 300);
    expect((await moneyOf("a")).balance.reason).toBe("no-cost-line");
    await line(2027, "running-cost", 100);
    await line(2028, "rent", 400);
    expect((await moneyOf("a")).balance).toMatchObject({
      ...{ reason: "line-missing", years: null, year: 2028, kind: "running-cost" },
    });
    await line(2028, "running-cost", 101);
    // 200 + 299 = 499 of 500
    expect((await moneyOf("a")).balance).toMatchObject({ reason: "not-within", years: null, leftYuan: 1 });
    await line(2028, "running-cost", 100);
    expect((await moneyOf("a")).balance).toMatchObject({ reason: "balanced", years: 2, year: 2028 });
    expect((await line(2028, "lottery", 1)).json().error).toMatchObject({ path: "kind" });
    expect((await list()).sums).toMatchObject({ totalYuan: 1000, gapYuan: 600, totalUnknown: 4 });
  });
});

// mulberry32: the same numbers on every machine
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe("no yuan is counted twice", () => {
  it("whatever is allocated, shared and taken back, and every sum agrees", async () => {
    for (const table of ["funding_share", "funding_to_project", "funding_to_package"])
      await database.query(`DELETE FROM ${table} WHERE district_id = $1`, [DISTRICT]);
    const random = randomOf(20261128);
    const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
    const has = new Map<string, number>();
    for (const kind of ["区财政", "社会资本", "市级奖补"]) {
      const amountYuan = 500 + Math.floor(random() * 500);
      has.set(
        await add({ kind, amountYuan, status: pick(["declared", "approved", "received"]) }),
        amountYuan,
      );
    }
    const [packages] = [FundingPackageList.parse((await send("GET", "funding-packages")).json()).items];
    const bundle = packages[0]!.id;
    const scope = { districtId: DISTRICT, levels: ["public"], actor: localActor() };
    const given = new Map<string, number>();
    const sumOf = (start: string) =>
      [...given].reduce((sum, [key, yuan]) => (key.startsWith(start) ? sum + yuan : sum), 0);
    let refused = 0;
    for (let step = 0; step < 90; step++) {
      const funding = pick([...has.keys()]);
      const amountYuan = random() < 0.15 ? null : 1 + Math.floor(random() * 400);
      const target = pick([...PROJECTS, "package", "share"]);
      const project = target === "share" ? pick(["a", "b"]) : target;
      const key = target === "share" ? `share ${funding} ${project}` : `give ${funding} ${target}`;
      const yuan = amountYuan ?? 0;
      const room =
        target === "share"
          ? (given.get(`give ${funding} package`) ?? 0) - sumOf(`share ${funding} `)
          : has.get(funding)! - sumOf(`give ${funding} `);
      const least = target === "package" ? sumOf(`share ${funding} `) : 0;
      const fits = yuan <= room + (given.get(key) ?? 0) && yuan >= least;
      const asked =
        target === "share"
          ? shareOut(database, scope, { funding, package: bundle, project, amountYuan })
          : allocate(database, scope, {
              ...{ funding, amountYuan },
              ...(target === "package" ? { package: bundle } : { project }),
            });
      const error = await asked.then(() => null).catch((thrown: unknown) => thrown);
      expect([step, error instanceof AppError ? error.code : error]).toEqual([
        step,
        fits ? null : "conflict",
      ]);
      if (fits) given.set(key, yuan);
      else refused++;
    }
    // both have been met
    expect(refused).toBeGreaterThan(10);
    expect(refused).toBeLessThan(80);

    const fundings = FundingList.parse((await send("GET", "fundings")).json());
    const bundles = FundingPackageList.parse((await send("GET", "funding-packages")).json()).items;
    const { items, sums, byKind } = await list();
    const add3 = ({ declaredYuan, approvedYuan, receivedYuan }: (typeof items)[number]) =>
      declaredYuan + approvedYuan + receivedYuan;
    const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
    expect(total(items.map(add3))).toBe(sums.allocatedYuan);
    expect(total(byKind.map((each) => add3(each as never)))).toBe(sums.allocatedYuan);
    expect(sums.declaredYuan + sums.approvedYuan + sums.receivedYuan).toBe(sums.allocatedYuan);
    const unshared = total(bundles.map(({ unsharedYuan }) => unsharedYuan));
    expect(fundings.sums.allocatedYuan).toBe(sums.allocatedYuan + unshared);
    expect(fundings.sums.allocatedYuan).toBe(sumOf("give "));
    expect(sums.allocatedYuan).toBe(sumOf("give ") - unshared);
    for (const { givenYuan, sharedYuan, unsharedYuan } of bundles) {
      expect(givenYuan).toBe(sharedYuan + unsharedYuan);
      expect(unsharedYuan).toBeGreaterThanOrEqual(0);
    }
    for (const { amountYuan, allocatedYuan } of fundings.items)
      expect(allocatedYuan).toBeLessThanOrEqual(amountYuan ?? 0);
    for (const id of PROJECTS)
      expect((await moneyOf(id)).allocatedYuan).toBe(items.find((each) => each.id === id)!.allocatedYuan);
  });
});
