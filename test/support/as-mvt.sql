-- The building tile as PostGIS itself cuts it, from the same rows.
--   $1  district_id  text
--   $2  z   $3  x   $4  y   integer
WITH drawn AS MATERIALIZED (
  SELECT id, use, floors_above AS floors,
    ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope($2, $3, $4), 4096, 64, true) AS geom
  FROM building
  WHERE district_id = $1 AND geom && ST_Transform(ST_TileEnvelope($2, $3, $4, margin => 64.0 / 4096), 4326)
)
SELECT ST_AsMVT(drawn, 'building', 4096, 'geom') AS tile FROM drawn WHERE geom IS NOT NULL;
