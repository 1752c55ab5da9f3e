-- Buildings, footprint, people and dwellings of an area, in all and by class of height and of age.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  ordinals     integer[]           the buildings inside
--   $4  shares       double precision[]  of each footprint inside, (0, 1]
-- Every count is weighted by the share. Null sums: no building of the group has the value. A half floor counts to the class
-- below (3.5 floors: 1-3). Ages by year built, both ends inclusive: … 1979, 1980-1989, 1990-2000, 2001-2010, 2011 ….
-- Uses the key (dataset_id, ordinal).
WITH inside AS MATERIALIZED (
  SELECT part.share, footprint_sqm, gfa_above_sqm, residents, dwellings, year_built, floors_above,
    CASE WHEN floors_above IS NULL THEN 'unknown' WHEN floors_above < 4 THEN '1-3' WHEN floors_above < 7 THEN '4-6'
      WHEN floors_above < 10 THEN '7-9' WHEN floors_above < 19 THEN '10-18' WHEN floors_above < 27 THEN '19-26' ELSE '27+' END AS height,
    CASE WHEN year_built IS NULL THEN 'unknown' WHEN year_built < 1980 THEN 'before-1980' WHEN year_built < 1990 THEN '1980s'
      WHEN year_built <= 2000 THEN '1990s' WHEN year_built <= 2010 THEN '2001-2010' ELSE 'after-2010' END AS age
  FROM unnest($3::integer[], $4::double precision[]) AS part (ordinal, share)
  JOIN store.building ON district_id = $1 AND dataset_id = $2 AND building.ordinal = part.ordinal
)
SELECT CASE WHEN GROUPING(height) = 0 THEN 'height' WHEN GROUPING(age) = 0 THEN 'age' ELSE 'all' END AS "by",
  coalesce(height, age) AS "class", coalesce(sum(share), 0) AS "buildings",
  coalesce(sum(share * footprint_sqm), 0) AS "footprintSqm", sum(share * gfa_above_sqm) AS "gfaAboveSqm",
  sum(share * residents) AS "residents", sum(share * dwellings) AS "dwellings",
  coalesce(sum(share) FILTER (WHERE residents IS NOT NULL), 0) AS "residentsKnown",
  coalesce(sum(share) FILTER (WHERE dwellings IS NOT NULL), 0) AS "dwellingsKnown"
FROM inside
GROUP BY GROUPING SETS ((height), (age), ());
