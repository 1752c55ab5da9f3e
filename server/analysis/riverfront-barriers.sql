-- Which roads lie between homes and the places of a bank they walk to: those that the straight line between crosses.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]              who asks may see
--   $4  classes      text[]              of road that count as barriers
--   $5  home_lon     double precision[]  degrees, EPSG:4326, all four in one order
--   $6  home_lat     double precision[]
--   $7  bank_lon     double precision[]
--   $8  bank_lat     double precision[]
-- A road is all pieces of one class and name on the level: what is on a bridge or in a tunnel parts nobody. "homes" are
-- positions from 0 as integer[] text. Roads that no line crosses are left out. Uses the index road_geom.
WITH line AS MATERIALIZED (
  SELECT position - 1 AS position,
    ST_SetSRID(ST_MakeLine(ST_MakePoint(home_lon, home_lat), ST_MakePoint(bank_lon, bank_lat)), 4326) AS geom
  FROM unnest($5::float8[], $6::float8[], $7::float8[], $8::float8[])
    WITH ORDINALITY AS pair (home_lon, home_lat, bank_lon, bank_lat, position)
), road AS MATERIALIZED (
  SELECT class, name_zh, name_en, ST_Collect(geom) AS geom
  FROM store.road
  WHERE geom && (SELECT ST_SetSRID(ST_Extent(geom)::geometry, 4326) FROM line)
    AND district_id = $1 AND dataset_id = $2 AND level = ANY ($3::text[]) AND class = ANY ($4::text[]) AND NOT bridge AND NOT tunnel
  GROUP BY class, name_zh, name_en
)
SELECT class AS "class", name_zh AS "nameZh", name_en AS "nameEn", count(*)::int AS "count",
  array_agg(position ORDER BY position)::text AS "homes"
FROM road JOIN line ON road.geom && line.geom AND ST_Intersects(road.geom, line.geom)
GROUP BY class, name_zh, name_en
ORDER BY count(*) DESC, class, name_zh;
