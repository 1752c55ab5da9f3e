-- The projects of a district that pass all filters, a page after the other; the nearest first where a place is given.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  id           text     null = all projects
--   $4  asked        jsonb    filters as judge_projects takes them
--   $5  limit        integer
--   $6  offset       integer
-- total counts the projects of all pages; extent is west, south, east, north and place a point of the project, in degrees;
-- distanceM is in metres, null without a place.
WITH passed AS MATERIALIZED (
  SELECT id, distance_m FROM judge_projects($1, $2, $4::jsonb)
  WHERE ($3::text IS NULL OR id = $3) AND in_categories AND in_tasks AND in_stages AND in_year AND in_renewal_district
    AND in_unit AND in_funds AND in_rest
),
page AS MATERIALIZED (
  SELECT id, distance_m FROM passed ORDER BY distance_m, id LIMIT $5 OFFSET $6
)
SELECT project.id, code, name_zh AS "nameZh", name_en AS "nameEn", categories, stage, renewal_district AS "renewalDistrict",
  year_start AS "yearStart", year_end AS "yearEnd", summary_zh AS "summaryZh", summary_en AS "summaryEn",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('source', paid ->> 'source', 'amountYuan', paid -> 'amountYuan')), '[]')
   FROM jsonb_array_elements(amounts) paid) AS amounts,
  ARRAY[ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)] AS extent,
  (SELECT ARRAY[ST_X(point), ST_Y(point)] FROM ST_PointOnSurface(geom) point) AS place,
  distance_m AS "distanceM", (SELECT count(*)::int FROM passed) AS total
FROM page
JOIN project ON project.district_id = $1 AND project.id = page.id
ORDER BY distance_m, project.id;
