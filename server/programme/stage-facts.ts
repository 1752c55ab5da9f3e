import type { Scope } from "../catalogue/scope.ts";
import type { RuleBasis } from "../contract/basis.ts";
import type { PlanDocument } from "../contract/plan-documents.ts";
import type {
  EvidenceKind,
  Guard,
  GuardResult,
  LIST_TESTS,
  LISTS,
  MoveKind,
  PolicyTrack,
  ProjectAnswering,
  ProjectWorks,
} from "../contract/programme.ts";
import type { ProjectAmount } from "../contract/projects.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { notFound } from "../errors.ts";
import { readPlanChain } from "./plan-documents.ts";

const factsSql = loadSql("./stage-facts.sql", import.meta.url);
const rowsSql = loadSql("./stage-rows.sql", import.meta.url);

/** What the record holds of a project that guards ask for; areas in square metres. */
export interface StageFacts {
  readonly stage: string | null;
  readonly pausedFrom: string | null;
  readonly categories: readonly string[];
  /** False for a point or a line, which is taken to reach as far as its guards say. */
  readonly isArea: boolean;
  readonly amounts: readonly ProjectAmount[];
  readonly planDocument: string | null;
  /** The plans above the project, the highest first. */
  readonly plans: readonly PlanDocument[];
  /** What stands and is built on the ground of the project, and of all projects under its area scheme. */
  readonly grounds: { readonly project: Ground; readonly scheme?: Ground };
  readonly answering: ProjectAnswering;
  readonly works: ProjectWorks | null;
  readonly controlZonesKnown: boolean;
  readonly controlZones: readonly ControlZoneTouched[];
  /** Other projects with a building of this one (`buildings` of them) or of its estates; `certain` where both are areas. */
  readonly sharing: readonly SharingProject[];
  /** In the order of their dates; `meets` = its zone meets the project, null where it is of no zone. */
  readonly evidence: readonly EvidenceFact[];
  /** The findings of health checks that the project takes up. */
  readonly findings: readonly FindingFact[];
  /** How many others it takes up: letters and surveys, which are no health check. */
  readonly otherFindings: number;
  /** The zone that is the district, in which the indicators of the city are entered. */
  readonly city: string | null;
  readonly monitored: readonly MonitoredFact[];
}

/** What was told last of the indicator of a rule that is monitored. */
interface MonitoredFact {
  readonly rule: string;
  readonly value: number;
  readonly asOf: string;
  readonly toldBy: string;
}

/**
 * What stands on a ground and what its projects told of new building and rehousing: floor areas above ground in m²; sums leave
 * out who told nothing, and `untold` and `relocatedUntold` count these projects. Without buildings only `count` is given.
 */
export interface Ground {
  readonly count: number;
  readonly gfaSqm?: number;
  readonly gfaUnknown?: number;
  readonly demolished?: number;
  readonly demolishedSqm?: number;
  readonly undecided?: number;
  readonly undecidedSqm?: number;
  readonly heritageDemolished?: number;
  readonly heritageUnknown?: number;
  readonly projects: number;
  /** Projects that are a point or a line: what stands on their ground cannot be told. */
  readonly undrawn: number;
  readonly untold: number;
  readonly newSqm: number | null;
  readonly exemptNewSqm: number;
  readonly exemptDemolishedSqm: number;
  readonly relocatedUntold: number;
  readonly relocatedHouseholds: number | null;
  readonly rehousedHouseholds: number | null;
}

/** A finding taken up, of the project's place or not (null = not known where), and what its last check after works told. */
interface FindingFact {
  readonly title: string;
  readonly asOf: string;
  readonly meets: boolean | null;
  /** Null = it was not checked again. */
  readonly outcome: "improved" | "not-improved" | "unknown" | null;
}

export interface ControlZoneTouched {
  readonly kind: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  /** 0 where it meets the project; zones further away are told of points and lines only. */
  readonly awayM: number;
  /** Null for a project that is a point or a line. */
  readonly overlapSqm: number | null;
}

interface SharingProject {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly amounts: readonly ProjectAmount[];
  readonly buildings: number;
  readonly certain: boolean;
}

export interface EvidenceFact {
  readonly kind: EvidenceKind;
  readonly heldOn: string;
  readonly passed: boolean;
  readonly signed: boolean;
  readonly meets: boolean | null;
}

/** A guard as the standards have it; what codes and limit mean is said by the guard. */
export interface GuardRow extends Omit<GuardResult, "guard" | "status" | "reasons"> {
  readonly guard: Guard;
  readonly stages: readonly string[];
  readonly codes: readonly string[];
  readonly limit: number | null;
  /** How far a project that is a point or a line is taken to reach, in metres. */
  readonly reach: number | null;
}

export interface ListRule extends RuleBasis {
  readonly code: string;
  readonly list: (typeof LISTS)[number];
  readonly test: (typeof LIST_TESTS)[number];
  readonly categories: readonly string[];
  readonly limit: number | null;
  /** Of city-indicator: the indicator that is entered. */
  readonly edition: string | null;
  readonly indicator: string | null;
  readonly textZh: string;
  readonly textEn: string;
}

/** The state machine; `from` is empty for a project without a stage. */
export interface StageRows {
  readonly moves: readonly { readonly from: string; readonly to: string; readonly kind: MoveKind }[];
  readonly guards: readonly GuardRow[];
  readonly rules: readonly ListRule[];
  readonly tracks: readonly PolicyTrack[];
  /** Of every edition, in their order. */
  readonly categories: readonly { readonly code: string; readonly edition: string }[];
}

/** What guards ask of a project; throws not-found. */
export async function readStageFacts(database: Database, scope: Scope, id: string): Promise<StageFacts> {
  const { districtId, levels } = scope;
  const { rows } = await database.query<Omit<StageFacts, "plans">>(factsSql, [districtId, levels, id]);
  const [row] = rows;
  if (!row) throw notFound("project of that id");
  const plans = row.planDocument === null ? [] : await readPlanChain(database, scope, row.planDocument);
  return { ...row, plans };
}

/** The moves, guards and lists of the standards. */
export async function readStageRows(database: Database): Promise<StageRows> {
  const { rows } = await database.query<StageRows>(rowsSql);
  return rows[0]!;
}
