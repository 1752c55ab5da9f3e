-- Makes the indicators of the city health check those of the file.
--   $1  jsonb  array of objects with the columns of the table, from health-indicator.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::health_indicator, $1::jsonb)
),
gone AS (
  DELETE FROM health_indicator WHERE (edition, code) NOT IN (SELECT edition, code FROM given)
)
INSERT INTO health_indicator
SELECT * FROM given
ON CONFLICT (edition, code) DO UPDATE SET
  ordinal = EXCLUDED.ordinal, dimension = EXCLUDED.dimension, aspect = EXCLUDED.aspect, tag = EXCLUDED.tag,
  name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en, unit = EXCLUDED.unit, direction = EXCLUDED.direction,
  threshold = EXCLUDED.threshold, measure = EXCLUDED.measure, categories = EXCLUDED.categories,
  definition = EXCLUDED.definition, parameter = EXCLUDED.parameter, computability = EXCLUDED.computability,
  basis_zh = EXCLUDED.basis_zh, basis_en = EXCLUDED.basis_en, clause = EXCLUDED.clause, status = EXCLUDED.status, source = EXCLUDED.source;
