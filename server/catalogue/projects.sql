-- The projects of a district that pass all filters, a page after the other; the nearest first where a place is given.
--   $1   district_id       text
--   $2   levels            text[]    who asks may see
--   $3   id                text      null = all projects
--   $4   pattern           text      for ILIKE, wildcards escaped
--   $5   categories        text[]    any of them; 'unknown' = none is given
--   $6   stages            text[]    any of them; 'unknown' = none is given
--   $7   year              integer   under way in it, ends inclusive
--   $8   renewal_district  text      id of a zone
--   $9   lon, $10 lat      double precision, degrees, EPSG:4326
--   $11  metres            double precision, at most so far from that place, inclusive
--   $12  box               double precision[], west, south, east, north in degrees
--   $13  limit             integer
--   $14  offset            integer
-- A filter that is null is passed by all. total counts the projects of all pages; extent is west, south, east, north and
-- place a point of the project, in degrees; distanceM is in metres, null without a place.
SELECT id, code, name_zh AS "nameZh", name_en AS "nameEn", categories, stage, renewal_district AS "renewalDistrict",
  year_start AS "yearStart", year_end AS "yearEnd", summary_zh AS "summaryZh", summary_en AS "summaryEn",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('source', paid ->> 'source', 'amountYuan', paid -> 'amountYuan')), '[]')
   FROM jsonb_array_elements(amounts) paid) AS amounts,
  ARRAY[ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)] AS extent,
  ARRAY[ST_X(ST_PointOnSurface(geom)), ST_Y(ST_PointOnSurface(geom))] AS place,
  distance_m AS "distanceM", (count(*) OVER ())::int AS total
FROM judge_projects($1, $2, $4, $5, $6, $7, $8, $9, $10, $11, $12) judged
JOIN project USING (id)
WHERE project.district_id = $1 AND ($3::text IS NULL OR id = $3)
  AND in_categories AND in_stages AND in_year AND in_renewal_district AND in_rest
ORDER BY distance_m, id
LIMIT $13 OFFSET $14;
