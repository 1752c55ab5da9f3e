-- How much living space each building in the sums of a dataset has, as a weight for spreading residents.
--   $1  district_id  text
--   $2  dataset_id   integer
-- weight = footprint in m2 x floors (where unknown, the median of its use in the dataset, else 1) x residential share.
WITH usual AS (
  SELECT use, percentile_cont(0.5) WITHIN GROUP (ORDER BY floors_above) AS floors
  FROM store.building
  WHERE district_id = $1 AND dataset_id = $2 AND in_sums AND floors_above IS NOT NULL
  GROUP BY use
)
SELECT building.id,
  building.footprint_sqm * coalesce(building.floors_above, usual.floors, 1) * building.residential_share AS weight
FROM store.building LEFT JOIN usual ON usual.use = building.use
WHERE building.district_id = $1 AND building.dataset_id = $2 AND building.in_sums
ORDER BY building.ordinal;
