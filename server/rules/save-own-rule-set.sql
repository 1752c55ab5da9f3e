-- Keeps an own rule set of a district with its tiers and requirements, once; one that is there already stays as it is.
--   $1  id            text     own-…, made from what it holds
--   $2  district_id   text
--   $3  title         text
--   $4  actor_id      text     who added it
--   $5  requirements  jsonb    array of {tier, category, required, distanceM, test, clause}
--   $6  most          integer  own rule sets of the district at most, this one included
-- Minutes of a tier are its number; what gives no distance is judged by time only. "saved" false: there are too many already.
WITH room AS (
  SELECT EXISTS (SELECT 1 FROM own_rule_set WHERE id = $1)
    OR (SELECT count(*) FROM own_rule_set WHERE district_id = $2) < $6::int AS is_room
), given AS (
  SELECT * FROM jsonb_to_recordset($5::jsonb)
    AS row (tier integer, category text, required text, "distanceM" integer, test text, clause text)
), saved AS (
  INSERT INTO rule_set (id, title_zh, title_en, edition, jurisdiction, status)
  SELECT $1, $3, $3, '自定义', '自定义', 'unverified' FROM room WHERE is_room
  ON CONFLICT (id) DO NOTHING
  RETURNING id
), owned AS (
  INSERT INTO own_rule_set (id, district_id, actor_id)
  SELECT id, $2, $4 FROM saved
), tiers AS (
  INSERT INTO life_circle_tier (rule_set, tier, minutes, clause, status, source)
  SELECT DISTINCT saved.id, tier, tier, '自定义', 'unverified', '自定义' FROM saved CROSS JOIN given
), requirements AS (
  INSERT INTO life_circle_requirement
    (rule_set, edition, clause, tier, category, required, distance_m, test, status, source)
  SELECT saved.id, '自定义', clause, tier, category, required, "distanceM", test, 'unverified', '自定义'
  FROM saved CROSS JOIN given
)
SELECT is_room AS "saved" FROM room;
