-- Makes the kinds of what is let those of the file.
--   $1  jsonb  array of objects with the columns of the table, from operation-kind.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::operation_kind, $1::jsonb)
),
gone AS (
  DELETE FROM operation_kind WHERE code NOT IN (SELECT code FROM given)
)
INSERT INTO operation_kind
SELECT * FROM given
ON CONFLICT (code) DO UPDATE SET
  ordinal = EXCLUDED.ordinal, name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en, scene = EXCLUDED.scene,
  jurisdiction = EXCLUDED.jurisdiction, as_of = EXCLUDED.as_of,
  clause = EXCLUDED.clause, source = EXCLUDED.source, status = EXCLUDED.status;
