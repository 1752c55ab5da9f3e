-- The nodes of a dataset's walking network, a page at a time.
--   $1  district_id    text
--   $2  dataset_id     integer
--   $3  first ordinal  integer, inclusive
--   $4  end ordinal    integer, exclusive
-- EPSG:4326, lon lat; height in metres, null where unknown. Uses the primary key.
SELECT ordinal, ST_X(geom) AS "lon", ST_Y(geom) AS "lat", elevation_m AS "heightM"
FROM store.walk_node
WHERE district_id = $1 AND dataset_id = $2 AND ordinal >= $3 AND ordinal < $4
ORDER BY ordinal;
