-- Which buildings lie in an area, with what share of their footprint, and what they hold: the one read of buildings behind
-- density, plot ratio and coverage.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]    who asks may see
--   $4  area         geometry  EPSG:4326, within the district
-- A share is 1 where the area contains the footprint, else a ratio of areas in degrees (exact for one footprint), above 0.
-- Parts and duplicates (in_sums false) are left out. "ordinals", "shares", "residents" and "dwellings" are arrays as text in
-- one order, NULL = not known, values of whole buildings. "groups" sums by height, age and use, weighted by the share, null
-- where no building of the group has the value. Residents are not known where they are not of each house. A half floor counts to the height below (3.5 floors: 1-3); ages by year
-- built, both ends inclusive: … 1979, 1980-1989, 1990-2000, 2001-2010, 2011 …. Uses the index building_geom.
WITH near AS MATERIALIZED (
  SELECT ordinal, footprint_sqm, gfa_above_sqm, floors_above, year_built, use, dwellings,
    CASE WHEN (SELECT knows_residents_by_house($2)) THEN residents END AS residents,
    CASE WHEN ST_Contains($4::geometry, geom) THEN 1
      WHEN ST_Intersects($4::geometry, geom) THEN least(1, ST_Area(clip_shape(geom, $4::geometry)) / ST_Area(geom))
      ELSE 0 END AS share
  FROM store.building
  WHERE geom && $4::geometry AND district_id = $1 AND dataset_id = $2 AND in_sums AND level = ANY ($3::text[])
), grouped AS (
  SELECT CASE WHEN floors_above IS NULL THEN 'unknown' WHEN floors_above < 4 THEN '1-3' WHEN floors_above < 7 THEN '4-6'
      WHEN floors_above < 10 THEN '7-9' WHEN floors_above < 19 THEN '10-18' WHEN floors_above < 27 THEN '19-26' ELSE '27+' END AS height,
    CASE WHEN year_built IS NULL THEN 'unknown' WHEN year_built < 1980 THEN 'before-1980' WHEN year_built < 1990 THEN '1980s'
      WHEN year_built <= 2000 THEN '1990s' WHEN year_built <= 2010 THEN '2001-2010' ELSE 'after-2010' END AS age,
    use, sum(share) AS "buildings", sum(share * footprint_sqm) AS "footprintSqm", sum(share * gfa_above_sqm) AS "gfaAboveSqm",
    sum(share * residents) AS "residents", sum(share * dwellings) AS "dwellings",
    coalesce(sum(share) FILTER (WHERE residents IS NOT NULL), 0) AS "residentsKnown",
    coalesce(sum(share) FILTER (WHERE dwellings IS NOT NULL), 0) AS "dwellingsKnown"
  FROM near WHERE share > 0
  GROUP BY 1, 2, 3
), listed AS (
  SELECT array_agg(ordinal)::text AS ordinals, array_agg(share)::text AS shares, array_agg(residents)::text AS residents,
    array_agg(dwellings)::text AS dwellings, count(*)::int AS count
  FROM near WHERE share > 0
)
SELECT count AS "count", coalesce(ordinals, '{}') AS "ordinals", coalesce(shares, '{}') AS "shares",
  coalesce(residents, '{}') AS "residents", coalesce(dwellings, '{}') AS "dwellings",
  (SELECT coalesce(json_agg(grouped), '[]') FROM grouped) AS "groups"
FROM listed;
