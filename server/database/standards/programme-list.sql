-- Makes the rows of programme_list those of the file.
--   $1  jsonb  array of objects with the columns of the table, from programme-list.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::programme_list, $1::jsonb)
),
gone AS (
  DELETE FROM programme_list WHERE code NOT IN (SELECT code FROM given)
)
INSERT INTO programme_list
SELECT * FROM given
ON CONFLICT (code) DO UPDATE SET
  ordinal = EXCLUDED.ordinal, kind = EXCLUDED.kind, name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en,
  figure = EXCLUDED.figure;
