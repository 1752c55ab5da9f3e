import { offsetOfCursor } from "../catalogue/cursor.ts";
import { filterValues, requireSoundArea } from "../catalogue/projects.ts";
import type { Scope } from "../catalogue/scope.ts";
import type { ProjectTimeline, TimelineGrouping, TimelineProject } from "../contract/project-timeline.ts";
import type { ProjectFilters } from "../contract/projects.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { today } from "../dispatch/month.ts";
import type { ConflictReader } from "./conflicts.ts";

const sql = loadSql("./project-timeline.sql", import.meta.url);

type Row = Omit<TimelineProject, "conflicts"> & {
  readonly total: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
};
type Asked = ProjectFilters & {
  readonly by: TimelineGrouping;
  readonly limit: number;
  readonly cursor?: string | undefined;
};

/** The projects that pass the filters as they stand in time, a page after the other, group by group; conflicts are counted. */
export async function readTimeline(
  database: Database,
  conflicts: ConflictReader,
  scope: Scope,
  { by, limit, cursor, ...filters }: Asked,
): Promise<ProjectTimeline> {
  await requireSoundArea(database, filters.area);
  const offset = offsetOfCursor(cursor);
  const given = [scope.districtId, scope.levels, filterValues(filters), by, limit, offset];
  const { rows } = await database.query<Row>(sql, given);
  const { counts } = await conflicts.find(scope);
  const [first] = rows;
  const [total, read] = [first?.total ?? 0, offset + rows.length];
  const known = first !== undefined && first.firstYear !== null && first.lastYear !== null;
  return {
    items: rows.map(({ total: _, firstYear: _first, lastYear: _last, ...row }) => ({
      ...row,
      conflicts: counts.get(row.id) ?? 0,
    })),
    ...{ total, next: read < total ? String(read) : null, today: today() },
    years: known ? [first.firstYear!, first.lastYear!] : null,
  };
}
