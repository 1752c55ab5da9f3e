-- Which places lie in an area, or near enough to serve some of it.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  area         geometry            EPSG:4326
--   $4  walkways     boolean             whether the ids are of walkways, else of facilities
--   $5  ids          text[]
--   $6  radii        double precision[]  metres, inclusive, in the order of the ids; 0 = only in the area
WITH asked AS (
  SELECT * FROM unnest($5::text[], $6::float8[]) AS asked (id, radius)
), place AS (
  SELECT id, radius, geom FROM asked JOIN store.facility USING (id)
  WHERE NOT $4::boolean AND district_id = $1 AND dataset_id = $2
  UNION ALL
  SELECT id, radius, geom FROM asked JOIN store.walkway USING (id)
  WHERE $4::boolean AND district_id = $1 AND dataset_id = $2
)
SELECT id FROM place
WHERE CASE WHEN radius = 0 THEN ST_Intersects(geom, $3::geometry)
  ELSE ST_DWithin(geom::geography, $3::geometry::geography, radius) END;
