-- Makes the moves between the stages of a project those of the file.
--   $1  jsonb  array of objects with the columns of the table, from stage-move.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::stage_move, $1::jsonb)
),
gone AS (
  DELETE FROM stage_move WHERE (from_stage, to_stage) NOT IN (SELECT from_stage, to_stage FROM given)
)
INSERT INTO stage_move
SELECT * FROM given
ON CONFLICT (from_stage, to_stage) DO UPDATE SET
  ordinal = EXCLUDED.ordinal,
  kind = EXCLUDED.kind;
