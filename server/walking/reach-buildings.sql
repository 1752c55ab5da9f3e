-- A point on the footprint of each building, from which its walks start, a page at a time.
--   $1  district_id    text
--   $2  dataset_id     integer
--   $3  first ordinal  integer, inclusive
--   $4  end ordinal    integer, exclusive
-- EPSG:4326, lon lat. Uses the key (dataset_id, ordinal).
SELECT ordinal, ST_X(stands_at) AS "lon", ST_Y(stands_at) AS "lat"
FROM store.building
WHERE district_id = $1 AND dataset_id = $2 AND ordinal >= $3 AND ordinal < $4
ORDER BY ordinal;
