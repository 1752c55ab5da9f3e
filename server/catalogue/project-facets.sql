-- How many projects each value of a filter would leave, the other filters applied and this one left out.
--   $1   district_id       text
--   $2   levels            text[]    who asks may see
--   $3   pattern           text      for ILIKE, wildcards escaped
--   $4   categories        text[]    any of them; 'unknown' = none is given
--   $5   stages            text[]    any of them; 'unknown' = none is given
--   $6   year              integer   under way in it, ends inclusive
--   $7   renewal_district  text      id of a zone
--   $8   lon, $9 lat       double precision, degrees, EPSG:4326
--   $10  metres            double precision, at most so far from that place, inclusive
--   $11  box               double precision[], west, south, east, north in degrees
-- A filter that is null is passed by all. value is null where a project says nothing; a project of two categories counts
-- in both, one of three years in each.
WITH judged AS (
  SELECT judged.*, project.categories, project.stage, project.renewal_district, project.year_start, project.year_end
  FROM judge_projects($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) judged
  JOIN project USING (id)
  WHERE project.district_id = $1 AND in_rest
)
SELECT 'category' AS field, value, count(*)::int AS projects
FROM judged, unnest(CASE WHEN categories = '{}' THEN ARRAY[NULL::text] ELSE categories END) value
WHERE in_stages AND in_year AND in_renewal_district GROUP BY value
UNION ALL
SELECT 'stage', stage, count(*)::int
FROM judged WHERE in_categories AND in_year AND in_renewal_district GROUP BY stage
UNION ALL
SELECT 'year', value::text, count(*)::int
FROM judged
LEFT JOIN LATERAL generate_series(coalesce(year_start, year_end)::integer, coalesce(year_end, year_start)::integer) value ON true
WHERE in_categories AND in_stages AND in_renewal_district GROUP BY value
UNION ALL
SELECT 'renewal-district', renewal_district, count(*)::int
FROM judged WHERE in_categories AND in_stages AND in_year GROUP BY renewal_district
ORDER BY field, value;
