import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { ProjectProgramme } from "../../../server/contract/programme.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { CENTRE, removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "points-and-lines";
const [LON, LAT] = [CENTRE[0] + 0.004, CENTRE[1] - 0.004];
let database: Database;
let app: FastifyInstance;

const at = (east: number, north: number) => `${LON + east} ${LAT + north}`;
const box = (east: number, north: number, side: number) =>
  `MULTIPOLYGON(((${[at(east, north), at(east + side, north), at(east + side, north + side), at(east, north + side), at(east, north)].join()})))`;

// One building in an area that takes public money. 0.0001° of longitude is 111,320 m × cos 29.5° ÷ 10⁴ = 9.69 m: the point is 9.69 m
// east of it and 14.5 m west of a heritage core, the line runs 38.8 m north of the one and ends 24.2 m west of the other. Standards: either reaches 20 m.
beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  const { id, datasetId } = await seedDistrict(database, DISTRICT);
  const key = [id, datasetId];
  await database.query(
    `INSERT INTO store.project (district_id, dataset_id, id, name_zh, categories, stage, amounts, level, geom)
     SELECT $1, $2, own, '示例' || own, '{公共空间}', '谋划', '[{"source": "区财政", "amountYuan": 1000000}]', 'public',
       ST_GeomFromText(shape, 4326)
     FROM unnest($3::text[], $4::text[]) given (own, shape)`,
    [
      ...key,
      ["area", "point", "line"],
      [
        box(0, 0, 0.00025),
        `POINT(${at(0.0003, 0.00015)})`,
        `LINESTRING(${at(0, 0.00055)}, ${at(0.0002, 0.00055)})`,
      ],
    ],
  );
  await database.query(
    `INSERT INTO store.building (district_id, dataset_id, id, ordinal, footprint_sqm, floors_above, floors_source,
       gfa_above_sqm, disposition, heritage, geom)
     VALUES ($1, $2, 'h', 50, 100, 1, 'measured', 100, 'keep', false, ST_GeomFromText($3, 4326))`,
    [...key, box(0.0001, 0.0001, 0.0001)],
  );
  await database.query(
    `INSERT INTO store.control_zone (district_id, dataset_id, id, kind, name_zh, area_sqm, geom)
     VALUES ($1, $2, 'c', 'heritage-core', '老街核心保护范围', 1, ST_GeomFromText($3, 4326))`,
    [...key, box(0.00045, 0, 0.001)],
  );
  app = createApp({ database, config: readConfig({ LOG_LEVEL: "silent" }) });
});
afterAll(async () => {
  await app.close();
  await database.query("DELETE FROM store.control_zone WHERE district_id = $1", [DISTRICT]);
  await removeDistrict(database, DISTRICT);
  await database.close();
});

const guardOf = async (project: string, name: string) => {
  const reply = await app.inject(`/api/projects/${project}/programme?district=${DISTRICT}`);
  const { moves } = ProjectProgramme.parse(reply.json());
  return moves.flatMap(({ guards }) => guards).find(({ guard }) => guard === name)!;
};

describe("a project that is drawn as a point or a line", () => {
  it("is held against the houses within reach, and what it may share with another is not known, from either side", async () => {
    expect(await guardOf("point", "duplicate-funding")).toMatchObject({
      status: "unknown",
      reasons: [
        {
          code: "paid-twice-near",
          values: { nameZh: "示例area", source: "区财政", buildings: 1, reachM: 20 },
        },
      ],
    });
    expect(await guardOf("area", "duplicate-funding")).toMatchObject({
      status: "unknown",
      reasons: [{ code: "paid-twice-near", values: { nameZh: "示例point", buildings: 1 } }],
    });
    expect(await guardOf("line", "duplicate-funding")).toMatchObject({
      status: "passed",
      reasons: [{ code: "paid-once-near", values: { reachM: 20 } }],
    });
  });

  it("is not known to be clear of a zone within reach, unless the survey is done", async () => {
    const near = { nameZh: "老街核心保护范围", awayM: 15, reachM: 20 };
    expect(await guardOf("point", "protection-overlap")).toMatchObject({
      status: "unknown",
      reasons: [{ code: "overlap-near", values: near }],
    });
    expect(await guardOf("point", "heritage-survey")).toMatchObject({
      status: "unknown",
      reasons: [{ code: "heritage-near", values: near }],
    });
    // 0.0002° beside it, and drawn: it is clear
    expect((await guardOf("area", "protection-overlap")).reasons).toMatchObject([{ code: "no-overlap" }]);
    expect((await guardOf("line", "protection-overlap")).status).toBe("passed");
    await app.inject({
      method: "PUT",
      url: `/api/projects/point/evidence/heritage-survey?district=${DISTRICT}`,
      payload: { heldOn: "2026-03-01", body: "示例单位", passed: true },
    });
    expect((await guardOf("point", "heritage-survey")).status).toBe("passed");
  });
});
