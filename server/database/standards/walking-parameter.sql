-- Makes the parameters of the walking model those of the file.
--   $1  jsonb  array of objects with the columns of the table, from walking-parameter.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::walking_parameter, $1::jsonb)
),
gone AS (
  DELETE FROM walking_parameter
  WHERE name NOT IN (SELECT name FROM given)
)
INSERT INTO walking_parameter
SELECT * FROM given
ON CONFLICT (name) DO UPDATE SET
  value = EXCLUDED.value,
  unit = EXCLUDED.unit,
  minimum = EXCLUDED.minimum,
  maximum = EXCLUDED.maximum,
  used = EXCLUDED.used,
  status = EXCLUDED.status,
  source = EXCLUDED.source,
  source_en = EXCLUDED.source_en;
