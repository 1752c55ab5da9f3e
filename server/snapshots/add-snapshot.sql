-- Freezes a month; answers with the id, none where another took it at the same time.
--   $1  district_id  text
--   $2  month        date
--   $3  version      bigint
--   $4  actor_id     text
--   $5  note         text
--   $6  rows         jsonb  array of {project_id, level, facts}
WITH made AS (
  INSERT INTO dispatch_snapshot (district_id, id, month, version, actor_id, note)
  SELECT $1, to_char($2::date, 'YYYY-MM') || '.' || (count(*) + 1), $2::date, $3, $4, $5
  FROM dispatch_snapshot WHERE district_id = $1 AND month = $2::date
  ON CONFLICT DO NOTHING
  RETURNING id
), kept AS (
  INSERT INTO dispatch_snapshot_row (district_id, snapshot, project_id, level, facts)
  SELECT $1, made.id, given.project_id, given.level, given.facts
  FROM made, jsonb_to_recordset($6::jsonb) AS given (project_id text, level text, facts jsonb)
)
SELECT id FROM made;
