-- Upserts the groups who may demand a facility. None is deleted here: rows of facility_demand refer to them.
--   $1  jsonb  array of objects with the columns of the table, from demand-group.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::demand_group, $1::jsonb)
)
INSERT INTO demand_group
SELECT * FROM given
ON CONFLICT (id) DO UPDATE SET
  ordinal = EXCLUDED.ordinal,
  name_zh = EXCLUDED.name_zh,
  name_en = EXCLUDED.name_en,
  ages = EXCLUDED.ages,
  source = EXCLUDED.source,
  status = EXCLUDED.status;
