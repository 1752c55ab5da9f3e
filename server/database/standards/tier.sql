-- Makes the tiers of the rule sets named in the file those of the file; other rule sets are left alone.
--   $1  jsonb  array of objects with the columns of the table, from tier.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::life_circle_tier, $1::jsonb)
),
gone AS (
  DELETE FROM life_circle_tier
  WHERE rule_set IN (SELECT rule_set FROM given)
    AND (rule_set, tier) NOT IN (SELECT rule_set, tier FROM given)
)
INSERT INTO life_circle_tier
SELECT * FROM given
ON CONFLICT (rule_set, tier) DO UPDATE SET
  minutes = EXCLUDED.minutes,
  default_distance_m = EXCLUDED.default_distance_m,
  clause = EXCLUDED.clause,
  status = EXCLUDED.status,
  source = EXCLUDED.source;
