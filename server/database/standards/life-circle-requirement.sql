-- Makes the requirements of the rule sets named in the file those of the file; other rule sets are left alone.
--   $1  jsonb  array of objects with the columns of the table, from life-circle-requirement.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::life_circle_requirement, $1::jsonb)
),
gone AS (
  DELETE FROM life_circle_requirement
  WHERE rule_set IN (SELECT rule_set FROM given)
    AND (rule_set, tier, category) NOT IN (SELECT rule_set, tier, category FROM given)
)
INSERT INTO life_circle_requirement
SELECT * FROM given
ON CONFLICT (rule_set, tier, category) DO UPDATE SET
  edition = EXCLUDED.edition,
  clause = EXCLUDED.clause,
  required = EXCLUDED.required,
  distance_m = EXCLUDED.distance_m,
  test = EXCLUDED.test,
  building_sqm_min = EXCLUDED.building_sqm_min,
  land_sqm_min = EXCLUDED.land_sqm_min,
  status = EXCLUDED.status,
  source = EXCLUDED.source,
  note = EXCLUDED.note;
