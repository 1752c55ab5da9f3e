-- Makes the lines of a yearly balance those of the file.
--   $1  jsonb  array of objects with the columns of the table, from income-kind.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::income_kind, $1::jsonb)
),
gone AS (
  DELETE FROM income_kind WHERE code NOT IN (SELECT code FROM given)
)
INSERT INTO income_kind
SELECT * FROM given
ON CONFLICT (code) DO UPDATE SET
  ordinal = EXCLUDED.ordinal, name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en, cost = EXCLUDED.cost,
  jurisdiction = EXCLUDED.jurisdiction, as_of = EXCLUDED.as_of, clause = EXCLUDED.clause, source = EXCLUDED.source,
  status = EXCLUDED.status;
