-- What a dataset as a whole knows: an answer needs it to tell "none here" from "not known".
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]   who asks may see
-- "hasResidents": who lives in which building is known; "residentsInAll" is their total, NULL = not known, which also holds where
-- only the total is known.
-- "floorsP90ByUse" is the 90th percentile (linear between ranks) of known floors per use in the district. Reads the whole
-- dataset, so it is asked once per data version.
WITH counted AS MATERIALIZED (
  SELECT use, floors_above, residents, dwellings, residents_by_age
  FROM store.building
  WHERE district_id = $1 AND dataset_id = $2 AND in_sums AND level = ANY ($3::text[])
), by_use AS (
  SELECT use, percentile_cont(0.9) WITHIN GROUP (ORDER BY floors_above) AS p90
  FROM counted WHERE floors_above IS NOT NULL GROUP BY use
)
SELECT coalesce(bool_or(residents IS NOT NULL), false) AND (SELECT knows_residents_by_house($2)) AS "hasResidents",
  sum(residents)::double precision AS "residentsInAll",
  coalesce(bool_or(dwellings IS NOT NULL), false) AS "hasDwellings",
  coalesce(bool_or(residents_by_age IS NOT NULL), false) AS "hasAges",
  (SELECT coalesce(jsonb_object_agg(use, p90), '{}') FROM by_use) AS "floorsP90ByUse",
  EXISTS (SELECT FROM store.water WHERE district_id = $1 AND dataset_id = $2) AS "hasWater",
  EXISTS (SELECT FROM store.parcel WHERE district_id = $1 AND dataset_id = $2 AND level = ANY ($3::text[])) AS "hasParcels"
FROM counted;
