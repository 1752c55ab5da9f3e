-- Makes the weights by which demand fades those of the file.
--   $1  jsonb  array of objects with the columns of the table, from catchment-decay.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::catchment_decay, $1::jsonb)
),
gone AS (
  DELETE FROM catchment_decay WHERE (decay, zone) NOT IN (SELECT decay, zone FROM given)
)
INSERT INTO catchment_decay
SELECT * FROM given
ON CONFLICT (decay, zone) DO UPDATE SET
  weight = EXCLUDED.weight,
  source = EXCLUDED.source,
  status = EXCLUDED.status;
