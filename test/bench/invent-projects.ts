import type { Database } from "../../server/database/database.ts";
import { recordVersion } from "../../server/database/version.ts";

const MONTHS = ["2026-09-01", "2026-10-01", "2026-11-01"];

/** Fills the pool of a district with invented projects: on its buildings, of all stages, with returns, steps and money. */
export async function inventProjects(
  database: Database,
  districtId: string,
  { count, datasetId }: { readonly count: number; readonly datasetId: number },
): Promise<void> {
  await database.query(PROJECTS, [districtId, datasetId, count]);
  for (const month of MONTHS) await database.query(RETURNS, [districtId, month]);
  for (const stage of ["储备", "开工"]) await database.query(STEPS, [districtId, stage]);
  await database.query(APPROVALS, [districtId]);
  await database.query("ANALYZE");
  await recordVersion(database, {
    ...{ districtId, actorId: "bench", note: "projects invented" },
    changes: [{ layer: "project", featureId: "*", op: "replace" }],
  });
}

// squares of 20 to 45 m around buildings, so that some share their ground; every fourteenth is a line along a road
const PROJECTS = `
  WITH numbered AS (
    SELECT id, stands_at, row_number() OVER (ORDER BY ordinal) AS place, count(*) OVER () AS buildings
    FROM store.building WHERE district_id = $1 AND dataset_id = $2 AND level = 'public'
  ),
  picked AS (
    SELECT stands_at, row_number() OVER (ORDER BY place)::int AS n FROM numbered
    WHERE place % greatest(1, buildings / $3::int) = 0 ORDER BY place LIMIT $3::int
  ),
  roads AS (
    SELECT geom, row_number() OVER (ORDER BY id)::int AS n FROM road
    WHERE district_id = $1 AND class IN ('primary', 'secondary', 'tertiary', 'residential')
  )
  INSERT INTO store.project (district_id, dataset_id, id, code, name_zh, name_en, categories, stage, renewal_district,
    summary_zh, year_start, year_end, amounts, level, geom)
  SELECT $1, $2, 'bench:' || lpad(n::text, 5, '0'), 'YC-' || lpad(n::text, 5, '0'), '压测项目' || n, 'Bench project ' || n,
    CASE WHEN n % 14 = 0 THEN ARRAY[(ARRAY['排水管网','路网'])[1 + n / 14 % 2]]
      ELSE ARRAY[(ARRAY['老旧小区','老旧街区','公共空间','历史文化区','老旧商业区'])[1 + n % 5]] END,
    (ARRAY['谋划','储备','入年度计划','前期审批','开工','在建','竣工','招商运营','效果评估'])[1 + n % 9],
    (SELECT zone.id FROM zone WHERE zone.district_id = $1 AND zone.kind = 'renewal-district'
     ORDER BY zone.geom <-> stands_at LIMIT 1),
    '演示数据，非真实项目。', 2020 + n % 9, 2020 + n % 9 + n % 4,
    jsonb_build_array(jsonb_build_object('source', (ARRAY['区财政','社会资本','市级奖补','产权人出资'])[1 + n % 4],
      'amountYuan', (1 + n % 60) * 1000000)), 'public',
    CASE WHEN n % 14 = 0 THEN (SELECT geom FROM roads WHERE roads.n = 1 + picked.n % (SELECT count(*)::int FROM roads))
      ELSE ST_Multi(ST_Expand(stands_at, 0.0001 + 0.00004 * (n % 4))) END
  FROM picked`;
const RETURNS = `
  INSERT INTO dispatch_return (district_id, project_id, month, unit, implementer, uniform_code, total_wan_yuan, year_plan_wan_yuan,
    month_done_wan_yuan, year_done_wan_yuan, total_done_wan_yuan, progress_share, level)
  SELECT district_id, id, $2::date, '压测责任单位' || 1 + place % 12, '压测实施主体' || place % 40, NULL, 4000, 1200, 100,
    100 * extract(month FROM $2::date) * (0.4 + place % 7 / 10.0), 1500, 0.4, 'public'
  FROM (SELECT *, row_number() OVER (ORDER BY id) AS place FROM project WHERE district_id = $1 AND starts_with(id, 'bench:')) own
  WHERE stage IN ('入年度计划','前期审批','开工','在建','竣工') AND place % 11 > 0`;
const STEPS = `
  WITH moved AS (
    SELECT id, row_number() OVER (ORDER BY id) AS place FROM project
    WHERE district_id = $1 AND starts_with(id, 'bench:') AND stage IN ('开工','在建','竣工','招商运营')
  ),
  versions AS (
    INSERT INTO data_version (district_id, actor_id, at, note, changes_ground)
    SELECT $1, 'bench', make_date(2020 + place::int % 6, CASE $2 WHEN '储备' THEN 2 ELSE 9 END, 1), id, false FROM moved
    RETURNING id, note
  )
  INSERT INTO stage_step (version, district_id, project_id, from_stage, to_stage, kind, guards)
  SELECT id, $1, note, NULL, $2, 'forward', '[]' FROM versions`;
const APPROVALS = `
  INSERT INTO approval (district_id, id, project_id, matter, department, received_on, promised_on, done_on, blocking, level)
  SELECT $1, 'bench:' || id, id, '施工许可', '压测部门', '2026-08-01', '2026-09-15', CASE WHEN place % 3 > 0 THEN '2026-09-20'::date END,
    true, 'public'
  FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM project WHERE district_id = $1 AND starts_with(id, 'bench:')) own
  WHERE place % 5 = 0`;
