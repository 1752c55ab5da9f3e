import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { testDatabase } from "../../support/database.ts";

const SHIPPED = join(import.meta.dirname, "../../../geodata/standards");
let database: Database;
let directory: string;

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "standards-"));
  await cp(SHIPPED, directory, { recursive: true });
  await loadStandards(database, SHIPPED);
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

// the tables are shared with every other test file: leave them as shipped
afterAll(async () => {
  await loadStandards(database, SHIPPED);
  await database.close();
});

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(directory, file);
  const before = await readFile(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}

async function one<Value>(sql: string, values: unknown[] = []): Promise<Value> {
  const { rows } = await database.query<{ value: Value }>(sql, values);
  return rows[0]?.value as Value;
}

const lineCount = async (file: string) =>
  (await readFile(join(SHIPPED, file), "utf8")).trimEnd().split("\n").length - 1;

const storedHash = () => one<string>("SELECT value FROM setting WHERE key = 'standards-sha256'");

describe("loading the standards", () => {
  it.each([
    ["facility_category", "facility-category.csv"],
    ["rule_set", "rule-set.csv"],
    ["life_circle_tier", "tier.csv"],
    ["life_circle_requirement", "life-circle-requirement.csv"],
    ["persona", "persona.csv"],
    ["walking_parameter", "walking-parameter.csv"],
    ["published_value", "published-value.csv"],
    ["project_term", "project-term.csv"],
    ["filter_preset", "filter-preset.csv"],
    ["block_band", "block-band.csv"],
    ["demand_group", "demand-group.csv"],
    ["facility_demand", "facility-demand.csv"],
    ["catchment_decay", "catchment-decay.csv"],
  ])("makes one row of %s of every line of %s", async (table, file) => {
    expect(await one<number>(`SELECT count(*)::int AS value FROM ${table}`)).toBe(await lineCount(file));
  });

  it("keeps what is not given as null, never as zero", async () => {
    expect(
      await one<number>(
        "SELECT count(*)::int AS value FROM life_circle_requirement WHERE category = 'com.bank' AND distance_m IS NULL",
      ),
    ).toBe(2);
    expect(
      await one<boolean>(
        "SELECT stairs_up_vertical_mps IS NULL AS value FROM persona WHERE id = 'wheelchair'",
      ),
    ).toBe(true);
  });

  it.each(["persona", "walking_parameter", "coverage_definition"])(
    "tells where each row of %s comes from in English as well",
    async (table) => {
      const told = "SELECT bool_and(source_en <> '' AND source_en !~ '[一-鿿]') AS value";
      expect(await one<boolean>(`${told} FROM ${table}`)).toBe(true);
    },
  );

  it("keeps 1:12 to the last bit", async () => {
    expect(await one<number>("SELECT max_grade AS value FROM persona WHERE id = 'wheelchair'")).toBe(1 / 12);
  });

  it("does nothing where the files are the ones already loaded", async () => {
    await database.query("UPDATE persona SET name_en = 'touched' WHERE id = 'adult'");
    await loadStandards(database, SHIPPED);
    expect(await one<string>("SELECT name_en AS value FROM persona WHERE id = 'adult'")).toBe("touched");
    await database.query("UPDATE persona SET name_en = 'Adult' WHERE id = 'adult'");
  });

  it("takes over a changed value, a new row and a removed one, and goes back again", async () => {
    await edit("persona.csv", (text) => text.replace("Adult,1.33", "Adult,1.30"));
    await edit("published-value.csv", (text) => `${text.trimEnd().split("\n").slice(0, -1).join("\n")}\n`);
    await edit(
      "life-circle-requirement.csv",
      (text) => `${text}gb-50180-2018,2018,附录B,5,trn.metro,as-needed,300,walk,,,unverified,test,\n`,
    );
    const before = await storedHash();
    await loadStandards(database, directory);
    const metro =
      "SELECT count(*)::int AS value FROM life_circle_requirement WHERE tier = 5 AND category = 'trn.metro'";
    expect(await one<number>("SELECT flat_mps AS value FROM persona WHERE id = 'adult'")).toBe(1.3);
    expect(await one<number>("SELECT count(*)::int AS value FROM published_value")).toBe(
      (await lineCount("published-value.csv")) - 1,
    );
    expect(await one<number>(metro)).toBe(1);
    expect(await storedHash()).not.toBe(before);

    await loadStandards(database, SHIPPED);
    expect(await one<number>("SELECT flat_mps AS value FROM persona WHERE id = 'adult'")).toBe(1.33);
    expect(await one<number>(metro)).toBe(0);
    expect(await storedHash()).toBe(before);
  });

  it("leaves the rows of a rule set that the files only announce", async () => {
    const insert = `INSERT INTO life_circle_requirement (rule_set, edition, clause, tier, category, required, test, status, source)
      VALUES ('db50-t-543-2024', '2024', '11', 15, 'trn.bus', 'required', 'walk', 'unverified', 'loaded by an administrator')`;
    await database.query(insert);
    await edit("persona.csv", (text) => text.replace("Adult,1.33", "Adult,1.31"));
    await loadStandards(database, directory);
    const removed = await database.query(
      "DELETE FROM life_circle_requirement WHERE rule_set = 'db50-t-543-2024'",
    );
    expect(removed.rowCount).toBe(1);
  });
});

describe("a wrong row", () => {
  it.each<[string, string, (text: string) => string, RegExp]>([
    [
      "a distance that is no number",
      "life-circle-requirement.csv",
      (text) => text.replace("edu.junior,required,1000", "edu.junior,required,about 1 km"),
      /^life-circle-requirement\.csv:2: distance_m: must be empty or /,
    ],
    [
      "a distance of zero",
      "life-circle-requirement.csv",
      (text) => text.replace("edu.junior,required,1000", "edu.junior,required,0"),
      /^life-circle-requirement\.csv:2: distance_m: /,
    ],
    [
      "an unknown category",
      "life-circle-requirement.csv",
      (text) => text.replace("edu.junior,required", "edu.college,required"),
      /^life-circle-requirement\.csv:2: category is not in facility-category\.csv$/,
    ],
    [
      "a tier that the rule set has not",
      "life-circle-requirement.csv",
      (text) => text.replace(",10,trn.bus,required,,", ",15,trn.bus,required,,"),
      /^life-circle-requirement\.csv:\d+: tier is not in tier\.csv/,
    ],
    [
      "a requirement given twice",
      "life-circle-requirement.csv",
      (text) => `${text}${text.split("\n")[1]}\n`,
      /^life-circle-requirement\.csv:\d+: gb-50180-2018, tier 15, edu\.junior is given twice$/,
    ],
    [
      "a status nobody knows",
      "rule-set.csv",
      (text) => text.replace("unverified", "probably"),
      /^rule-set\.csv:2: status: must be verified or unverified$/,
    ],
    [
      "a gap in the ordinals",
      "facility-category.csv",
      (text) => text.replace("57,svc.rider", "58,svc.rider"),
      /^facility-category\.csv:59: ordinal 58 leaves a gap/,
    ],
    [
      "three of four stair speeds",
      "persona.csv",
      (text) => text.replace("0.45,0.6,0.22,0.3", "0.45,0.6,0.22,"),
      /^persona\.csv:2: the four stair speeds/,
    ],
    [
      "a local rule set that would count in a compliance figure",
      "life-circle-requirement.csv",
      (text) => text.replace(/^(yuzhong-modern-community,.*),as-needed,/m, "$1,required,"),
      /^life-circle-requirement\.csv:\d+: required must be as-needed/,
    ],
    [
      "a column too few",
      "walking-parameter.csv",
      (text) => `${text}lift-height,3,m\n`,
      /^walking-parameter\.csv: .*line \d+/,
    ],
    [
      "a stage given twice",
      "project-term.csv",
      (text) => text.replace("stage,储备,,1", "stage,谋划,,1"),
      /^project-term\.csv:3: stage 谋划 is given twice/,
    ],
    [
      "a code with a comma",
      "project-term.csv",
      (text) => text.replace("category,路网,", 'category,"路,网",'),
      /^project-term\.csv:\d+: code: must be without a comma/,
    ],
    [
      "a question by a value that cannot be",
      "filter-preset.csv",
      (text) => text.replace("yearBuilt:lt:1980", "yearBuilt:lt:19800"),
      /^filter-preset\.csv:5: conditions: expected a whole number from 1000 to 2100/,
    ],
    [
      "a question by no condition",
      "filter-preset.csv",
      (text) => text.replace("yearBuilt:lt:1980", "yearBuilt before 1980"),
      /^filter-preset\.csv:5: conditions: must be conditions such as /,
    ],
    [
      "a column that does not belong",
      "tier.csv",
      (text) => text.replace("rule_set,tier,minutes", "rule_set,tier,seconds"),
      /^tier\.csv:2: /,
    ],
  ])("%s stops with one sentence and changes nothing", async (_title, file, change, sentence) => {
    await edit("persona.csv", (text) => text.replace("Adult,1.33", "Adult,1.29"));
    await edit(file, change);
    const before = await storedHash();
    await expect(loadStandards(database, directory)).rejects.toThrow(sentence);
    expect(await storedHash()).toBe(before);
    expect(await one<number>("SELECT flat_mps AS value FROM persona WHERE id = 'adult'")).toBe(1.33);
  });

  it("a missing file stops with one sentence that names it", async () => {
    await rm(join(directory, "tier.csv"));
    await expect(loadStandards(database, directory)).rejects.toThrow(/^tier\.csv cannot be read/);
  });
});
