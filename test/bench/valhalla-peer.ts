import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measure, type Peer } from "./bench-row.ts";

// installed here on its own, because it is 280 MB
const PACKAGE = "@valhallajs/valhallajs";
const HERE = fileURLToPath(new URL(".", import.meta.url));

interface Valhalla {
  readonly VALHALLA_VERSION: string;
  readonly Actor: new (config: unknown) => { isochrone(query: string): Promise<string> };
  getConfig(options: { tileDir: string; tileExtract: string }): Promise<unknown>;
}

interface Place {
  readonly lon: number;
  readonly lat: number;
}

/**
 * Valhalla's pedestrian isochrone of so many minutes as GeoJSON text, asked in this process place after place, over tiles
 * made here from the extract; null, with a line that says why, where it does not run.
 */
export async function valhallaOutlines(
  extract: string,
  places: readonly Place[],
  minutes: number,
): Promise<Peer | null> {
  const folder = mkdtempSync(join(tmpdir(), "atlas-bench-"));
  try {
    const { Actor, getConfig, VALHALLA_VERSION } = createRequire(import.meta.url)(PACKAGE) as Valhalla;
    const config = await getConfig({ tileDir: join(folder, "tiles"), tileExtract: "" });
    const configFile = join(folder, "config.json");
    writeFileSync(configFile, JSON.stringify(config));
    const build = ["valhalla", "build_tiles", "-c", configFile, extract];
    const { status, stderr } = spawnSync("npx", build, { cwd: HERE, encoding: "utf8" });
    if (status !== 0) throw new Error(`its tiles were not built: ${stderr.trim()}`);
    const actor = new Actor(config);
    const times = await measure(
      async (index) => {
        const asked = {
          locations: [places[index % places.length]],
          costing: "pedestrian",
          contours: [{ time: minutes }],
          polygons: true,
        };
        const answer = await actor.isochrone(JSON.stringify(asked));
        if (!answer.includes('"Polygon"')) throw new Error(`it drew no outline: ${answer.slice(0, 200)}`);
      },
      { times: places.length, warmUp: places.length },
    );
    return { name: "Valhalla", version: VALHALLA_VERSION, ...times };
  } catch (error) {
    console.log(`Valhalla is not compared: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
