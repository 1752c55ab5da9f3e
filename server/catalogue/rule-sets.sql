-- Every rule set with how many requirements it has, and how many of them are asked without condition; the national ones
-- first, then those of a city, then those of a district.
SELECT rule_set.id, title_zh AS "titleZh", title_en AS "titleEn", rule_set.edition, jurisdiction, rule_set.status,
  count(requirement.category)::int AS "requirements",
  (count(*) FILTER (WHERE requirement.required = 'required'))::int AS "required"
FROM rule_set
LEFT JOIN life_circle_requirement requirement ON requirement.rule_set = rule_set.id AND requirement.tier > 0
GROUP BY rule_set.id
ORDER BY array_position(ARRAY['国家', '市级', '区级'], jurisdiction), rule_set.id;
