-- How many nodes, edges, drawn points and buildings a dataset has: the room its network needs.
--   $1  district_id  text
--   $2  dataset_id   integer
SELECT
  (SELECT count(*) FROM store.walk_node WHERE district_id = $1 AND dataset_id = $2)::int AS "nodes",
  (SELECT count(*) FROM store.walk_edge WHERE district_id = $1 AND dataset_id = $2)::int AS "edges",
  (SELECT coalesce(sum(ST_NPoints(geom)), 0) FROM store.walk_edge WHERE district_id = $1 AND dataset_id = $2)::int AS "points",
  (SELECT count(*) FROM store.building WHERE district_id = $1 AND dataset_id = $2)::int AS "buildings";
