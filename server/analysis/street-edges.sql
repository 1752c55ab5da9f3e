-- The edges of the walking network of some road classes.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  classes      text[]  of walk_edge.road_class; links count as their class
-- Ordinals as an array as text. Reads the whole network, so it is asked once per data version.
SELECT count(*)::int AS "count", coalesce(array_agg(ordinal ORDER BY ordinal), '{}')::text AS "ordinals"
FROM store.walk_edge
WHERE district_id = $1 AND dataset_id = $2 AND regexp_replace(road_class, '_link$', '') = ANY ($3::text[]);
