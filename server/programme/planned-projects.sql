-- The projects that point to a plan.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  plan         text
-- extent is west, south, east, north in degrees.
SELECT project.id, name_zh AS "nameZh", name_en AS "nameEn", project.stage,
  ARRAY[ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)] AS extent
FROM project_state state
JOIN project ON project.district_id = $1 AND project.id = state.project_id
WHERE state.district_id = $1 AND state.plan_document = $3 AND project.level = ANY ($2)
ORDER BY project.id;
