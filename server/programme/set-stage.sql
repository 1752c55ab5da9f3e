-- Puts a project into a stage, where it still is in the one it leaves; no row where it has moved meanwhile.
--   $1  district_id  text
--   $2  project      text
--   $3  from         text  null = none
--   $4  to           text
--   $5  paused_from  text  the stage a pause leads back to; null = not paused
INSERT INTO project_state (district_id, project_id, stage, paused_from)
SELECT $1, $2, $4, $5
FROM project
WHERE district_id = $1 AND id = $2 AND stage IS NOT DISTINCT FROM $3
ON CONFLICT (district_id, project_id) DO UPDATE SET stage = EXCLUDED.stage, paused_from = EXCLUDED.paused_from
WHERE project_state.stage IS NULL OR project_state.stage = $3
RETURNING project_id;
