import { offsetOfCursor } from "../catalogue/cursor.ts";
import type { Scope } from "../catalogue/scope.ts";
import type {
  AcquisitionPlot,
  AcquisitionPlotList,
  AcquisitionPlotPage,
  ConsentPurpose,
  HouseholdKind,
  SigningCase,
  SigningStage,
  SigningSum,
  SigningTarget,
} from "../contract/acquisition-plots.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { notFound } from "../errors.ts";
import { judgeConsent, type PlotFacts, type Threshold, type Told, tellSigning } from "./signing-progress.ts";

const plotsSql = loadSql("./acquisition-plots.sql", import.meta.url);
const standardsSql = loadSql("./signing-standards.sql", import.meta.url);
const casesSql = loadSql("./signing-cases.sql", import.meta.url);

type StageOf = SigningStage & { readonly purpose: ConsentPurpose };
interface Standards {
  readonly stages: readonly StageOf[];
  readonly thresholds: readonly Threshold[];
}

type Shared = "id" | "purpose" | "nameZh" | "nameEn" | "areaSqm" | "project" | "extent" | "geometry";
/** A plot as it is in the record, whole. */
export interface PlotRow extends Pick<AcquisitionPlot, Shared | "source" | "invented">, PlotFacts {
  readonly targets: readonly SigningTarget[];
  /** Households kept one by one; internal. */
  readonly kept: number;
}

const stagesOf = ({ stages }: Standards, purpose: ConsentPurpose): SigningStage[] =>
  stages.flatMap(({ purpose: of, ...stage }) => (of === purpose ? [stage] : []));

/** The stages and shares of all purposes. */
async function readSigningStandards(database: Database): Promise<Standards> {
  const { rows } = await database.query<Standards>(standardsSql);
  return rows[0]!;
}

/** The stages of a purpose in their order. */
export async function readStages(database: Database, purpose: ConsentPurpose): Promise<SigningStage[]> {
  return stagesOf(await readSigningStandards(database), purpose);
}

/** A plot as it is in the record; throws not-found. */
export async function readPlotRow(
  database: Database,
  { districtId, levels }: Scope,
  id: string,
): Promise<PlotRow> {
  const { rows } = await database.query<PlotRow>(plotsSql, [districtId, levels, id, null]);
  if (!rows[0]) throw notFound("plot of that id");
  return rows[0];
}

const seesAll = ({ levels }: Scope) => levels.includes("internal");

function toPlot({ counts: _, targets: __, kept: ___, ...row }: PlotRow, told: Told): AcquisitionPlot {
  const { households, withheld, byKind, progress } = told;
  return {
    ...row,
    ...{ jurisdiction: "区级", households, withheld, noteZh: null, noteEn: null },
    ...{ byKind: [...byKind], progress: [...progress] },
  };
}

interface Asked {
  readonly purpose: ConsentPurpose;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The plots of a purpose with how far each has come, their sum, and cases elsewhere, which are never in that sum. */
export async function listAcquisitionPlots(
  database: Database,
  scope: Scope,
  { purpose, limit, cursor }: Asked,
): Promise<AcquisitionPlotList> {
  const offset = offsetOfCursor(cursor);
  const stages = await readStages(database, purpose);
  const given = [scope.districtId, scope.levels, null, purpose];
  const { rows } = await database.query<PlotRow>(plotsSql, given);
  const plots = rows.map((row) => toPlot(row, tellSigning(row, stages, seesAll(scope))));
  const end = offset + limit;
  return {
    items: plots.slice(offset, end),
    total: plots.length,
    next: end < plots.length ? String(end) : null,
    stages,
    sum: sumOf(plots, stages),
    cases: purpose === "acquisition" ? await readCases(database, stages) : [],
  };
}

function sumOf(plots: readonly AcquisitionPlot[], stages: readonly SigningStage[]): SigningSum {
  const told = plots.filter(({ households }) => households !== null);
  const untold = plots.length - told.length;
  return {
    ...{ told: told.length, untold },
    households: told.reduce((all, { households }) => all + households!, 0),
    stages: stages
      .filter(({ counted }) => counted === "households")
      .map(({ code }) => {
        const reached = told.map((plot) => plot.progress.find(({ stage }) => stage === code));
        const partly = reached.filter((each) => !each?.latest || each.latest.partly || each.withheld);
        return {
          stage: code,
          households: reached.reduce((all, each) => all + (each?.latest?.households ?? 0), 0),
          ...{ open: untold + partly.length, partly: partly.length > 0 },
        };
      }),
  };
}

/** One plot with its curves, targets, and whether the shares the law asks for are reached; throws not-found. */
export async function readAcquisitionPlot(
  database: Database,
  scope: Scope,
  id: string,
): Promise<AcquisitionPlotPage> {
  const row = await readPlotRow(database, scope, id);
  const standards = await readSigningStandards(database);
  const stages = stagesOf(standards, row.purpose);
  const told = tellSigning(row, stages, seesAll(scope));
  return {
    plot: toPlot(row, told),
    stages,
    curves: told.curves.map(({ stage, points }) => ({ stage, points: [...points] })),
    targets: told.withheld ? [] : [...row.targets],
    kept: seesAll(scope) ? row.kept : null,
    consent: judgeConsent(
      told,
      standards.thresholds.filter(({ purpose }) => purpose === row.purpose),
    ),
  };
}

interface CaseRow {
  readonly plot: string;
  readonly caseZh: string;
  readonly caseEn: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: HouseholdKind;
  readonly households: number;
  readonly signed: number;
  readonly asOf: string;
  readonly noteZh: string | null;
  readonly noteEn: string | null;
  readonly stated: number;
  readonly source: string;
}

const grouped = <Row>(rows: readonly Row[], key: (row: Row) => string): Row[][] =>
  [...new Set(rows.map(key))].map((of) => rows.filter((row) => key(row) === of));

/** Cases elsewhere as their sources print them: already public, and so whole. */
async function readCases(database: Database, stages: readonly SigningStage[]): Promise<SigningCase[]> {
  const { rows } = await database.query<CaseRow>(casesSql);
  return grouped(rows, ({ caseZh }) => caseZh).map((of) => {
    const [first] = of;
    return {
      nameZh: first!.caseZh,
      nameEn: first!.caseEn,
      plots: grouped(of, ({ plot }) => plot).map((each) => casePlot(each, stages)),
      households: of.reduce((all, { households }) => all + households, 0),
      signed: of.reduce((all, { signed }) => all + signed, 0),
      stated: first!.stated,
      source: first!.source,
      asOf: first!.asOf,
    };
  });
}

function casePlot(rows: readonly CaseRow[], stages: readonly SigningStage[]): AcquisitionPlot {
  const { plot: id, nameZh, nameEn, source, asOf: on, noteZh, noteEn } = rows[0]!;
  const facts: PlotFacts = {
    byKind: rows.map(({ kind, households }) => ({ kind, households, areaSqm: null })),
    counts: rows.map(({ kind, signed }) => ({
      kind,
      stage: "signed",
      on,
      households: signed,
      areaSqm: null,
    })),
  };
  const row = { id, nameZh, nameEn, source, purpose: "acquisition" as const, ...facts, targets: [], kept: 0 };
  const nowhere = { areaSqm: null, project: null, extent: null, geometry: null, invented: false };
  const plot = toPlot({ ...row, ...nowhere }, tellSigning(facts, stages, true));
  return { ...plot, jurisdiction: "外地案例", noteZh, noteEn };
}
