-- Makes the rows of signing_stage those of the file.
--   $1  jsonb  array of objects with the columns of the table, from signing-stage.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::signing_stage, $1::jsonb)
),
gone AS (
  DELETE FROM signing_stage WHERE (purpose, code) NOT IN (SELECT purpose, code FROM given)
)
INSERT INTO signing_stage
SELECT * FROM given
ON CONFLICT (purpose, code) DO UPDATE SET
  ordinal = EXCLUDED.ordinal, counted = EXCLUDED.counted, within = EXCLUDED.within, name_zh = EXCLUDED.name_zh,
  name_en = EXCLUDED.name_en, source = EXCLUDED.source, status = EXCLUDED.status;
