-- The batches of the projects of a district in a year, each with its projects, and how many it cannot tell.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  year         integer  of the local time of China
-- A dated batch holds those that entered one of its stages in the year, by their last step into it. undated counts those that
-- stand in or past such a stage without a step into it on record: when they entered it is unknown. extent in degrees.
WITH line AS (
  SELECT to_stage AS stage, ordinal FROM stage_move WHERE kind = 'forward'
),
standing AS (
  SELECT project.id, name_zh, name_en, geom, project.stage, coalesce(state.paused_from, project.stage) AS reached
  FROM project
  LEFT JOIN project_state state ON state.district_id = $1 AND state.project_id = project.id
  WHERE project.district_id = $1 AND project.level = ANY ($2)
),
judged AS (
  SELECT batch.batch, standing.id, standing.name_zh, standing.name_en, standing.geom,
    CASE WHEN batch.dated THEN extract(year FROM entered.at AT TIME ZONE 'Asia/Shanghai') = $3
      ELSE standing.stage = ANY (batch.stages) END AS is_in,
    batch.dated AND entered.at IS NULL AND reached.ordinal >= first.ordinal AS is_undated
  FROM project_batch batch
  CROSS JOIN standing
  LEFT JOIN line reached ON reached.stage = standing.reached
  CROSS JOIN LATERAL (SELECT min(ordinal) AS ordinal FROM line WHERE stage = ANY (batch.stages)) first
  LEFT JOIN LATERAL (
    SELECT max(written.at) AS at
    FROM stage_step step JOIN data_version written ON written.id = step.version
    WHERE step.district_id = $1 AND step.project_id = standing.id AND step.kind = 'forward'
      AND step.to_stage = ANY (batch.stages)
  ) entered ON batch.dated
)
SELECT batch.batch, batch.name_zh AS "nameZh", batch.name_en AS "nameEn", batch.dated, batch.basis_zh AS "basisZh",
  batch.basis_en AS "basisEn", batch.jurisdiction, batch.as_of AS "asOf", batch.clause, batch.source,
  batch.status AS "clauseStatus",
  coalesce(jsonb_agg(jsonb_build_object('id', judged.id, 'nameZh', judged.name_zh, 'nameEn', judged.name_en, 'extent',
    jsonb_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom))) ORDER BY judged.id)
    FILTER (WHERE is_in), '[]') AS projects,
  (count(*) FILTER (WHERE is_undated))::int AS undated
FROM project_batch batch
LEFT JOIN judged ON judged.batch = batch.batch
GROUP BY batch.batch
ORDER BY batch.ordinal;
