-- The blocks of an area: what streets at grade enclose.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  area         geometry          EPSG:4326, within the district
--   $4  classes      text[]            road classes that bound blocks; links count as their class
--   $5  width_min_m  double precision  a face narrower by 2 × area ÷ perimeter is no block
-- A block belongs to the area where a point on it does, whole. m² and metres on the ellipsoid; shapes simplified to about
-- 1 m, the largest first. Bridges, tunnels and other levels bound nothing: they cross without meeting. Edges of the
-- walking network meet at their ends only, so the faces need no noding.
WITH face AS MATERIALIZED (
  SELECT (ST_Dump(ST_Polygonize(geom))).geom AS geom
  FROM store.walk_edge
  WHERE district_id = $1 AND dataset_id = $2 AND layer = 0 AND kind IN ('road', 'crossing')
    AND regexp_replace(road_class, '_link$', '') = ANY ($4::text[])
), inside AS MATERIALIZED (
  SELECT geom, ST_PointOnSurface(geom) AS point FROM face WHERE geom && $3::geometry
), measured AS (
  SELECT geom, point, area_sqm(geom) AS area_sqm, ST_Perimeter(geom::geography) AS perimeter_m
  FROM inside WHERE ST_Intersects($3::geometry, point)
)
SELECT area_sqm AS "areaSqm", ARRAY[ST_X(point), ST_Y(point)] AS "at", 2 * area_sqm / perimeter_m < $5 AS "isSliver",
  ST_AsGeoJSON(ST_Multi(ST_SimplifyPreserveTopology(geom, 0.00001)), 6)::json AS "shape"
FROM measured ORDER BY area_sqm DESC, "at";
