-- Every rule set that is for all districts or for one, with how many requirements it has, and how many of them are asked
-- without condition; the national ones first, then those of a city, then those of a district, then own ones.
--   $1  district_id  text  null = those for all only
SELECT rule_set.id, title_zh AS "titleZh", title_en AS "titleEn", rule_set.edition, jurisdiction, rule_set.status,
  own.id IS NOT NULL AS "own", count(requirement.category)::int AS "requirements",
  (count(*) FILTER (WHERE requirement.required = 'required'))::int AS "required"
FROM rule_set
LEFT JOIN own_rule_set own ON own.id = rule_set.id
LEFT JOIN life_circle_requirement requirement ON requirement.rule_set = rule_set.id AND requirement.tier > 0
WHERE rule_set.id NOT LIKE 'own-%' OR own.district_id = $1
GROUP BY rule_set.id, own.id, own.created_at
ORDER BY own.created_at NULLS FIRST, array_position(ARRAY['国家', '市级', '区级'], jurisdiction), rule_set.id;
