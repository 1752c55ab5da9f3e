-- Makes the published figures those of the file.
--   $1  jsonb  array of objects with the columns of the table, from published-value.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::published_value, $1::jsonb)
),
gone AS (
  DELETE FROM published_value
  WHERE id NOT IN (SELECT id FROM given)
)
INSERT INTO published_value
SELECT * FROM given
ON CONFLICT (id) DO UPDATE SET
  adcode = EXCLUDED.adcode,
  zone = EXCLUDED.zone,
  quantity = EXCLUDED.quantity,
  value = EXCLUDED.value,
  unit = EXCLUDED.unit,
  jurisdiction = EXCLUDED.jurisdiction,
  as_of = EXCLUDED.as_of,
  basis = EXCLUDED.basis,
  source = EXCLUDED.source,
  superseded_by = EXCLUDED.superseded_by;
