-- The ids of the projects that pass all filters.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  asked        jsonb   filters as judge_projects takes them
SELECT id FROM judge_projects($1, $2, $3::jsonb)
WHERE in_categories AND in_tasks AND in_stages AND in_year AND in_renewal_district AND in_unit AND in_funds AND in_rest;
