-- How many features each layer of a district holds, where they lie, and whether some of them are internal.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
-- extent is west, south, east, north in degrees; null where the layer is empty.
WITH summary AS (
  SELECT 'zone' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM zone WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'water' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM water WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'water-course' AS name, count(DISTINCT name_zh) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM water WHERE district_id = $1 AND level = ANY ($2::text[]) AND kind IN ('river', 'canal', 'stream') AND name_zh IS NOT NULL
  UNION ALL
  SELECT 'green' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM green WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'land-use' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM land_use WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'parcel' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM parcel WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'control-zone' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM control_zone WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'building' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM building WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'road' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM road WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'walkway' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM walkway WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'walk-edge' AS name, count(*) AS count, bool_or('public' = 'internal') AS internal, ST_Extent(geom) AS box
  FROM walk_edge WHERE district_id = $1 AND 'public' = ANY ($2::text[])
  UNION ALL
  SELECT 'riverfront-segment' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM riverfront_segment WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'metro-line' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM metro_line WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'metro-station' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM metro_station WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'metro-entrance' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM metro_entrance WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'landmark' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM landmark WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'facility' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM facility WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'project' AS name, count(*) AS count, bool_or(level = 'internal') AS internal, ST_Extent(geom) AS box
  FROM project WHERE district_id = $1 AND level = ANY ($2::text[])
  UNION ALL
  SELECT 'terrain', count(*), false, ST_Extent(ST_MakeEnvelope(west, north - rows * cell_lat, west + columns * cell_lon, north, 4326))
  FROM elevation WHERE district_id = $1
)
SELECT name, count::int AS count, CASE WHEN internal THEN 'internal' ELSE 'public' END AS level,
  CASE WHEN box IS NULL THEN NULL ELSE ARRAY[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)] END AS extent
FROM summary;
