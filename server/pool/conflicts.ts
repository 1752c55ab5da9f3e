import { type DataState, readDataState } from "../analysis/area.ts";
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
import {
  type JudgedProject,
  type JudgingRule,
  judgeConflicts,
  type SharedGround,
} from "./judge-conflicts.ts";

const groundSql = loadSql("./conflict-ground.sql", import.meta.url);
const projectsSql = loadSql("./conflict-projects.sql", import.meta.url);
const passingSql = loadSql("./passing-projects.sql", import.meta.url);
const rulesSql = loadSql("./conflict-rules.sql", import.meta.url);

/** Districts × levels whose ground and conflicts are kept. */
const KEPT = 16;

type Page = { readonly limit: number; readonly cursor?: string | undefined };
type RuleRow = JudgingRule & { readonly controlZonesKnown: boolean };
type State = Scope & DataState;

interface Found {
  readonly conflicts: readonly ProjectConflict[];
  readonly projects: ReadonlyMap<string, JudgedProject>;
  readonly rules: readonly RuleRow[];
  /** How many conflicts each project has that has any. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Finds the conflicts of projects. What they share on the ground is worked out once for each state of the map, and judged once for
 * each data version.
 */
export interface ConflictReader {
  find(scope: Scope): Promise<Found>;
  /** A page of those in which a project that passes takes part; throws not-found for a project that is not to be seen. */
  list(scope: Scope, asked: ProjectFilters & ConflictFilters & Page): Promise<ProjectConflictList>;
}

export function createConflictReader(database: Database): ConflictReader {
  const keyOf = ({ districtId, levels, datasetId }: State, version: number) =>
    [districtId, [...levels].sort().join("+"), datasetId, version].join(" ");
  const groundOf = kept(
    async ({ districtId, levels }: State) =>
      (await database.query<SharedGround>(groundSql, [districtId, levels])).rows,
    (state) => keyOf(state, state.groundVersion),
    KEPT,
  );
  const judgedOf = kept(
    async (state: State): Promise<Found> => judged(database, state, await groundOf(state)),
    (state) => keyOf(state, state.dataVersion),
    KEPT,
  );
  const find = async (scope: Scope) =>
    judgedOf({ ...(await readDataState(database, scope.districtId)), levels: scope.levels });
  return {
    find,
    async list(scope, { limit, cursor, test, project, ...filters }) {
      const found = await find(scope);
      if (project !== undefined && !found.projects.has(project)) throw notFound("project of that id");
      const asked = project === undefined ? await passing(database, scope, filters) : new Set([project]);
      const own = found.conflicts.filter(({ projects }) => projects.some(({ id }) => asked.has(id)));
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
        dataQuality: qualityOf(found, own, asked),
      };
    },
  };
}

async function judged(
  database: Database,
  { districtId, levels }: Scope,
  ground: readonly SharedGround[],
): Promise<Found> {
  const { rows: rules } = await database.query<RuleRow>(rulesSql, [districtId]);
  const { rows } = await database.query<JudgedProject>(projectsSql, [districtId, levels]);
  const projects = new Map(rows.map((row) => [row.id, row]));
  const conflicts = judgeConflicts(ground, projects, rules);
  const counts = new Map<string, number>();
  for (const { id } of conflicts.flatMap((conflict) => conflict.projects))
    counts.set(id, (counts.get(id) ?? 0) + 1);
  return { conflicts, projects, rules, counts };
}

async function passing(
  database: Database,
  { districtId, levels }: Scope,
  filters: ProjectFilters,
): Promise<ReadonlySet<string>> {
  await requireSoundArea(database, filters.area);
  const given = [districtId, levels, filterValues(filters)];
  const { rows } = await database.query<{ id: string }>(passingSql, given);
  return new Set(rows.map(({ id }) => id));
}

function qualityOf(
  { projects, rules }: Found,
  own: readonly ProjectConflict[],
  asked: ReadonlySet<string>,
): ProjectConflictList["dataQuality"] {
  const unknown = own.filter(({ certain }) => !certain).length;
  const pointed = [...asked].filter((id) => projects.get(id)?.isArea === false).length;
  return [
    ...(rules.some(({ controlZonesKnown }) => !controlZonesKnown)
      ? [{ code: "control-zones-unknown" as const, count: null }]
      : []),
    ...(unknown > 0 ? [{ code: "years-unknown" as const, count: unknown }] : []),
    ...(pointed > 0 ? [{ code: "ground-unknown" as const, count: pointed }] : []),
  ];
}
