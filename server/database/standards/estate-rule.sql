-- Makes the figures of the rules of estates those of the file.
--   $1  jsonb  array of objects with the columns of the table, from estate-rule.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::estate_rule, $1::jsonb)
),
gone AS (
  DELETE FROM estate_rule WHERE rule NOT IN (SELECT rule FROM given)
)
INSERT INTO estate_rule
SELECT * FROM given
ON CONFLICT (rule) DO UPDATE SET
  ordinal = EXCLUDED.ordinal, value = EXCLUDED.value, per = EXCLUDED.per, name_zh = EXCLUDED.name_zh,
  name_en = EXCLUDED.name_en, jurisdiction = EXCLUDED.jurisdiction, as_of = EXCLUDED.as_of, clause = EXCLUDED.clause,
  source = EXCLUDED.source, status = EXCLUDED.status;
