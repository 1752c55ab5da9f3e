-- Stores the elevation model of a dataset.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  west   $4  north   $5  cell_lon   $6  cell_lat   double precision, degrees; outer corner of the first cell
--   $7  columns   $8  rows   integer
--   $9  samples      bytea, float32 little-endian metres, row-major from the north-west, NaN = void
--   $10 source       text
INSERT INTO store.elevation (district_id, dataset_id, west, north, cell_lon, cell_lat, columns, rows, samples, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
