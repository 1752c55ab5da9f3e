-- The facility categories with the number of facilities of each in the data of a district, context outside it included.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
SELECT code, name_zh AS "nameZh", name_en AS "nameEn", "group",
  (SELECT count(*)::int FROM facility
   WHERE facility.district_id = $1 AND facility.category = code AND facility.level = ANY ($2::text[])) AS facilities
FROM facility_category
ORDER BY ordinal;
