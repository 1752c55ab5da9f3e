-- Makes the radii of the definitions those of the file.
--   $1  jsonb  array of objects with the columns of the table, from coverage-radius.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::coverage_radius, $1::jsonb)
),
gone AS (
  DELETE FROM coverage_radius radius
  WHERE NOT EXISTS (
    SELECT FROM given WHERE given.definition = radius.definition AND given.area_sqm_min IS NOT DISTINCT FROM radius.area_sqm_min
  )
)
INSERT INTO coverage_radius
SELECT * FROM given
ON CONFLICT (definition, area_sqm_min) DO UPDATE SET
  area_sqm_max = EXCLUDED.area_sqm_max,
  radius_m = EXCLUDED.radius_m;
