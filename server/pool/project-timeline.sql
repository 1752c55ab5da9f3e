-- The projects that pass the filters as they stand in time, a page after the other, group by group.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  asked        jsonb    filters as judge_projects takes them
--   $4  by           text     renewal-district or unit; those without one come last
--   $5  limit        integer
--   $6  offset       integer
-- Days are of the local time of China. total counts the projects of all pages, firstYear and lastYear are over all of them, as
-- planned or as stages were entered. extent is west, south, east, north and place a
-- point of the project, in degrees.
WITH units AS MATERIALIZED (
  SELECT DISTINCT ON (project_id) project_id, unit FROM dispatch_return
  WHERE district_id = $1 AND level = ANY ($2) AND unit IS NOT NULL
  ORDER BY project_id DESC, month DESC
),
passed AS MATERIALIZED (
  SELECT project.*, units.unit
  FROM judge_projects($1, $2, $3::jsonb) judged
  JOIN project ON project.district_id = $1 AND project.id = judged.id
  LEFT JOIN units ON units.project_id = project.id
  WHERE in_categories AND in_tasks AND in_stages AND in_year AND in_renewal_district AND in_unit AND in_funds AND in_rest
),
page AS MATERIALIZED (
  SELECT *, row_number() OVER () AS position
  FROM (
    SELECT * FROM passed
    ORDER BY CASE $4 WHEN 'unit' THEN unit ELSE renewal_district END NULLS LAST, coalesce(year_start, year_end) NULLS LAST, id
    LIMIT $5 OFFSET $6
  ) sorted
),
entered AS (
  SELECT step.project_id, step.version, step.to_stage AS stage, (written.at AT TIME ZONE 'Asia/Shanghai')::date AS day
  FROM stage_step step
  JOIN data_version written ON written.id = step.version
  WHERE step.district_id = $1 AND step.project_id IN (SELECT id FROM page)
),
span AS (
  SELECT extract(year FROM min(written.at) AT TIME ZONE 'Asia/Shanghai')::int AS first,
    extract(year FROM max(written.at) AT TIME ZONE 'Asia/Shanghai')::int AS last
  FROM stage_step step
  JOIN data_version written ON written.id = step.version
  WHERE step.district_id = $1 AND step.project_id IN (SELECT id FROM passed)
),
milestone AS (
  SELECT state.project_id, 'plan-approved' AS kind, approved_on AS day, NULL AS code, name_zh AS text, true AS done
  FROM project_state state
  JOIN plan_document plan ON plan.district_id = $1 AND plan.id = state.plan_document AND plan.level = ANY ($2)
  WHERE state.district_id = $1 AND approved_on IS NOT NULL
  UNION ALL
  SELECT project_id, 'evidence', held_on, kind, NULL, passed FROM project_evidence WHERE district_id = $1
  UNION ALL
  SELECT project_id, 'approval', promised_on, NULL, matter, done_on IS NOT NULL FROM approval
  WHERE district_id = $1 AND level = ANY ($2) AND blocking AND promised_on IS NOT NULL
)
SELECT page.id, code, name_zh AS "nameZh", name_en AS "nameEn", stage, renewal_district AS "renewalDistrict", unit,
  year_start AS "yearStart", year_end AS "yearEnd", box_of(geom) AS extent, point_of(geom) AS place,
  coalesce(steps.made, '[]') AS steps, coalesce(milestones.made, '[]') AS milestones,
  (SELECT count(*)::int FROM passed) AS total, spans."firstYear", spans."lastYear"
FROM page
CROSS JOIN (
  SELECT least(min(planned.first), (SELECT first FROM span)) AS "firstYear",
    greatest(max(planned.last), (SELECT last FROM span)) AS "lastYear"
  FROM (SELECT coalesce(year_start, year_end)::int AS first, coalesce(year_end, year_start)::int AS last FROM passed) planned
) spans
LEFT JOIN (
  SELECT project_id, jsonb_agg(jsonb_build_object('stage', stage, 'on', day) ORDER BY version) AS made
  FROM entered GROUP BY project_id
) steps ON steps.project_id = page.id
LEFT JOIN (
  SELECT project_id, jsonb_agg(jsonb_build_object('kind', kind, 'on', day, 'code', code, 'text', text, 'done', done)
    ORDER BY day, kind, code) AS made
  FROM milestone WHERE project_id IN (SELECT id FROM page) GROUP BY project_id
) milestones ON milestones.project_id = page.id
ORDER BY page.position;
