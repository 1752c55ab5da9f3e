-- The projects of a district that pass all filters, a page after the other; the nearest first where a place is given.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  id           text     null = all projects; else this one, whatever the filters
--   $4  asked        jsonb    filters as judge_projects takes them
--   $5  limit        integer
--   $6  offset       integer
-- total counts the projects of all pages; extent is west, south, east, north and place a point of the project, in degrees;
-- distanceM is in metres, null without a place. Those of the page alone are read whole, by the primary keys.
WITH page AS MATERIALIZED (
  SELECT id, distance_m, total FROM page_of_projects($1, $2, $4::jsonb, $5, $6) WHERE $3::text IS NULL
  UNION ALL
  SELECT $3, NULL, 1 WHERE $3 IS NOT NULL
)
SELECT id, code, name_zh AS "nameZh", name_en AS "nameEn", categories, stage, renewal_district AS "renewalDistrict",
  year_start AS "yearStart", year_end AS "yearEnd", summary_zh AS "summaryZh", summary_en AS "summaryEn",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('source', paid ->> 'source', 'amountYuan', paid -> 'amountYuan')), '[]')
   FROM jsonb_array_elements(amounts) paid) AS amounts,
  box_of(geom) AS extent, point_of(geom) AS place, distance_m AS "distanceM", total
FROM page
JOIN (
  SELECT * FROM project WHERE district_id = $1 AND level = ANY ($2) AND project.id = ANY (ARRAY(SELECT id FROM page)) OFFSET 0
) project USING (id)
ORDER BY distance_m, id COLLATE "C";
