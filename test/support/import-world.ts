import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ImportReport, ReportItem } from "../../server/contract/dataset-report.ts";
import type { Database } from "../../server/database/database.ts";
import { loadStandards } from "../../server/database/standards.ts";
import { importOsm, type OsmImport } from "../../server/import/osm/import-osm.ts";
import type { Progress } from "../../server/progress.ts";
import { OsmFile } from "./osm-file.ts";

export const STANDARDS = fileURLToPath(new URL("../../geodata/standards", import.meta.url));
const QUIET: Progress = { line: () => undefined, step: (_, work) => work() };

/** A folder for files of a test; `remove` takes it away. */
export function scratchFolder(): { path: (name: string) => string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "atlas-import-"));
  return {
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Writes the outline of a district in metres, closed, as GeoJSON. */
export function writeBoundary(path: string, ring: readonly (readonly [number, number])[]): string {
  const coordinates = [ring.map(([x, y]) => OsmFile.toLonLat(x, y))];
  writeFileSync(path, JSON.stringify({ type: "Polygon", coordinates }));
  return path;
}

/** Imports quietly, with values that suit most tests. */
export async function importForTests(
  database: Database,
  wanted: Partial<OsmImport> & { pbf: string; boundary: string; id: string },
): Promise<ImportReport> {
  await loadStandards(database, STANDARDS);
  const { id, ...given } = wanted;
  const district = { id, adcode: "999999", nameZh: "试验区", nameEn: null, sample: false };
  return importOsm(
    database,
    { dem: [], population: null, replace: false, actorId: "test", district, ...given },
    QUIET,
  );
}

/** The finding of a report with a code, for a layer where several have it. */
export function finding(report: ImportReport, code: string, layer?: string): ReportItem | undefined {
  return report.items.find((item) => item.code === code && (layer === undefined || item.layer === layer));
}

/** Everything the record holds of districts, to be compared before and after: datasets, and rows by table and dataset. */
export async function recordState(database: Database): Promise<unknown> {
  const { rows: tables } = await database.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'store' ORDER BY 1",
  );
  const counts: unknown[] = [];
  for (const { name } of tables) {
    const { rows } = await database.query(
      `SELECT '${name}' AS "table", district_id, dataset_id, count(*) FROM store.${name} GROUP BY 1, 2, 3 ORDER BY 2, 3`,
    );
    counts.push(...rows);
  }
  const { rows: datasets } = await database.query("SELECT id, district_id, status FROM dataset ORDER BY id");
  const { rows: districts } = await database.query("SELECT * FROM district ORDER BY id");
  const { rows: versions } = await database.query("SELECT id, district_id FROM data_version ORDER BY id");
  return { datasets, districts, versions, counts };
}
