-- Makes the policy tracks those of the file.
--   $1  jsonb  array of objects with the columns of the table, from policy-track.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::policy_track, $1::jsonb)
),
gone AS (
  DELETE FROM policy_track WHERE code NOT IN (SELECT code FROM given)
)
INSERT INTO policy_track
SELECT * FROM given
ON CONFLICT (code) DO UPDATE SET
  ordinal = EXCLUDED.ordinal,
  category = EXCLUDED.category,
  name_zh = EXCLUDED.name_zh,
  name_en = EXCLUDED.name_en,
  tests = EXCLUDED.tests,
  text_zh = EXCLUDED.text_zh,
  text_en = EXCLUDED.text_en,
  jurisdiction = EXCLUDED.jurisdiction,
  as_of = EXCLUDED.as_of,
  clause = EXCLUDED.clause,
  source = EXCLUDED.source,
  status = EXCLUDED.status;
