-- Which of some points lie in an area, its outline included.
--   $1  area  geometry            EPSG:4326
--   $2  lon   double precision[]  degrees, both in one order
--   $3  lat   double precision[]
-- Positions from 0 as an array as text, rising.
SELECT count(*)::int AS "count", coalesce(array_agg(position - 1 ORDER BY position), '{}')::text AS "positions"
FROM unnest($2::float8[], $3::float8[]) WITH ORDINALITY AS place (lon, lat, position)
WHERE ST_Intersects($1::geometry, ST_SetSRID(ST_MakePoint(lon, lat), 4326));
