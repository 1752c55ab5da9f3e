-- Makes the rules of dispatch those of the file.
--   $1  jsonb  array of objects with the columns of the table, from dispatch-rule.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::dispatch_rule, $1::jsonb)
),
gone AS (
  DELETE FROM dispatch_rule WHERE rule NOT IN (SELECT rule FROM given)
)
INSERT INTO dispatch_rule
SELECT * FROM given
ON CONFLICT (rule) DO UPDATE SET
  ordinal = EXCLUDED.ordinal, light = EXCLUDED.light, test = EXCLUDED.test, stages = EXCLUDED.stages,
  limit_value = EXCLUDED.limit_value, text_zh = EXCLUDED.text_zh, text_en = EXCLUDED.text_en,
  jurisdiction = EXCLUDED.jurisdiction, as_of = EXCLUDED.as_of, clause = EXCLUDED.clause, source = EXCLUDED.source,
  status = EXCLUDED.status;
