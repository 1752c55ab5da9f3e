-- What street ends and the streets across from them are called, and how high they lie.
--   $1  district_id   text
--   $2  dataset_id    integer
--   $3  edges         integer[]  the last edge of each end
--   $4  nodes         integer[]  the node of each end
--   $5  across_edges  integer[]  the edge across the gap, NULL = none
--   $6  across_nodes  integer[]  the node by which its height is told, NULL = none
-- A row per end in the order given; "riseM" in metres, over there minus here. Uses the keys (dataset_id, ordinal).
SELECT here.source_id AS "sourceId", edge.name_zh AS "nameZh", edge.name_en AS "nameEn", coalesce(edge.road_class, edge.kind) AS "kind",
  other.name_zh AS "acrossNameZh", other.name_en AS "acrossNameEn", there.elevation_m - here.elevation_m AS "riseM"
FROM unnest($3::integer[], $4::integer[], $5::integer[], $6::integer[]) WITH ORDINALITY AS asked (edge, node, other, there, position)
JOIN store.walk_edge edge ON edge.district_id = $1 AND edge.dataset_id = $2 AND edge.ordinal = asked.edge
JOIN store.walk_node here ON here.district_id = $1 AND here.dataset_id = $2 AND here.ordinal = asked.node
LEFT JOIN store.walk_edge other ON other.district_id = $1 AND other.dataset_id = $2 AND other.ordinal = asked.other
LEFT JOIN store.walk_node there ON there.district_id = $1 AND there.dataset_id = $2 AND there.ordinal = asked.there
ORDER BY position;
