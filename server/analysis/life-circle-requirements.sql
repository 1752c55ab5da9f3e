-- What a rule set asks of each of its tiers, in the order of tiers and of facility categories.
--   $1  rule_set  text
-- Metres and minutes; a requirement without a distance has "ownDistanceM" null and takes the tier's. Requirements of a level
-- that has no minutes (the block) are left out.
SELECT tier.tier AS "tier", tier.minutes AS "minutes", tier.default_distance_m AS "defaultDistanceM",
  tier.clause AS "tierClause", tier.status AS "tierStatus", requirement.edition AS "edition", requirement.clause AS "clause",
  requirement.category AS "category", category.name_zh AS "nameZh", category.name_en AS "nameEn",
  requirement.required AS "required", requirement.distance_m AS "ownDistanceM", requirement.test AS "test",
  requirement.status AS "status"
FROM life_circle_requirement requirement
JOIN life_circle_tier tier ON tier.rule_set = requirement.rule_set AND tier.tier = requirement.tier
JOIN facility_category category ON category.code = requirement.category
WHERE requirement.rule_set = $1
ORDER BY tier.tier, category.ordinal;
