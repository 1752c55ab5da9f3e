import type { Position } from "geojson";
import { inventHouseholds } from "../../geodata/generate/households.ts";
import { inventOperation } from "../../geodata/generate/operation.ts";
import { SAMPLE_SEED, type SampleDistrict } from "../../geodata/generate/sample-district.ts";
import { SAMPLE_DISTRICT } from "../../geodata/generate/sample-identity.ts";
import { inventSigning, type SampleProject } from "../../geodata/generate/signing.ts";
import { inventStageSteps } from "../../geodata/generate/stage-steps.ts";
import type { Completeness } from "../contract/catalogue.ts";
import type { ImportReport } from "../contract/dataset-report.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { Progress } from "../progress.ts";
import { computeReachWithLines } from "../walking/live-reach.ts";
import type { Extent } from "./boundary.ts";
import { generateSample } from "./generate-sample.ts";
import { geojsonWkb } from "./geojson-wkb.ts";
import { deriveLand } from "./land-pieces.ts";
import { abandonDataset, beginDataset, goLive, type LoadingDataset, requireRoom } from "./loading-dataset.ts";
import { ReportItems } from "./report-items.ts";
import { writeSampleFindings } from "./sample-findings.ts";
import type { StoreRow, StoreTable } from "./store-rows.ts";
import { writeElevation } from "./write-elevation.ts";
import { writeRows } from "./write-rows.ts";

const plansSql = loadSql("./sample-plans.sql", import.meta.url);
const operationSql = loadSql("./sample-operation.sql", import.meta.url);
const signingSql = loadSql("./sample-signing.sql", import.meta.url);

const moneySql = loadSql("./sample-money.sql", import.meta.url);
const stepsSql = loadSql("./sample-steps.sql", import.meta.url);
const dispatchSql = loadSql("./sample-dispatch.sql", import.meta.url);
const recordsSql = loadSql("./sample-records.sql", import.meta.url);
const advisersSql = loadSql("./sample-advisers.sql", import.meta.url);
const NO_DISTRICT = "SELECT NOT EXISTS (SELECT FROM district) AS empty";

/** Whether the record holds no district at all. */
export async function hasNoDistrict(database: Database): Promise<boolean> {
  const { rows } = await database.query<{ empty: boolean }>(NO_DISTRICT);
  return rows[0]!.empty;
}

const COMPLETENESS: Completeness = {
  building: "complete",
  population: "complete",
  water: "complete",
  green: "complete",
  "land-use": "complete",
  elevation: "complete",
};

/**
 * Generates the sample district (unless that is being done), writes it as a loading dataset and makes it live with its reach computed, or leaves
 * everything as it was. Throws StartupError where the district is there already.
 */
export async function importSample(
  database: Database,
  {
    actorId,
    sample: begun,
  }: { readonly actorId: string; readonly sample?: Promise<SampleDistrict> | undefined },
  progress: Progress,
): Promise<ImportReport> {
  const startedAt = performance.now();
  await requireRoom(database, { district: SAMPLE_DISTRICT, replace: false });
  const sample = await progress.step("generating the sample district", () => begun ?? generateSample());
  const { district, source } = sample;
  const dataset = await beginDataset(database, { district, source, asOf: null, actorId, replace: false });
  try {
    const report = new ReportItems();
    await progress.step("writing the sample district", () =>
      writeSample(database, dataset, { sample, report, actorId }),
    );
    await progress.step("deriving land", () => deriveLand(database, dataset, extentOf(sample)));
    await progress.step("computing reach", () => computeReachWithLines(database, dataset, progress.line));
    const durationS = Math.round((performance.now() - startedAt) / 100) / 10;
    const result = { durationS, files: [], items: report.items };
    await goLive(database, dataset, {
      ...{ district, completeness: COMPLETENESS, report: result, actorId },
      note: "generated sample district",
    });
    return result;
  } catch (error) {
    await abandonDataset(database, dataset);
    throw error;
  }
}

interface Writing {
  readonly sample: SampleDistrict;
  readonly report: ReportItems;
  readonly actorId: string;
}

async function writeSample(
  database: Database,
  dataset: LoadingDataset,
  { sample, report, actorId }: Writing,
): Promise<void> {
  for (const [table, rows] of Object.entries(sample.tables)) {
    const stored = rows.map((row) => ({ ...row, geom: geojsonWkb(row.geom) }));
    // the columns bear the names of the table: the migration is what both sides follow
    await writeRows(database, dataset, table as StoreTable, stored as unknown as StoreRow<StoreTable>[]);
    report.cameIn(table.replaceAll("_", "-"), rows.length);
  }
  const { plans, pointers } = sample.plans;
  await database.query(plansSql, [sample.district.id, JSON.stringify(plans), JSON.stringify(pointers)]);
  const steps = inventStageSteps(
    sample.tables.project as unknown as Parameters<typeof inventStageSteps>[0],
    SAMPLE_SEED,
  );
  await database.query(stepsSql, [sample.district.id, actorId, JSON.stringify(steps)]);
  const open = sample.tables.project.filter(({ level }) => level === "public");
  const signing = inventSigning(open as unknown as SampleProject[], SAMPLE_SEED);
  await database.query(signingSql, [sample.district.id, JSON.stringify(signing)]);
  const held = inventHouseholds(signing);
  const units = inventOperation(open as unknown as Parameters<typeof inventOperation>[0], SAMPLE_SEED);
  await database.query(operationSql, [sample.district.id, JSON.stringify(held), JSON.stringify(units)]);
  await database.query(moneySql, [sample.district.id, JSON.stringify(sample.money)]);
  const { returns, approvals, matters } = sample.dispatch;
  const dispatched = [returns, approvals, matters].map((rows) => JSON.stringify(rows));
  await database.query(dispatchSql, [sample.district.id, ...dispatched]);
  await database.query(recordsSql, [sample.district.id, JSON.stringify(sample.records)]);
  await database.query(advisersSql, [sample.district.id, JSON.stringify(sample.advisers)]);
  await writeSampleFindings(database, { districtId: sample.district.id, actorId }, sample.findings);
  await writeElevation(database, dataset, { ...sample.elevation, source: sample.source });
}

function extentOf({ tables }: SampleDistrict): Extent {
  const district = tables.zone.find(({ kind }) => kind === "district")!;
  const places = (district.geom as { coordinates: Position[][][] }).coordinates.flat(2);
  const lons = places.map(([lon]) => lon!);
  const lats = places.map(([, lat]) => lat!);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
