import { readDataState } from "../analysis/area.ts";
import { kept } from "../analysis/kept.ts";
import { offsetOfCursor } from "../catalogue/cursor.ts";
import { filterValues, requireSoundArea } from "../catalogue/projects.ts";
import type { Scope } from "../catalogue/scope.ts";
import {
  CONFLICT_TESTS,
  type ConflictFilters,
  type ProjectConflict,
  type ProjectConflictList,
} from "../contract/project-conflicts.ts";
import type { ProjectFilters } from "../contract/projects.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { notFound } from "../errors.ts";
import { type JudgedProject, type JudgingRule, judgeConflicts, type SharedGround } from "./judge-conflicts.ts";

const groundSql = loadSql("./conflict-ground.sql", import.meta.url);
const projectsSql = loadSql("./conflict-projects.sql", import.meta.url);
const rulesSql = loadSql("./conflict-rules.sql", import.meta.url);

/** Districts × levels whose ground is kept. */
const KEPT = 16;

type Page = { readonly limit: number; readonly cursor?: string | undefined };
type RuleRow = JudgingRule & { readonly controlZonesKnown: boolean };
type Ground = Scope & { readonly datasetId: number; readonly groundVersion: number };

interface Found {
  readonly conflicts: readonly ProjectConflict[];
  readonly projects: ReadonlyMap<string, JudgedProject>;
  readonly rules: readonly RuleRow[];
}

/** Finds the conflicts of projects; what they share on the ground is worked out once for each state of the map. */
export interface ConflictReader {
  /** All conflicts of a district; `passes` of its projects tells who passes the filters. */
  find(scope: Scope, filters: ProjectFilters): Promise<Found>;
  /** A page of those in which a project that passes takes part; throws not-found for a project that is not to be seen. */
  list(scope: Scope, asked: ProjectFilters & ConflictFilters & Page): Promise<ProjectConflictList>;
}

export function createConflictReader(database: Database): ConflictReader {
  const groundOf = kept(
    async ({ districtId, levels }: Ground) =>
      (await database.query<SharedGround>(groundSql, [districtId, levels])).rows,
    ({ districtId, levels, datasetId, groundVersion }) =>
      [districtId, [...levels].sort().join("+"), datasetId, groundVersion].join(" "),
    KEPT,
  );
  const find = async ({ districtId, levels }: Scope, filters: ProjectFilters): Promise<Found> => {
    await requireSoundArea(database, filters.area);
    const state = await readDataState(database, districtId);
    const ground = await groundOf({ ...state, districtId, levels });
    const { rows: rules } = await database.query<RuleRow>(rulesSql, [districtId]);
    const { rows } = await database.query<JudgedProject>(projectsSql, [
      districtId,
      levels,
      filterValues(filters),
    ]);
    const projects = new Map(rows.map((row) => [row.id, row]));
    return { conflicts: judgeConflicts(ground, projects, rules), projects, rules };
  };
  return {
    find,
    async list(scope, { limit, cursor, test, project, ...filters }) {
      const found = await find(scope, project === undefined ? filters : {});
      if (project !== undefined && !found.projects.has(project)) throw notFound("project of that id");
      const isAsked = ({ id }: { readonly id: string }) =>
        project === undefined ? found.projects.get(id)!.passes : id === project;
      const own = found.conflicts.filter((conflict) => conflict.projects.some(isAsked));
      const items = own.filter((conflict) => test === undefined || conflict.test === test);
      const offset = offsetOfCursor(cursor);
      const read = Math.min(offset + limit, items.length);
      return {
        ...{ items: items.slice(offset, read), total: items.length },
        next: read < items.length ? String(read) : null,
        tests: CONFLICT_TESTS.map((each) => ({
          test: each,
          conflicts: own.filter((conflict) => conflict.test === each).length,
        })),
        rules: found.rules.map(
          ({ codes: _, exceptStages: _stages, controlZonesKnown: _known, ...rule }) => rule,
        ),
        dataQuality: qualityOf(found, own),
      };
    },
  };
}

function qualityOf({ projects, rules }: Found, own: readonly ProjectConflict[]): ProjectConflictList["dataQuality"] {
  const unknown = own.filter(({ certain }) => !certain).length;
  const pointed = [...projects.values()].filter(({ isArea, passes }) => passes && !isArea).length;
  return [
    ...(rules.some(({ controlZonesKnown }) => !controlZonesKnown)
      ? [{ code: "control-zones-unknown" as const, count: null }]
      : []),
    ...(unknown > 0 ? [{ code: "years-unknown" as const, count: unknown }] : []),
    ...(pointed > 0 ? [{ code: "ground-unknown" as const, count: pointed }] : []),
  ];
}
