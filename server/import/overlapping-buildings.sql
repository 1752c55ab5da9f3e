-- Buildings of one page that lie with at least half of their footprint (inclusive) inside a larger building.
--   $1  district_id    text
--   $2  dataset_id     integer
--   $3  first ordinal  integer, inclusive
--   $4  end ordinal    integer, exclusive
-- Of two buildings of one size the later is the smaller. Shares are of degrees squared. Uses the GiST index of building.
SELECT smaller.id, coalesce(smaller.source_id, smaller.id) AS "sourceId"
FROM store.building AS smaller
WHERE smaller.district_id = $1 AND smaller.dataset_id = $2 AND smaller.in_sums
  AND smaller.ordinal >= $3 AND smaller.ordinal < $4
  AND EXISTS (
    SELECT FROM store.building AS larger
    WHERE larger.geom && smaller.geom AND larger.district_id = $1 AND larger.dataset_id = $2 AND larger.in_sums
      AND (larger.footprint_sqm > smaller.footprint_sqm
        OR (larger.footprint_sqm = smaller.footprint_sqm AND larger.ordinal < smaller.ordinal))
      AND ST_Intersects(larger.geom, smaller.geom)
      AND ST_Area(clip_shape(larger.geom, smaller.geom)) >= 0.5 * ST_Area(smaller.geom)
  )
ORDER BY smaller.ordinal;
