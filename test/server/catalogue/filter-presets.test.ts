import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FilterFieldList, FilterPresetList } from "../../../server/contract/filter-presets.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

const house = (x: number) => rectangle(x, 50, 10, 10);
const world = new World("catalogue-filter-fields")
  .district(rectangle(0, 0, 1000, 200))
  .building({ ring: house(100), yearBuilt: 1990, floors: 7, structure: "砖混", hasLift: false })
  .building({ ring: house(200), yearBuilt: 1950, floors: 3.5, structure: "框架", use: "office" })
  .building({ ring: house(300), structure: "砖混", use: "unknown" })
  .building({ ring: house(400), yearBuilt: 1800, structure: "竹", level: "internal" })
  .building({ ring: house(500), yearBuilt: 1800, structure: "竹", inSums: false });

let database: Database;
let app: FastifyInstance;
let insideApp: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await world.insert(database);
  app = appForTests(database);
  insideApp = appForTests(database, { INTERNAL: "1" });
});
afterAll(async () => {
  await app.close();
  await insideApp.close();
  await world.remove(database);
  await database.close();
});

describe("the fields of a question", () => {
  it("say of how many buildings they are known, from where to where they run and which texts there are", async () => {
    const reply = await app.inject(`/api/filter-fields?district=${world.districtId}`);
    const { items } = FilterFieldList.parse(reply.json());
    const facts = new Map(items.map(({ field, ...rest }) => [field, rest]));
    // the internal building and the part count nowhere
    expect(facts.get("yearBuilt")).toEqual({ buildings: 3, known: 2, min: 1950, max: 1990, values: [] });
    expect(facts.get("floorsAbove")).toMatchObject({ known: 2, min: 3.5, max: 7 });
    expect(facts.get("structure")).toEqual({
      ...{ buildings: 3, known: 3, min: null, max: null },
      values: [
        { value: "砖混", buildings: 2 },
        { value: "框架", buildings: 1 },
      ],
    });
    expect(facts.get("hasLift")).toMatchObject({ known: 1, values: [{ value: "false", buildings: 1 }] });
    expect(facts.get("use")).toMatchObject({ known: 2 });
    expect(facts.get("dwellings")).toMatchObject({ known: 0, min: null, max: null });
    // grades are internal
    expect(items).toHaveLength(12);
  });

  it("come as questions often asked, each of conditions that may be asked", async () => {
    const { items } = FilterPresetList.parse((await insideApp.inject("/api/filter-presets")).json());
    expect(items[0]).toMatchObject({
      titleZh: "2000 年前、7 层及以上、无电梯、C/D 级",
      conditions: [
        { field: "yearBuilt", op: "lt", value: 2000 },
        { field: "floorsAbove", op: "gte", value: 7 },
        { field: "hasLift", op: "eq", value: false },
        { field: "safetyGrade", op: "in", value: ["C", "D"] },
      ],
    });
    for (const { conditions } of items) {
      const reply = await insideApp.inject({
        method: "POST",
        url: `/api/analyses/filter-count?district=${world.districtId}`,
        payload: { area: { zone: `district:${world.districtId}` }, conditions },
      });
      expect(reply.statusCode).toBe(200);
    }
  });
});
