-- Adds when works of the sample's projects began and were completed, each step a write of its own day; where steps are on record
-- already, nothing is added.
--   $1  district_id  text
--   $2  actor_id     text
--   $3  steps        jsonb   array of {project_id, from_stage, to_stage, on}, on = a day of the local time of China
WITH step AS MATERIALIZED (
  SELECT ordered.*, nextval(pg_get_serial_sequence('data_version', 'id')) AS version
  FROM (
    SELECT project_id, from_stage, to_stage, ("on" + time '10:00') AT TIME ZONE 'Asia/Shanghai' AS at
    FROM jsonb_to_recordset($3::jsonb) AS given (project_id text, from_stage text, to_stage text, "on" date)
    WHERE NOT EXISTS (SELECT FROM stage_step WHERE district_id = $1)
    ORDER BY "on", project_id
  ) ordered
), written AS (
  INSERT INTO data_version (id, district_id, actor_id, at, note, changes_ground)
  OVERRIDING SYSTEM VALUE
  SELECT version, $1, $2, at, '演示数据 · generated sample', false FROM step
), changed AS (
  INSERT INTO change (version, district_id, layer, feature_id, op, before, after)
  SELECT version, $1, 'project', project_id, 'update', jsonb_build_object('stage', from_stage), jsonb_build_object('stage', to_stage)
  FROM step
)
INSERT INTO stage_step (version, district_id, project_id, from_stage, to_stage, kind, reason, override_reason, guards)
SELECT version, $1, project_id, from_stage, to_stage, 'forward', '演示数据 · generated sample', NULL, '[]' FROM step;
