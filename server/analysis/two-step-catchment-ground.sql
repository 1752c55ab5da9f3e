-- By age who lives in the buildings of a district, and which nodes of its walking network lie outside it.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  ordinals     integer[]  of buildings
-- "ages" is an array as text, eight numbers for each building in the order of $3 (0-2, 3-5, 6-11, 12-14, 15-59, 60-64, 65-79,
-- 80+), NULL = not known. "outside" are ordinals of nodes; none where the district has no outline. "nodes" counts all.
-- Reads the whole network, so it is asked once per data version. Uses the key (dataset_id, ordinal).
WITH outline AS (
  SELECT geom FROM store.zone WHERE district_id = $1 AND dataset_id = $2 AND kind = 'district' ORDER BY id LIMIT 1
)
SELECT (
    SELECT coalesce(array_agg(residents_by_age[bin] ORDER BY position, bin), '{}')::text
    FROM unnest($3::integer[]) WITH ORDINALITY AS part (ordinal, position)
    JOIN store.building ON district_id = $1 AND dataset_id = $2 AND building.ordinal = part.ordinal
    CROSS JOIN generate_series(1, 8) bin
  ) AS "ages",
  ARRAY(SELECT ordinal FROM store.walk_node, outline
    WHERE district_id = $1 AND dataset_id = $2 AND NOT ST_Covers(outline.geom, walk_node.geom)) AS "outside",
  (SELECT count(*) FROM store.walk_node WHERE district_id = $1 AND dataset_id = $2)::int AS "nodes";
