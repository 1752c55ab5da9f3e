-- Makes the questions by conditions those of the file.
--   $1  jsonb  array of objects with the columns of the table, from filter-preset.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::filter_preset, $1::jsonb)
),
gone AS (
  DELETE FROM filter_preset WHERE name NOT IN (SELECT name FROM given)
)
INSERT INTO filter_preset
SELECT * FROM given
ON CONFLICT (name) DO UPDATE SET
  ordinal = EXCLUDED.ordinal,
  title_zh = EXCLUDED.title_zh,
  title_en = EXCLUDED.title_en,
  conditions = EXCLUDED.conditions,
  headline = EXCLUDED.headline,
  source = EXCLUDED.source;
