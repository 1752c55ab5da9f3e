-- The blocks of a dataset: what streets at grade enclose.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  classes      text[]  road classes that bound blocks; links count as their class
-- Whole blocks with a point on each. m² and metres on the ellipsoid; shapes simplified to about 1 m, the largest first.
-- Bridges, tunnels and other levels bound nothing: they cross without meeting. Edges of the walking network meet at their
-- ends only, so the faces need no noding. Reads the whole network, so it is asked once per data version.
WITH face AS MATERIALIZED (
  SELECT (ST_Dump(ST_Polygonize(geom))).geom AS geom
  FROM store.walk_edge
  WHERE district_id = $1 AND dataset_id = $2 AND layer = 0 AND kind IN ('road', 'crossing')
    AND regexp_replace(road_class, '_link$', '') = ANY ($3::text[])
)
SELECT area_sqm(geom) AS "areaSqm", ARRAY[ST_X(point), ST_Y(point)] AS "at", ST_Perimeter(geom::geography) AS "perimeterM",
  ST_AsGeoJSON(ST_Multi(ST_SimplifyPreserveTopology(geom, 0.00001)), 6)::json AS "shape"
FROM face, LATERAL (SELECT ST_PointOnSurface(geom) AS point) middle
ORDER BY 1 DESC, 2;
