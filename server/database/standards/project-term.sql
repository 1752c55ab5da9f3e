-- Makes the words of the project pool those of the file.
--   $1  jsonb  array of objects with the columns of the table, from project-term.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::project_term, $1::jsonb)
),
gone AS (
  DELETE FROM project_term
  WHERE (kind, code) NOT IN (SELECT kind, code FROM given)
)
INSERT INTO project_term
SELECT * FROM given
ON CONFLICT (kind, code) DO UPDATE SET
  ordinal = EXCLUDED.ordinal,
  name_zh = EXCLUDED.name_zh,
  name_en = EXCLUDED.name_en,
  status = EXCLUDED.status,
  source = EXCLUDED.source,
  edition = EXCLUDED.edition;
