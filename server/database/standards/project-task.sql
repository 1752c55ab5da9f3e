-- Makes the core tasks those of the file.
--   $1  jsonb  array of objects with the columns of the table, from project-task.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::project_task, $1::jsonb)
),
gone AS (
  DELETE FROM project_task WHERE code NOT IN (SELECT code FROM given)
)
INSERT INTO project_task
SELECT * FROM given
ON CONFLICT (code) DO UPDATE SET
  ordinal = EXCLUDED.ordinal, name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en, categories = EXCLUDED.categories,
  jurisdiction = EXCLUDED.jurisdiction, as_of = EXCLUDED.as_of, clause = EXCLUDED.clause, source = EXCLUDED.source,
  status = EXCLUDED.status;
