-- Makes the batches of projects those of the file.
--   $1  jsonb  array of objects with the columns of the table, from project-batch.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::project_batch, $1::jsonb)
),
gone AS (
  DELETE FROM project_batch WHERE batch NOT IN (SELECT batch FROM given)
)
INSERT INTO project_batch
SELECT * FROM given
ON CONFLICT (batch) DO UPDATE SET
  ordinal = EXCLUDED.ordinal, name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en, stages = EXCLUDED.stages,
  dated = EXCLUDED.dated, basis_zh = EXCLUDED.basis_zh, basis_en = EXCLUDED.basis_en,
  jurisdiction = EXCLUDED.jurisdiction, as_of = EXCLUDED.as_of, clause = EXCLUDED.clause, source = EXCLUDED.source,
  status = EXCLUDED.status;
