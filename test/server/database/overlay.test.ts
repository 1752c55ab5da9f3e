import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { testDatabase } from "../../support/database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

// Of these jagged rings (a linear congruential generator, so always the same) and boxes, some are so that a piece of the
// ring clipped by the box cannot be noded against the ring itself in floating point: GEOS throws and tries again.
const HARD_CASES = [77, 98, 175];
const CORNERS = 300;

function jaggedRings(count: number): { ring: string; box: string }[] {
  let state = 7;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return Array.from({ length: count }, () => {
    const points = Array.from({ length: CORNERS }, (_, corner) => {
      const radius = 0.02 * (0.6 + 0.4 * random());
      const angle = (corner * Math.PI) / (CORNERS / 2);
      const lon = (106.5 + radius * Math.cos(angle)).toFixed(7);
      return `${lon} ${(29.5 + radius * Math.sin(angle)).toFixed(7)}`;
    });
    const [west, south] = [106.48 + random() * 0.03, 29.48 + random() * 0.03];
    return {
      ring: `SRID=4326;POLYGON((${[...points, points[0]].join(",")}))`,
      box: `SRID=4326;POLYGON((${west} ${south},106.52 ${south},106.52 29.52,${west} 29.52,${west} ${south}))`,
    };
  });
}

describe("shapes that floating point cannot node", () => {
  const cases = jaggedRings(Math.max(...HARD_CASES) + 1);

  it.each(HARD_CASES)("are clipped and cut all the same (%i)", async (index) => {
    const { ring, box } = cases[index]!;
    const { rows } = await database.query<{ piece: number; again: number; rest: number; whole: number }>(
      `SELECT ST_Area(piece) AS piece, ST_Area(clip_shape(piece, ring)) AS again,
         ST_Area(cut_away(ring, piece)) AS rest, ST_Area(ring) AS whole
       FROM (SELECT $1::geometry AS ring, clip_shape($1::geometry, $2::geometry) AS piece) cut`,
      [ring, box],
    );
    const [{ piece, again, rest, whole }] = rows as [(typeof rows)[0]];
    expect(Math.abs(again / piece - 1)).toBeLessThan(1e-9);
    expect(Math.abs((piece + rest) / whole - 1)).toBeLessThan(1e-9);
  });

  it("never end a statement without an answer, whichever way it is asked, and the next one is answered", async () => {
    const sql =
      "SELECT ST_Area(ST_Intersection(ST_Intersection($1::geometry, $2::geometry), $1::geometry)) AS area";
    for (const index of HARD_CASES) {
      const { ring, box } = cases[index]!;
      const typed = sql.replaceAll("$1", `'${ring}'`).replaceAll("$2", `'${box}'`);
      for (const asked of [database.query(sql, [ring, box]), database.query(typed)]) {
        const answer = await asked.then(
          ({ rows }) => rows.length,
          (error: Error) => error.message,
        );
        // a server answers, the embedded database refuses
        expect(answer).toBe(
          database.embedded ? "The embedded database ended the statement without an answer." : 1,
        );
      }
      expect((await database.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    }
  });

  it("undo the transaction they are lost in", async () => {
    if (!database.embedded) return;
    const { ring, box } = cases[HARD_CASES[0]!]!;
    await database.query("CREATE TABLE lost_in (number integer)");
    const work = database.transaction(async (transaction) => {
      await transaction.query("INSERT INTO lost_in VALUES (1)");
      await transaction.query("SELECT ST_Intersection(ST_Intersection($1::geometry, $2), $1)", [ring, box]);
    });
    await expect(work).rejects.toThrow("without an answer");
    expect((await database.query("SELECT * FROM lost_in")).rows).toEqual([]);
    await database.query("DROP TABLE lost_in");
  });
});
