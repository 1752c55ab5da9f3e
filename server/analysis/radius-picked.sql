-- What is seen of one definition in an area: its cover there, and the places in it or near enough to serve some of it.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  area         geometry            EPSG:4326
--   $4  cover        geometry            EPSG:4326, null = nothing is covered
--   $5  walkways     boolean             whether the ids are of walkways, else of facilities
--   $6  ids          text[]
--   $7  radii        double precision[]  metres, inclusive, in the order of the ids; 0 = only in the area
-- "cover" is a GeoJSON MultiPolygon or NULL.
WITH asked AS (
  SELECT * FROM unnest($6::text[], $7::float8[]) AS asked (id, radius)
), place AS (
  SELECT id, radius, geom FROM asked JOIN store.facility USING (id)
  WHERE NOT $5::boolean AND district_id = $1 AND dataset_id = $2
  UNION ALL
  SELECT id, radius, geom FROM asked JOIN store.walkway USING (id)
  WHERE $5::boolean AND district_id = $1 AND dataset_id = $2
), near AS (
  SELECT id FROM place
  WHERE CASE WHEN ST_Intersects($3::geometry, geom) THEN true WHEN radius = 0 THEN false
    ELSE ST_DWithin(geom::geography, $3::geometry::geography, radius) END
)
SELECT ST_AsGeoJSON(polygonal(clip_shape($4::geometry, $3::geometry)), 6)::jsonb AS "cover",
  ARRAY(SELECT id FROM near) AS "near";
