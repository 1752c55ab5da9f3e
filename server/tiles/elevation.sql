-- The elevation model of a district.
--   $1  district_id  text
-- EPSG:4326; west and north are the outer corner of the first cell, cells in degrees, samples float32 little-endian
-- metres, row-major from the north-west, NaN = void.
SELECT west, north, cell_lon AS "cellLon", cell_lat AS "cellLat", columns, rows, samples
FROM elevation
WHERE district_id = $1;
