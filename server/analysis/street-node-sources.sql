-- What nodes of the walking network are called in the data they came from, such as node/123.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  nodes        integer[]  ordinals
-- A row per node in the order given; NULL where the data names none. Uses the key (dataset_id, ordinal).
SELECT source_id AS "sourceId"
FROM unnest($3::integer[]) WITH ORDINALITY AS asked (node, position)
LEFT JOIN store.walk_node ON district_id = $1 AND dataset_id = $2 AND ordinal = node
ORDER BY position;
