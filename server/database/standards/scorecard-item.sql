-- Makes the items of scorecards those of the file.
--   $1  jsonb  array of objects with the columns of the table, from scorecard-item.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::scorecard_item, $1::jsonb)
),
gone AS (
  DELETE FROM scorecard_item WHERE item NOT IN (SELECT item FROM given)
)
INSERT INTO scorecard_item
SELECT * FROM given
ON CONFLICT (item) DO UPDATE SET
  ordinal = EXCLUDED.ordinal, measure = EXCLUDED.measure, weight = EXCLUDED.weight, name_zh = EXCLUDED.name_zh,
  name_en = EXCLUDED.name_en, basis_zh = EXCLUDED.basis_zh, basis_en = EXCLUDED.basis_en,
  jurisdiction = EXCLUDED.jurisdiction, as_of = EXCLUDED.as_of, clause = EXCLUDED.clause, source = EXCLUDED.source,
  status = EXCLUDED.status;
