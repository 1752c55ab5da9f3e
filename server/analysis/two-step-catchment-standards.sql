-- What the standards say of a category that is competed for.
--   $1  category  text
--   $2  demand    text  id of the group asked about; null: whom the category is for, else the first of all
--   $3  persona   text
--   $4  decay     text
-- One row. "category" is null where there is no such category, "group" where there is no such group; "unit" where no capacity
-- is recorded of the category. "weights" are those of the zones from the nearest on.
SELECT
  (SELECT jsonb_build_object('category', code, 'nameZh', name_zh, 'nameEn', name_en) FROM facility_category WHERE code = $1)
    AS "category",
  (SELECT jsonb_build_object('nameZh', unit_zh, 'nameEn', unit_en, 'status', status) FROM facility_demand WHERE category = $1)
    AS "unit",
  (SELECT jsonb_build_object('id', id, 'nameZh', name_zh, 'nameEn', name_en, 'ages', ages, 'status', status) FROM demand_group
    WHERE id = coalesce($2, (SELECT demand_group FROM facility_demand WHERE category = $1),
      (SELECT id FROM demand_group ORDER BY ordinal LIMIT 1))) AS "group",
  ARRAY(SELECT id FROM demand_group ORDER BY ordinal) AS "groups",
  (SELECT jsonb_build_object('status', status, 'flatMps', flat_mps) FROM persona WHERE id = $3) AS "persona",
  ARRAY(SELECT weight FROM catchment_decay WHERE decay = $4 ORDER BY zone) AS "weights";
