-- Takes an own rule set of a district away with all it asks; no row where there is none.
--   $1  id           text
--   $2  district_id  text
WITH own AS (
  SELECT id FROM own_rule_set WHERE id = $1 AND district_id = $2
), requirements AS (
  DELETE FROM life_circle_requirement WHERE rule_set IN (SELECT id FROM own)
), tiers AS (
  DELETE FROM life_circle_tier WHERE rule_set IN (SELECT id FROM own)
)
DELETE FROM rule_set WHERE id IN (SELECT id FROM own) RETURNING id;
