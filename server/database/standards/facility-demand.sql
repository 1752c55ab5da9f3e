-- Makes whom each category is for that of the file.
--   $1  jsonb  array of objects with the columns of the table, from facility-demand.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::facility_demand, $1::jsonb)
),
gone AS (
  DELETE FROM facility_demand WHERE category NOT IN (SELECT category FROM given)
)
INSERT INTO facility_demand
SELECT * FROM given
ON CONFLICT (category) DO UPDATE SET
  demand_group = EXCLUDED.demand_group,
  unit_zh = EXCLUDED.unit_zh,
  unit_en = EXCLUDED.unit_en,
  source = EXCLUDED.source,
  status = EXCLUDED.status;
