-- Makes the rules of the positive and the negative list those of the file.
--   $1  jsonb  array of objects with the columns of the table, from project-list-rule.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::project_list_rule, $1::jsonb)
),
gone AS (
  DELETE FROM project_list_rule WHERE code NOT IN (SELECT code FROM given)
)
INSERT INTO project_list_rule
SELECT * FROM given
ON CONFLICT (code) DO UPDATE SET
  ordinal = EXCLUDED.ordinal,
  list = EXCLUDED.list,
  test = EXCLUDED.test,
  categories = EXCLUDED.categories,
  limit_value = EXCLUDED.limit_value,
  text_zh = EXCLUDED.text_zh,
  text_en = EXCLUDED.text_en,
  jurisdiction = EXCLUDED.jurisdiction,
  as_of = EXCLUDED.as_of,
  clause = EXCLUDED.clause,
  source = EXCLUDED.source,
  status = EXCLUDED.status,
  edition = EXCLUDED.edition,
  indicator = EXCLUDED.indicator;
