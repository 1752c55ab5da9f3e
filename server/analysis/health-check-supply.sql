-- What the facilities of some categories in an area measure, in m².
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]    who asks may see
--   $4  area         geometry  EPSG:4326, within the district
--   $5  categories   text[]
-- Whole facilities of which a point on them lies in the area. "sqm" is null where no area is known; "held" tells whether the
-- data has any such facility. Uses facility_geom.
SELECT sum(area_sqm) FILTER (WHERE inside) AS "sqm", (count(*) FILTER (WHERE inside))::int AS "count",
  (count(*) FILTER (WHERE inside AND area_sqm IS NULL))::int AS "unknown", count(*) > 0 AS "held"
FROM store.facility
CROSS JOIN LATERAL (SELECT geom && $4::geometry AND ST_Intersects($4::geometry, ST_PointOnSurface(geom)) AS inside) judged
WHERE district_id = $1 AND dataset_id = $2 AND category = ANY ($5::text[]) AND level = ANY ($3::text[]) AND NOT context;
