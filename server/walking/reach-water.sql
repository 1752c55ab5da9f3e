-- The water of a dataset, which no connector may cross.
--   $1  district_id  text
--   $2  dataset_id   integer
-- "shape" is a WKB MultiPolygon, EPSG:4326, lon lat.
SELECT ST_AsBinary(geom) AS "shape" FROM store.water WHERE district_id = $1 AND dataset_id = $2 ORDER BY id;
