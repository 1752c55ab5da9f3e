-- How many residential buildings of an area are so, and of how many it is not known.
--   $1  dataset_id  integer
--   $2  ordinals    integer[]           buildings of the area, who asks may see them
--   $3  shares      double precision[]  of their footprint inside, in the same order
--   $4  measure     text                homes-unsafe | homes-without-lift | homes-before
--   $5  parameter   double precision    floors, inclusive; year, exclusive
-- Weighted by the share. A verdict is null where what it rests on is not known: three floors need no lift, whether there is
-- one or not.
WITH home AS (
  SELECT share, CASE $4::text
    WHEN 'homes-unsafe' THEN safety_grade IN ('C', 'D')
    WHEN 'homes-without-lift' THEN floors_above >= $5 AND NOT has_lift
    WHEN 'homes-before' THEN year_built < $5
  END AS verdict
  FROM unnest($2::int[], $3::float8[]) AS inside (ordinal, share)
  JOIN store.building ON building.dataset_id = $1 AND building.ordinal = inside.ordinal
  WHERE use = 'residential'
)
SELECT coalesce(sum(share) FILTER (WHERE verdict), 0) AS "value", coalesce(sum(share), 0) AS "of",
  coalesce(sum(share) FILTER (WHERE verdict IS NULL), 0) AS "unknown"
FROM home;
