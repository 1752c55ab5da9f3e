-- The nodes of the walking network in an area, and the edges of some road classes.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  area         geometry  EPSG:4326, within the district
--   $4  classes      text[]    of walk_edge.road_class; links count as their class
-- Ordinals as arrays as text with their counts; a node on the outline lies in the area. Uses the index walk_node_geom.
WITH node AS (
  SELECT count(*)::int AS count, coalesce(array_agg(ordinal ORDER BY ordinal), '{}')::text AS ordinals
  FROM store.walk_node
  WHERE geom && $3::geometry AND district_id = $1 AND dataset_id = $2 AND ST_Intersects($3::geometry, geom)
), edge AS (
  SELECT count(*)::int AS count, coalesce(array_agg(ordinal ORDER BY ordinal), '{}')::text AS ordinals
  FROM store.walk_edge
  WHERE district_id = $1 AND dataset_id = $2 AND regexp_replace(road_class, '_link$', '') = ANY ($4::text[])
)
SELECT node.count AS "nodes", node.ordinals AS "nodeOrdinals", edge.count AS "edges", edge.ordinals AS "edgeOrdinals"
FROM node, edge;
