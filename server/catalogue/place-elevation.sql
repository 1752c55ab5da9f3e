-- The rows of a district's elevation model around a place: the one it lies in with its neighbours, three at most.
--   $1  district_id  text
--   $2  lon, $3 lat  double precision, degrees, EPSG:4326
-- west and north are the outer corner of the first cell of these rows, cells in degrees; samples as in the table
-- elevation. No row where the model does not reach.
WITH model AS (
  SELECT *, floor(($2::double precision - west) / cell_lon) AS x, floor((north - $3::double precision) / cell_lat) AS y
  FROM elevation WHERE district_id = $1
), inside AS (
  SELECT *, greatest(y::integer - 1, 0) AS first, least(y::integer + 1, rows - 1) AS last
  FROM model WHERE x BETWEEN 0 AND columns - 1 AND y BETWEEN 0 AND rows - 1
)
SELECT west, north - first * cell_lat AS north, cell_lon AS "cellLon", cell_lat AS "cellLat", columns,
  last - first + 1 AS rows, substring(samples FROM first * columns * 4 + 1 FOR (last - first + 1) * columns * 4) AS samples
FROM inside;
