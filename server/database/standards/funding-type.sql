-- Makes the types of money those of the file.
--   $1  jsonb  array of objects with the columns of the table, from funding-type.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::funding_type, $1::jsonb)
),
gone AS (
  DELETE FROM funding_type WHERE code NOT IN (SELECT code FROM given)
)
INSERT INTO funding_type
SELECT * FROM given
ON CONFLICT (code) DO UPDATE SET
  fiscal = EXCLUDED.fiscal, jurisdiction = EXCLUDED.jurisdiction, as_of = EXCLUDED.as_of, clause = EXCLUDED.clause,
  source = EXCLUDED.source, status = EXCLUDED.status;
