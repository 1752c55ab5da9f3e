-- Makes the intervals of inspections those of the file.
--   $1  jsonb  array of objects with the columns of the table, from inspection-interval.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::inspection_interval, $1::jsonb)
),
gone AS (
  DELETE FROM inspection_interval WHERE min_age NOT IN (SELECT min_age FROM given)
)
INSERT INTO inspection_interval
SELECT * FROM given
ON CONFLICT (min_age) DO UPDATE SET
  max_age = EXCLUDED.max_age, years = EXCLUDED.years, jurisdiction = EXCLUDED.jurisdiction, as_of = EXCLUDED.as_of,
  clause = EXCLUDED.clause, source = EXCLUDED.source, status = EXCLUDED.status;
