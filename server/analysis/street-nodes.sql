-- The nodes of the walking network in an area.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  area         geometry  EPSG:4326, within the district
-- Ordinals as an array as text; a node on the outline lies in the area. Uses the index walk_node_geom.
SELECT count(*)::int AS "count", coalesce(array_agg(ordinal ORDER BY ordinal), '{}')::text AS "ordinals"
FROM store.walk_node
WHERE geom && $3::geometry AND district_id = $1 AND dataset_id = $2 AND ST_Intersects($3::geometry, geom);
