-- Makes the rules of conflicts of projects those of the file.
--   $1  jsonb  array of objects with the columns of the table, from project-conflict-rule.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::project_conflict_rule, $1::jsonb)
),
gone AS (
  DELETE FROM project_conflict_rule WHERE rule NOT IN (SELECT rule FROM given)
)
INSERT INTO project_conflict_rule
SELECT * FROM given
ON CONFLICT (rule) DO UPDATE SET
  ordinal = EXCLUDED.ordinal, test = EXCLUDED.test, limit_value = EXCLUDED.limit_value, years = EXCLUDED.years,
  reach_m = EXCLUDED.reach_m, codes = EXCLUDED.codes, earlier = EXCLUDED.earlier,
  later = EXCLUDED.later, except_stages = EXCLUDED.except_stages, text_zh = EXCLUDED.text_zh, text_en = EXCLUDED.text_en,
  jurisdiction = EXCLUDED.jurisdiction, as_of = EXCLUDED.as_of, clause = EXCLUDED.clause, source = EXCLUDED.source,
  status = EXCLUDED.status;
