-- Which buildings lie in an area, and with what share of their footprint.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]    who asks may see
--   $4  area         geometry  EPSG:4326, within the district
-- "whole" are the ordinals of buildings contained in the area (their share is 1), "edge" and "edgeShares" those cut by
-- its outline with shares in (0, 1], both in order of ordinal. A share is a ratio of areas in degrees: exact for one
-- footprint. Parts and duplicates (in_sums false) are left out. Uses the index building_geom.
WITH near AS MATERIALIZED (
  SELECT ordinal, geom, ST_Contains($4::geometry, geom) AS contained
  FROM store.building
  WHERE geom && $4::geometry AND district_id = $1 AND dataset_id = $2 AND in_sums AND level = ANY ($3::text[])
), cut AS MATERIALIZED (
  SELECT ordinal, ST_Area(ST_Intersection(geom, $4::geometry)) / ST_Area(geom) AS share
  FROM near WHERE NOT contained AND ST_Intersects($4::geometry, geom)
)
SELECT (SELECT array_agg(ordinal ORDER BY ordinal)::text FROM near WHERE contained) AS "whole",
  (SELECT count(*)::int FROM near WHERE contained) AS "wholeCount",
  (SELECT array_agg(ordinal ORDER BY ordinal) FROM cut WHERE share > 0) AS "edge",
  (SELECT array_agg(least(1, share) ORDER BY ordinal) FROM cut WHERE share > 0) AS "edgeShares";
