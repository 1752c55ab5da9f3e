-- Who may compete for facilities, in their order, with the categories that are for them.
SELECT id AS "id", name_zh AS "nameZh", name_en AS "nameEn", ages AS "ages", status AS "status",
  ARRAY(SELECT category FROM facility_demand WHERE facility_demand.demand_group = demand_group.id ORDER BY category) AS "categories"
FROM demand_group
ORDER BY ordinal;
