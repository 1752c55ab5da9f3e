import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { createIsochroneKernel } from "../../../server/walking/isochrone-kernel.ts";
import type { WalkNetwork } from "../../../server/walking/network.ts";
import { STORED_TIME } from "../../../server/walking/opening-hours.ts";
import { createReachKernel } from "../../../server/walking/reach-kernel.ts";
import { testDatabase } from "../../support/database.ts";
import { readOsmBuildings } from "../../support/osm-buildings.ts";
import { readOsmNetwork, sharedData } from "../../support/osm-network.ts";
import { isWithin } from "../../support/point-within.ts";
import { standardParameters, standardPersona } from "../../support/walking-standards.ts";

const streets = sharedData("porto/porto-walk.osm.pbf");
const houses = sharedData("porto/porto-centre.osm.pbf");
const MINUTES = [5, 10, 15];
const CLICKS = 6;

describe.runIf(streets && houses)("on the streets of a real city, over a made-up relief", () => {
  let database: Database;
  let network: WalkNetwork;
  let places: [number, number][];

  beforeAll(async () => {
    database = await testDatabase();
    network = await readOsmNetwork(streets!);
    places = (await readOsmBuildings(houses!)).map(({ ring }) => ring[0]!);
  }, 60_000);
  afterAll(() => database.close());

  it.each(["from", "to"] as const)(
    "what is drawn as reached %s a place is valid, nested, and holds the buildings reached in time",
    async (direction) => {
      const inputs = {
        network,
        parameters: standardParameters(),
        personas: [standardPersona("adult"), standardPersona("wheelchair")],
        water: [],
      };
      const kernel = createIsochroneKernel(inputs);
      let judged = 0;
      let agreed = 0;
      for (let click = 0; click < CLICKS; click++) {
        const [lon, lat] = places[(click * 1_777) % places.length]!;
        const persona = click % 3 === 2 ? "wheelchair" : "adult";
        const question = { lon, lat, minutes: MINUTES, persona, direction, at: STORED_TIME, flat: false };
        const { areas } = kernel.isochrone(question)!;
        const reach = createReachKernel({
          ...inputs,
          buildingLon: Float64Array.from(places, ([x]) => x),
          buildingLat: Float64Array.from(places, ([, y]) => y),
          facilities: new Map([["origin", [{ lon, lat }]]]),
        }).categories(persona, ["origin"])[0]!;
        const seconds = direction === "from" ? reach.fromS : reach.toS;
        for (const { minutes, coordinates } of areas) {
          places.forEach((place, building) => {
            const walkS = seconds[building]!;
            // buildings far beyond are outside in any case and would flatter the share
            if (walkS < 0 || walkS > 90 * minutes) return;
            judged++;
            if (isWithin(coordinates, place) === walkS <= 60 * minutes) agreed++;
          });
        }
        await expectValidAndNested(areas.map(({ coordinates }) => coordinates));
      }
      expect(judged).toBeGreaterThan(5_000);
      expect(agreed / judged).toBeGreaterThanOrEqual(0.98);
    },
    120_000,
  );

  async function expectValidAndNested(areas: readonly unknown[]): Promise<void> {
    const shapes = areas.map((coordinates) => JSON.stringify({ type: "MultiPolygon", coordinates }));
    const { rows } = await database.query<{ valid: boolean; covered: boolean; turned: boolean }>(
      `SELECT ST_IsValid(geom) AS valid, ST_IsEmpty(geom) OR coalesce(ST_Covers(lead(geom) OVER (ORDER BY position), geom), true) AS covered,
         ST_IsPolygonCCW(geom) AS turned
       FROM unnest($1::text[]) WITH ORDINALITY AS shape (geojson, position),
         LATERAL (SELECT ST_SetSRID(ST_GeomFromGeoJSON(geojson), 4326) AS geom) AS parsed`,
      [shapes],
    );
    expect(rows).toEqual(areas.map(() => ({ valid: true, covered: true, turned: true })));
  }
});

if (!streets || !houses) console.log("Isochrones are not tried on a real city: that needs ../shared/data.");
