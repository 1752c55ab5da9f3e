-- Upserts the facility categories. None is ever deleted: facilities and stored reach refer to their codes.
--   $1  jsonb  array of objects with the columns of the table, from facility-category.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::facility_category, $1::jsonb)
)
INSERT INTO facility_category
SELECT * FROM given
ON CONFLICT (code) DO UPDATE SET
  ordinal = EXCLUDED.ordinal,
  name_zh = EXCLUDED.name_zh,
  name_en = EXCLUDED.name_en,
  "group" = EXCLUDED."group";
