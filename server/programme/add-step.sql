-- Adds a step that was made to the history of a project.
--   $1  version          bigint  data version of the write
--   $2  district_id      text
--   $3  project          text
--   $4  from             text    null = it had no stage
--   $5  to               text
--   $6  kind             text
--   $7  reason           text    null = none was needed
--   $8  override_reason  text    null = nothing blocked
--   $9  guards           jsonb   as judged
INSERT INTO stage_step
  (version, district_id, project_id, from_stage, to_stage, kind, reason, override_reason, guards)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb);
