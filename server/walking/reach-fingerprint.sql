-- A fingerprint of one page of what reach depends on: two 64-bit sums of row hashes per table, independent of row order.
--   $1  district_id    text
--   $2  dataset_id     integer
--   $3  first ordinal  integer, inclusive
--   $4  end ordinal    integer, exclusive
-- Nodes, edges and buildings are paged by ordinal; facilities, entrances and water come whole with the page that starts
-- at 0. "rows" is 0 past the last page.
WITH hashed AS (
  SELECT 'node' AS part, concat_ws('|', ordinal, geom::text) AS text
  FROM store.walk_node WHERE district_id = $1 AND dataset_id = $2 AND ordinal >= $3 AND ordinal < $4
  UNION ALL
  SELECT 'edge', ROW (ordinal, from_node, to_node, kind, length_m, climb_m, fatigue, one_way, step_free, speed_mps,
    headway_s, signal, open_hours, geom)::text
  FROM store.walk_edge WHERE district_id = $1 AND dataset_id = $2 AND ordinal >= $3 AND ordinal < $4
  UNION ALL
  SELECT 'building', concat_ws('|', ordinal, geom::text)
  FROM store.building WHERE district_id = $1 AND dataset_id = $2 AND ordinal >= $3 AND ordinal < $4
  UNION ALL
  SELECT 'facility', concat_ws('|', id, category, geom::text)
  FROM store.facility WHERE district_id = $1 AND dataset_id = $2 AND level = 'public' AND $3 = 0
  UNION ALL
  SELECT 'entrance', concat_ws('|', id, facility_id, geom::text)
  FROM store.facility_entrance WHERE district_id = $1 AND dataset_id = $2 AND $3 = 0
  UNION ALL
  SELECT 'water', concat_ws('|', id, geom::text)
  FROM store.water WHERE district_id = $1 AND dataset_id = $2 AND $3 = 0
)
SELECT part, count(*)::int AS "rows", bit_xor(hashtextextended(text, 0))::text AS "first",
  bit_xor(hashtextextended(text, 1))::text AS "second"
FROM hashed
GROUP BY part
ORDER BY part;
